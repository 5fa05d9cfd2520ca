/** The right side: what the draft does so far, each point with the words that it rests on. */
import { Compared, FindFirst } from "./find_first.jsx";
import { Fold } from "./fold.jsx";
import { Guess, Guessed } from "./guess.jsx";
import { Recap } from "./recap.jsx";
import { counted, points, signed } from "./report.js";
import { Shape, word } from "./shapes.jsx";
import { Tutor } from "./tutor.jsx";

function Lit({ desk, spans, children }) {
  if (!spans.length) return <span>{children}</span>;
  return (
    <button type="button" class="lighten" onClick={() => desk.light(spans)} title="Show the words in the draft">
      {children}
    </button>
  );
}

/** What a tutor says of a line of the report that does not hold; its points stay. */
function Told({ told }) {
  return told.map((sentence) => <span key={sentence} class="small told">{sentence}</span>);
}

function Privacy({ desk, report }) {
  const asked = report.findings.filter((finding) => finding.group === "privacy" && !finding.decision);
  if (!asked.length) return null;
  const around = (finding) => desk.findings.around(desk.view, finding);
  const text = (finding) => desk.view.state.sliceDoc(finding.from, finding.to);
  return (
    <section class="box box-privacy" aria-label="Privacy first">
      <h3>Privacy first</h3>
      {asked.map((finding) => (
        <div key={`${finding.check}:${text(finding)}`} class="ask">
          <p>Could <Lit desk={desk} spans={[finding]}>“{text(finding)}”</Lit> identify the service user? {finding.why}</p>
          {finding.question && <p class="question">{finding.question}</p>}
          <div class="tools">
            <button type="button" onClick={() => desk.findings.show(desk.view, finding)}>Go to the words</button>
            <button type="button" onClick={() => desk.conversation.act({ do: "decide", decision: "stay", check: finding.check, text: text(finding), ...around(finding) })}>
              It can stay
            </button>
          </div>
        </div>
      ))}
    </section>
  );
}

function Steps({ desk, report }) {
  return (
    <section aria-label="Next">
      <h3>Next</h3>
      {report.steps.length ? (
        <ol class="steps">
          {report.steps.map((step) => (
            <li key={step.title}>
              <h4><Lit desk={desk} spans={step.spans}>{step.title}</Lit></h4>
              <p>{step.seen}</p>
              {step.question && <p class="question">{step.question}</p>}
            </li>
          ))}
        </ol>
      ) : (
        <p>Nothing stands out. Would reading it aloud show something that the checks cannot?</p>
      )}
    </section>
  );
}

function Here({ desk }) {
  const here = desk.here();
  if (!here) return null;
  return (
    <section class="box" aria-label="About these words">
      <h3>About these words</h3>
      <ul class="plain">
        {here.lines.map((line, position) => (
          <li key={position}>
            <Lit desk={desk} spans={line.spans}>{line.criterion}: {line.title}</Lit> <span class="points">{points(line)}</span>
          </li>
        ))}
        {here.findings.map((finding, position) => (
          <li key={`f${position}`}>{finding.family}: {finding.message}</li>
        ))}
      </ul>
    </section>
  );
}

function Criterion({ desk, criterion }) {
  return (
    <li>
      <details name="hc-criteria">
        <summary class="criterion">
          <Shape state={criterion.level} />
          <span class="name">{criterion.name}</span>
          <span class="level">{word(criterion.level)}</span>
          <span class="score">{criterion.score ?? "–"}</span>
          <span class="meter" aria-hidden="true"><span style={{ width: `${criterion.score ?? 0}%` }} /></span>
        </summary>
        <ul class="receipt" aria-label={`Receipt for ${criterion.name}`}>
          {criterion.receipt.map((line, position) => (
            <li key={position}>
              <Lit desk={desk} spans={line.spans}>{line.title}</Lit>
              <span class="points">{points(line)}</span>
              {line.reason && <span class="small">{line.reason}</span>}
              <Told told={line.told} />
            </li>
          ))}
          {!criterion.receipt.length && <li class="small">There is too little text to count anything yet.</li>}
        </ul>
      </details>
    </li>
  );
}

function Criteria({ desk, report, page }) {
  const act = (what) => desk.conversation.act(what);
  return (
    <section aria-label="Criteria">
      <h3>Criteria</h3>
      <ul class="criteria">
        {report.criteria.map((criterion) => <Criterion key={criterion.id} desk={desk} criterion={criterion} />)}
      </ul>
      <p class="small">Practice feedback, not your grade. Open a criterion for its receipt.</p>
      {page.guess.on && <Guessed report={report} guess={page.guess} act={act} />}
      {!page.guess.on && (
        <button type="button" class="link" onClick={() => act({ do: "guess", on: true })}>Rate it yourself first</button>
      )}
    </section>
  );
}

function Bars({ desk, report }) {
  return (
    <section aria-label="How it reads">
      <h3>How the wording reads</h3>
      <ul class="gauges">
        {report.bars.map((bar) => {
          const value = bar.score ?? "too short to say";
          return (
            <li key={bar.label}>
              <span class="name"><Lit desk={desk} spans={bar.parts.flatMap((part) => part.spans)}>{bar.label}</Lit></span>
              <span class="track" aria-hidden="true">
                <span class="band" style={{ left: `${bar.low}%`, width: `${bar.high - bar.low}%` }} />
                {bar.score !== null && <span class="fill" style={{ width: `${bar.score}%` }} />}
              </span>
              <span class="score">{value}</span>
              <span class="away">{`target ${bar.low} to ${bar.high}`}</span>
              {bar.parts.length > 0 && (
                <span class="parts small">
                  {bar.parts.map((part) => (
                    <span key={part.name}><Lit desk={desk} spans={part.spans}>{part.name}</Lit> <span class="points">{signed(part.value)}</span></span>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p class="small">
        The outlined part is the target. These look at the wording alone; the criteria above also count what the draft does.{" "}
        {report.grades ? `Reading grade ${report.grades[0]}–${report.grades[1]}: formulas differ, so this is a range.` : "Too short for a reading grade."}
      </p>
    </section>
  );
}

function Checks({ desk, title, checks, open }) {
  const { met, asked } = counted(checks);
  const applying = checks.filter((check) => check.state !== "not_applicable");
  const others = checks.filter((check) => check.state === "not_applicable");
  return (
    <section aria-label={title}>
      <div class="progress" role="img" aria-label={`${met} of ${asked} checks seen`}>
        {applying.map((check) => <span key={check.title} class={`dot dot-${check.state}`} />)}
      </div>
      <Fold title={title} count={`${met} of ${asked}`} open={open}>
        <ul class="checks">
          {[...applying, ...others].map((check) => (
            <li key={check.title} class={`check check-${check.state}`}>
              <Shape state={check.state} />
              <span>
                <Lit desk={desk} spans={check.spans}>{check.title}</Lit>
                <span class="away">: {word(check.state)}</span>
                {check.state !== "met" && check.state !== "not_applicable" && <span class="small">{check.question || check.reason}</span>}
                <Told told={check.told} />
              </span>
            </li>
          ))}
        </ul>
      </Fold>
    </section>
  );
}

function FindingList({ desk, report }) {
  return (
    <Fold title="Findings as a list" count={report.findings.length}>
      {report.findings.length === 0 && <p class="small">Nothing is marked in the draft.</p>}
      <ol class="plain findings">
        {report.findings.map((finding, position) => (
          <li key={position}>
            <button type="button" class="lighten" onClick={() => desk.findings.show(desk.view, finding)}>
              <span class={`sample hc-${finding.group}`}>{desk.view.state.sliceDoc(finding.from, Math.min(finding.to, finding.from + 80))}</span>
            </button>
            <span class="small">{finding.family}: {finding.message} {finding.engines && `(${finding.engines})`}</span>
            <Told told={finding.told} />
          </li>
        ))}
      </ol>
    </Fold>
  );
}

function Agreement({ desk, report }) {
  if (!report.agreement.length) return null;
  const open = report.agreement.filter((line) => line.state !== "met").length;
  return (
    <Fold title="Agreement with your plan" count={open ? `${open} to look at` : "agrees"}>
      <ul class="checks">
        {report.agreement.map((line) => (
          <li key={line.label} class="check">
            <Shape state={line.state} />
            <span><Lit desk={desk} spans={line.spans}>{line.label}</Lit><span class="away">: {word(line.state)}</span><span class="small">{line.saying}</span></span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Kept({ desk, page }) {
  const { kept } = page;
  const all = kept.length;
  if (!all) return null;
  return (
    <Fold title="Ignored, your words, decided" count={all}>
      <ul class="plain kept">
        {kept.map(([what, name, id]) => (
          <li key={`${what}${id}`}>
            <span><span class="small">{what}</span> {name}</span>
            <button type="button" onClick={() => desk.conversation.act({ do: "undo", id })}>Undo</button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Engines({ report, page }) {
  return (
    <footer>
      <ul class="engines" aria-label="Grammar engines">
        {report.engines.map((engine) => (
          <li key={engine.name} class={`engine-${engine.state}`}>
            {engine.saying}
            {engine.progress !== null && <progress max="1" value={engine.progress} aria-label={`${engine.name} is getting ready`} />}
          </li>
        ))}
      </ul>
      <p class="small">{page.readers} Practice feedback, not your grade.</p>
    </footer>
  );
}

/** @param {{ saying?: string }} props */
function Empty({ saying }) {
  return (
    <div class="empty">
      <p>{saying || "Feedback appears here while you write."}</p>
      <dl>
        <dt>First paragraph</dt>
        <dd>Who are you, whom do you write for, in general terms, and what do you ask for?</dd>
        <dt>Second paragraph</dt>
        <dd>When and how could you meet, and what would you bring to working together?</dd>
      </dl>
    </div>
  );
}

function Switch({ page, desk }) {
  return (
    <fieldset class="switch">
      <legend class="away">How much to show</legend>
      {[["essentials", "Essentials"], ["full", "Full view"]].map(([view, name]) => (
        <label key={view} class={page.view === view ? "on" : ""}>
          <input type="radio" name="hc-view" checked={page.view === view} onChange={() => desk.conversation.act({ do: "view", view })} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Body({ desk, report, page }) {
  const full = page.view === "full";
  if (page.looks) return <FindFirst desk={desk} report={report} />;
  if (report.refused) {
    return (
      <>
        <Privacy desk={desk} report={report} />
        <Tutor desk={desk} />
        {report.isEarly && <Empty saying={report.refused} />}
        {!report.isEarly && <section class="box box-warn" aria-label="No score"><h3>No score for this text</h3><p>{report.refused}</p></section>}
        <div class="folds">
          {(!report.isEarly || report.findings.length > 0) && <FindingList desk={desk} report={report} />}
          <Kept desk={desk} page={page} />
        </div>
      </>
    );
  }
  if (desk.conversation.isHidden()) {
    return (
      <>
        <Privacy desk={desk} report={report} />
        <Guess report={report} act={(what) => desk.conversation.act(what)} />
      </>
    );
  }
  return (
    <>
      {page.compared && <Compared desk={desk} report={report} compared={page.compared} />}
      <Privacy desk={desk} report={report} />
      <Tutor desk={desk} />
      <Here desk={desk} />
      <Recap desk={desk} report={report} />
      <Steps desk={desk} report={report} />
      {!full && <Checks desk={desk} title="Essentials" checks={report.checks.filter((check) => check.isEssential)} open />}
      {full && <Criteria desk={desk} report={report} page={page} />}
      {full && <Bars desk={desk} report={report} />}
      {full && <Checks desk={desk} title="Checks" checks={report.checks} open={false} />}
      <div class="folds">
        <FindingList desk={desk} report={report} />
        {full && <Agreement desk={desk} report={report} />}
        <Kept desk={desk} page={page} />
      </div>
      {!full && <p class="small">The criteria with their scores, tone and agreement with your plan are in the full view.</p>}
    </>
  );
}

export function Panel({ desk }) {
  const { report, page, reading, failed, text } = desk.conversation;
  const isEmpty = !text.trim();
  return (
    <aside class="panel" aria-label="What it does so far" aria-busy={reading}>
      <div class="line head">
        <h2>What it does so far</h2>
        {page.view && !desk.conversation.isHidden() && <Switch page={page} desk={desk} />}
      </div>
      {report?.notices.map((notice) => <p key={notice} class="box">{notice}</p>)}
      {failed && <p class="box box-warn">The draft could not be read just now. Your words are safe; a small change asks again.</p>}
      {(isEmpty || !report) && <Tutor desk={desk} />}
      {isEmpty && <Empty />}
      {!isEmpty && !report && !failed && <p class="small">Reading…</p>}
      {!isEmpty && report && desk.view && <Body desk={desk} report={report} page={page} />}
      {report && <Engines report={report} page={page} />}
    </aside>
  );
}
