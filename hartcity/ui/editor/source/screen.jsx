/** The whole screen: the draft on the left, what it does so far on the right; one below the other where it is narrow. */
import { Draft } from "./draft.jsx";
import { Panel } from "./panel.jsx";

export function Screen({ desk }) {
  return (
    <div class="screen">
      <Draft desk={desk} />
      <Panel desk={desk} />
      <p class="away" role="status" aria-live="polite">{desk.announcement}</p>
    </div>
  );
}
