/** Practice: the writer marks what they would change before the report is shown, and then sees both side by side. */
import { useState } from "preact/hooks";

const LONGEST_QUOTE = 60;

const short = (words) => (words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).trimEnd()} …` : words);

const wordsOf = (desk, { from, to }) => short(desk.view.state.sliceDoc(from, to).replace(/\s+/g, " "));

function MarkButton({ desk }) {
  const chosen = desk.chosen();
  return (
    <button type="button" class="primary" disabled={!chosen} onMouseDown={(event) => event.preventDefault()} onClick={() => desk.markChosen()}>
      {chosen ? `Mark “${wordsOf(desk, chosen)}”` : "Mark the words you chose"}
    </button>
  );
}

/** On a narrow screen the list of marks stands below the draft, so the button goes along at the bottom. */
export function MarkBar({ desk }) {
  return <div class="steps-bar" role="group" aria-label="Mark words"><MarkButton desk={desk} /></div>;
}

export function FindFirst({ desk, report }) {
  const [missing, setMissing] = useState([]);
  const send = (what) => desk.conversation.act(what);
  const words = (mark) => wordsOf(desk, mark);
  const essentials = report.checks.filter((check) => check.isEssential && check.state !== "not_applicable");
  const toggle = (title) => setMissing(missing.includes(title) ? missing.filter((one) => one !== title) : [...missing, title]);
  return (
    <section class="find-first" aria-label="Find the flaws first">
      <h3>Find the flaws first</h3>
      <p>Read the email as the person who opens it would. Which words would you change? Choose them in the draft and mark them.</p>
      <div class="tools wide">
        <MarkButton desk={desk} />
      </div>
      {desk.marks.length > 0 && (
        <ul class="plain kept" aria-label="Your marks">
          {desk.marks.map((mark) => (
            <li key={`${mark.from}:${mark.to}`}>
              <span>“{words(mark)}”</span>
              <button type="button" onClick={() => desk.unmark(mark)} aria-label={`Take the mark off “${words(mark)}”`}>Take off</button>
            </li>
          ))}
        </ul>
      )}
      <fieldset class="missing">
        <legend>And what is not there yet, or not clearly?</legend>
        {essentials.map(({ title }) => (
          <label key={title}><input type="checkbox" checked={missing.includes(title)} onChange={() => toggle(title)} /> {title}</label>
        ))}
      </fieldset>
      <div class="tools">
        <button type="button" class="primary" onClick={() => send({ do: "looked", marks: desk.marks.map(({ from, to }) => [from, to]), missing })}>Compare with the assistant</button>
        <button type="button" onClick={() => send({ do: "look", on: false })}>Show it without looking</button>
      </div>
    </section>
  );
}

function Line({ desk, report, words, about }) {
  const finding = report.findings.find(({ from, to }) => desk.view.state.sliceDoc(from, to) === words);
  return (
    <li>
      {finding ? <button type="button" class="lighten" onClick={() => desk.findings.show(desk.view, finding)}>“{short(words)}”</button> : <span>“{short(words)}”</span>}
      {about && <span class="small">{about}</span>}
    </li>
  );
}

export function Compared({ desk, report, compared }) {
  const { seen, overlooked, own, missed, there } = compared;
  const send = (what) => desk.conversation.act(what);
  const said = missed.filter(([, , isSaid]) => isSaid);
  const unsaid = missed.filter(([, , isSaid]) => !isSaid);
  const list = (lines) => <ul class="plain strengths">{lines}</ul>;
  const findings = (some) => list(some.map(([words, family, message]) => <Line key={words} desk={desk} report={report} words={words} about={`${family}: ${message}`} />));
  const checks = (some) => list(some.map(([title, question]) => <li key={title}><span>{title}</span><span class="small">{question}</span></li>));
  return (
    <section class="box box-good" aria-label="What you found">
      <h3>You found {seen.length} of {seen.length + overlooked.length} places, and {said.length} of {missed.length} things that are missing</h3>
      {(seen.length > 0 || said.length > 0) && <h4>You saw it too</h4>}
      {seen.length > 0 && findings(seen)}
      {said.length > 0 && checks(said)}
      {(overlooked.length > 0 || unsaid.length > 0) && <h4>The assistant also asks about</h4>}
      {overlooked.length > 0 && findings(overlooked)}
      {unsaid.length > 0 && checks(unsaid)}
      {(own.length > 0 || there.length > 0) && <h4>You alone</h4>}
      {own.length > 0 && <p class="small">A reader notices what no rule knows. What made you stop at these words?</p>}
      {own.length > 0 && list(own.map((words) => <Line key={words} desk={desk} report={report} words={words} about="" />))}
      {there.length > 0 && <p>Said to be missing, but seen: {there.join("; ")}. Open the check to see the words. Are they clear enough?</p>}
      <div class="tools">
        <button type="button" onClick={() => send({ do: "look", on: true })}>Look again</button>
        <button type="button" onClick={() => send({ do: "look", on: false })}>Put this away</button>
      </div>
    </section>
  );
}
