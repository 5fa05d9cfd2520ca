/** The whole screen: the draft on the left, what it does so far on the right; one below the other where it is narrow. */
import { Draft } from "./draft.jsx";
import { Panel } from "./panel.jsx";
import { StepsBar } from "./steps_bar.jsx";

export function Screen({ desk }) {
  const { report } = desk.conversation;
  return (
    <div class="screen">
      <Draft desk={desk} />
      <Panel desk={desk} />
      {report && !report.refused && <StepsBar desk={desk} report={report} />}
      <p class="away" role="status" aria-live="polite">{desk.announcement}</p>
    </div>
  );
}
