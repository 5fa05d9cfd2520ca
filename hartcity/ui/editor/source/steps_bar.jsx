/** On a narrow screen the report stands below the draft: what comes next stays in reach at the bottom, by its title. */
import { FINISHED, isFinished } from "./recap.jsx";

const PRIVACY = "Privacy first";
const MOST = 3;

export function StepsBar({ desk, report }) {
  const asked = report.findings.find(({ group, decision }) => group === "privacy" && !decision);
  const first = asked ? [{ sign: "!", title: PRIVACY, spans: [asked] }] : isFinished(report) ? [{ sign: "✓", title: FINISHED, spans: [] }] : [];
  const steps = [...first, ...report.steps.map(({ title, spans }, position) => ({ sign: position + 1, title, spans }))].slice(0, MOST);
  if (!steps.length) return null;
  return (
    <nav class="steps-bar" aria-label="Next steps in short">
      {steps.map(({ sign, title, spans }) => (
        <button key={title} type="button" onClick={() => desk.goToStep(title, spans)}>
          <span class="number" aria-hidden="true">{sign}</span> {title}
        </button>
      ))}
    </nav>
  );
}
