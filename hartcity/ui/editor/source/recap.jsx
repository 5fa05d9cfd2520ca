/** What a finished draft does well, in the writer's own words, and the way to hand it in. */
import { counted } from "./report.js";

export const FINISHED = "Everything asked for is there";
const LONGEST_QUOTE = 170;

/** Whether all that is asked for is there and nothing private waits; the navigation counts in the same way. */
export function isFinished(report) {
  const { met, asked } = counted(report.checks.filter((check) => check.isEssential));
  return asked > 0 && met === asked && !report.findings.some(({ group, decision }) => group === "privacy" && !decision);
}

function quoted(desk, { from, to }) {
  const words = desk.view.state.sliceDoc(from, to).replace(/\s+/g, " ").trim();
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).replace(/\s\S*$/, "")}…` : words;
}

export function Recap({ desk, report }) {
  if (!isFinished(report)) return null;
  const many = report.findings.filter((finding) => finding.group !== "privacy").length;
  return (
    <section class="box box-good" aria-label="What you have">
      <h3>{FINISHED}</h3>
      {report.strengths.length > 0 && <p>This is what your draft does well, in your words:</p>}
      <ul class="plain strengths">
        {report.strengths.map((strength) => (
          <li key={strength.title}>
            <button type="button" class="lighten" onClick={() => desk.light([strength])}>“{quoted(desk, strength)}”</button>
            <span class="small">{strength.title}</span>
          </li>
        ))}
      </ul>
      {many > 0 && <p>{many === 1 ? "One place is" : `${many} places are`} still marked in the draft. Would a look help, or do you mean it that way?</p>}
      <div class="tools">
        <a class="primary" href={`export${location.search}`} onClick={(event) => desk.follow(event)}>Go to Hand in</a>
        {many > 0 && <button type="button" onClick={() => desk.findings.go(desk.view, 1)}>Look at what is marked</button>}
      </div>
    </section>
  );
}
