/** The left side: whom the draft is for, its subject, the text, and what is counted in it. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Speech } from "./speech.js";

const legend = [
  ["privacy", "Privacy"],
  ["grammar", "Spelling and grammar"],
  ["tone", "Tone"],
  ["clarity", "Clarity"],
];

function Choice({ conversation }) {
  const { choice } = conversation;
  if (!choice) return null;
  return (
    <section class="box box-warn" aria-label="Two versions of this draft">
      <p><strong>Another tab or device saved a different draft.</strong> Which one would you like to go on with?</p>
      <div class="two">
        <div><h2>What stands here</h2><p class="quote">{conversation.text}</p>
          <button type="button" class="primary" onClick={() => conversation.choose(true)}>Go on with this one</button></div>
        <div><h2>The other one</h2><p class="quote">{choice.theirs.text}</p>
          <button type="button" onClick={() => conversation.choose(false)}>Take the other one</button></div>
      </div>
    </section>
  );
}

function Form({ conversation }) {
  return (
    <fieldset class="switch">
      <legend class="away">Form</legend>
      {["email", "letter"].map((kind) => (
        <label key={kind} class={conversation.kind === kind ? "on" : ""}>
          <input type="radio" name="hc-kind" value={kind} checked={conversation.kind === kind} onChange={() => conversation.formed(kind)} />
          {kind === "email" ? "Email" : "Letter"}
        </label>
      ))}
    </fieldset>
  );
}

const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

function Strip({ desk, report }) {
  const [at, setAt] = useState(0);
  // One stop for the Tab key, and arrows from bar to bar: a long draft must not stand in the way of what follows it.
  const step = (event) => {
    const by = steps[event.key];
    if (!by) return;
    event.preventDefault();
    const bars = [...event.currentTarget.children];
    bars[Math.min(Math.max(bars.indexOf(event.target) + by, 0), bars.length - 1)].focus();
  };
  if (!report?.sentences.length) return null;
  const longest = Math.max(30, ...report.sentences.map((sentence) => sentence.words));
  return (
    <div class="strip" role="group" aria-label="Sentence lengths">
      <div class="bars" onKeyDown={step}>
        {report.sentences.map((sentence, position) => (
          <button
            key={position}
            type="button"
            tabIndex={position === Math.min(at, report.sentences.length - 1) ? 0 : -1}
            onFocus={() => setAt(position)}
            class={sentence.words > 25 ? "bar long" : "bar"}
            aria-label={`Sentence ${position + 1}: ${sentence.words} words${sentence.words > 25 ? ", long" : ""}`}
            title={`Sentence ${position + 1}: ${sentence.words} words`}
            onClick={() => desk.light([sentence])}
          >
            <span style={{ height: `${Math.max(8, (100 * sentence.words) / longest)}%` }} />
          </button>
        ))}
      </div>
      <p class="small">Sentence lengths. Striped bars pass 25 words.</p>
    </div>
  );
}

export function Draft({ desk }) {
  const { conversation } = desk;
  const { report, page } = conversation;
  const place = useRef(null);
  useLayoutEffect(() => desk.mount(place.current), []);
  const words = report?.words ?? (conversation.text.match(/\S+/g) ?? []).length;
  const paragraphs = report?.paragraphs;
  return (
    <section class="draft" aria-label="Draft">
      <Choice conversation={conversation} />
      {conversation.notice && <p class="box" role="status">{conversation.notice}</p>}
      <div class="line">
        <p class="to"><span class="label">To</span> {page.recipient ? <><strong>{page.recipient}</strong> <span class="small">from your plan</span></> : <span class="small">The plan names no recipient yet</span>}</p>
        <Form conversation={conversation} />
      </div>
      {conversation.kind === "email" && (
        <label class="subject">
          <span class="label">Subject</span>
          <input type="text" value={conversation.subject} maxLength={300} autocomplete="off" onInput={(e) => conversation.titled(e.currentTarget.value)} onBlur={() => conversation.flush()} />
        </label>
      )}
      <p id="hc-editor-help" class="away">F8 goes to the next finding or comment, Shift F8 to the one before, Control period to its choices, or to what the report says of the words at the caret.</p>
      <div class="sheet" ref={place} />
      <div class="line foot">
        <p class="counts">
          {paragraphs !== undefined && <span>{paragraphs === 1 ? "1 paragraph" : `${paragraphs} paragraphs`}</span>}
          <span>{words === 1 ? "1 word" : `${words} words`}</span>
          {page.checkedBy && <span>{page.checkedBy}</span>}
          <span class={`saved saved-${conversation.savedLine.state}`}>{conversation.savedLine.text}</span>
          {desk.trouble && <button type="button" class="link" onClick={() => desk.download()}>Download a copy</button>}
        </p>
        <div class="tools">
          <button type="button" onClick={() => desk.findings.go(desk.view, -1)} aria-keyshortcuts="Shift+F8">Previous</button>
          <button type="button" onClick={() => desk.findings.go(desk.view, 1)} aria-keyshortcuts="F8">Next finding</button>
          {Speech.available() && <button type="button" aria-pressed={desk.listening} onClick={() => desk.listen()}>{desk.listening ? "Stop" : "Listen"}</button>}
        </div>
      </div>
      {desk.isVoiceless && <p class="small" role="status">This browser has no voice on this machine. Would you read it aloud yourself?</p>}
      {!conversation.isHidden() && <Strip desk={desk} report={report} />}
      <ul class="legend" aria-label="Underlines">
        {[...legend, ...(page.shared ? [["tutor", "From your tutor"]] : [])].map(([group, name]) => (
          <li key={group}><span class={`sample hc-${group}`}>{name}</span></li>
        ))}
      </ul>
      <p class="small">Your words stay {page.place}. The browser keeps a copy only until they are saved.</p>
    </section>
  );
}
