/** Words that are lit: because a point rests on them, or because they are being read aloud. */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import { joined } from "./places.js";

/** @type {import("@codemirror/state").StateEffectType<{ spans: import("./types.d.ts").Span[], style: keyof typeof styles }>} */
const light = StateEffect.define();

const styles = { evidence: Decoration.mark({ class: "hc-lit" }), spoken: Decoration.mark({ class: "hc-spoken" }), own: Decoration.mark({ class: "hc-own" }) };

export const lit = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(light)) {
        const { spans, style } = effect.value;
        const ranges = joined(spans)
          .filter((span) => span.from < span.to && span.to <= transaction.newDoc.length)
          .map((span) => styles[style].range(span.from, span.to));
        return Decoration.set(ranges, true);
      }
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Whether words are lit that can be let go; what the writer marked themselves stays. */
export const isLit = (state) => {
  const first = state.field(lit).iter().value;
  return first !== null && first !== styles.own;
};

/**
 * Light these places up, and no others of their style.
 * @param {EditorView} view
 * @param {import("./types.d.ts").Span[]} spans
 * @param {keyof typeof styles} style
 */
export function lightUp(view, spans, style = "evidence") {
  /** @type {import("@codemirror/state").StateEffect<any>[]} */
  const effects = [light.of({ spans, style })];
  if (spans.length) effects.push(EditorView.scrollIntoView(spans[0].from, { y: "nearest", yMargin: 60 }));
  view.dispatch({ effects });
}
