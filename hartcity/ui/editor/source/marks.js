/** Words that are lit: because a point rests on them, or because they are being read aloud. */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

const light = StateEffect.define();

const styles = { evidence: Decoration.mark({ class: "hc-lit" }), spoken: Decoration.mark({ class: "hc-spoken" }) };

/** The same places without overlaps, so that no words are lit twice as strongly as others. */
function joined(spans) {
  const whole = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

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

export const isLit = (state) => state.field(lit).size > 0;

export function lightUp(view, spans, style = "evidence") {
  const effects = [light.of({ spans, style })];
  if (spans.length) effects.push(EditorView.scrollIntoView(spans[0].from, { y: "nearest", yMargin: 60 }));
  view.dispatch({ effects });
}
