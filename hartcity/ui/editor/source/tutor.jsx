/** What a tutor said: each thread with the words that it is about, a way to answer, and a way to settle it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Fold } from "./fold.jsx";

const LONGEST_ANSWER = 4000;

function Words({ desk, thread }) {
  if (thread.from < thread.to) {
    const mark = desk.findings.list.find((one) => one.thread?.number === thread.number);
    const words = desk.view.state.sliceDoc(thread.from, Math.min(thread.to, thread.from + 160));
    if (!thread.isOpen) return <p class="small">“{words}”</p>;
    return <button type="button" class="lighten" onClick={() => mark && desk.findings.show(desk.view, mark)}>“{words}”</button>;
  }
  if (thread.isGone) return <p class="small">The words are gone from the draft. They were: “{thread.quote}”</p>;
  return null;
}

function Answer({ desk, thread }) {
  const [words, setWords] = useState("");
  const sent = useRef(Infinity); // how many answers of one's own there were when the last one was sent
  const mine = thread.comments.filter((comment) => comment.isMine).length;
  useEffect(() => {
    if (mine <= sent.current) return;
    sent.current = Infinity;
    setWords("");
  }, [mine]);
  const send = (event) => {
    event.preventDefault();
    if (!words.trim()) return;
    sent.current = mine;
    desk.conversation.act({ do: "answer_tutor", thread: thread.number, text: words });
  };
  return (
    <form class="answer" onSubmit={send}>
      <input id={`hc-answer-${thread.number}`} type="text" value={words} maxLength={LONGEST_ANSWER} autocomplete="off" aria-label="Your answer" placeholder="Answer, then press Enter" onInput={(event) => setWords(event.currentTarget.value)} />
      <button type="button" onClick={() => desk.conversation.act({ do: "settle_thread", thread: thread.number, done: true })}>Settle</button>
    </form>
  );
}

function Thread({ desk, thread }) {
  const act = (what) => desk.conversation.act(what);
  return (
    <li class="thread">
      {thread.about && <h4>{thread.about}</h4>}
      <Words desk={desk} thread={thread} />
      {thread.comments.map((comment) => (
        <p key={comment.id} class="said">
          {comment.text}
          <span class="small">{` ${comment.name}, ${comment.when} `}
            {comment.isMine && <button type="button" class="link" onClick={() => act({ do: "delete_comment", number: comment.id })}>Delete</button>}
          </span>
        </p>
      ))}
      {thread.isOpen && <Answer desk={desk} thread={thread} />}
      {!thread.isOpen && <button type="button" onClick={() => act({ do: "settle_thread", thread: thread.number, done: false })}>Open again</button>}
    </li>
  );
}

export function Tutor({ desk }) {
  const { threads, page } = desk.conversation;
  if (!desk.view || (!page.shared && !threads.length)) return null;
  const settled = threads.filter((thread) => !thread.isOpen);
  const list = (some) => <ul class="threads">{some.map((thread) => <Thread key={thread.number} desk={desk} thread={thread} />)}</ul>;
  return (
    <section aria-label="From your tutor">
      <h3>From your tutor</h3>
      {!threads.length && <p class="small">No comments yet. They appear here while you write.</p>}
      {threads.length > settled.length && list(threads.filter((thread) => thread.isOpen))}
      {settled.length > 0 && <Fold title="Settled" count={settled.length}>{list(settled)}</Fold>}
    </section>
  );
}
