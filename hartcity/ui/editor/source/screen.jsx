/** The whole screen: the draft on the left, what it does so far on the right; one below the other where it is narrow. */
import { Draft } from "./draft.jsx";
import { MarkBar } from "./find_first.jsx";
import { Panel } from "./panel.jsx";
import { StepsBar } from "./steps_bar.jsx";

export function Screen({ desk }) {
  const { report, page } = desk.conversation;
  const isShown = report && !report.refused && !desk.conversation.isHidden();
  return (
    <div class="screen">
      <Draft desk={desk} />
      <Panel desk={desk} />
      {page.looks && desk.view && <MarkBar desk={desk} />}
      {isShown && <StepsBar desk={desk} report={report} />}
      <p class="away" role="status" aria-live="polite">{desk.announcement}</p>
    </div>
  );
}
