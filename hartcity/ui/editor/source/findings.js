/** Findings in the text: their underlines, their cards, and the way from one to the next by keyboard. */
import { linter, setDiagnostics, setDiagnosticsEffect } from "@codemirror/lint";
import { StateEffect, StateField } from "@codemirror/state";
import { keymap, showTooltip, tooltips } from "@codemirror/view";
import { isLit, lightUp } from "./marks.js";
import { bringIntoView, TOP_BAR } from "./view.js";

/** @type {import("@codemirror/lint").Diagnostic["severity"][]} */
const severities = ["error", "warning", "info"];
const EDGE = 8;
/** @type {import("@codemirror/state").StateEffectType<import("@codemirror/view").Tooltip | null>} */
const pin = StateEffect.define();

const pinned = StateField.define({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) if (effect.is(pin)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

/**
 * Whether a card under the pointer closes: it gives way to one that is opened by hand, and an answer that still has its
 * finding leaves it alone; else the editor decides (null).
 */
function closes(transaction, from, to) {
  if (transaction.effects.some((effect) => effect.is(pin) && effect.value)) return true;
  const answers = transaction.effects.filter((effect) => effect.is(setDiagnosticsEffect));
  if (!answers.length || transaction.docChanged) return null;
  return !answers.at(-1).value.some((finding) => finding.from === from && finding.to === to);
}

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.onclick = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Where a card may stand: below the app's own bar, and never against the edge of a phone. */
function besideTheEdges() {
  const { clientWidth, clientHeight } = document.documentElement;
  return { left: EDGE, top: TOP_BAR, right: clientWidth - EDGE, bottom: clientHeight - EDGE };
}

export class Findings {
  constructor({ act, announce, about, answer }) {
    /** @type {import("./types.d.ts").Marked[]} */
    this.list = [];
    this.act = act;
    this.announce = announce;
    this.about = about;
    this.answer = answer;
  }

  extension() {
    return [
      linter(null, { hideOn: closes, tooltipFilter: (all, state) => (state.field(pinned) ? null : [...all]) }),
      pinned,
      tooltips({ tooltipSpace: besideTheEdges }),
      keymap.of([
        { key: "F8", run: (view) => this.go(view, 1), shift: (view) => this.go(view, -1), preventDefault: true },
        { key: "Mod-.", run: (view) => this.enter(view), preventDefault: true },
        { key: "Escape", run: (view) => this.unpin(view) || this.darken(view) },
      ]),
    ];
  }

  /** Underline these findings, whose places must fit the text in the view. */
  draw(view, list) {
    this.list = list.filter((f) => f.from < f.to && f.to <= view.state.doc.length);
    const diagnostics = this.list.map((finding) => ({
      from: finding.from,
      to: finding.to,
      severity: severities[finding.severity],
      markClass: `hc-${finding.group}`,
      message: finding.message,
      renderMessage: () => this.card(view, finding),
    }));
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }

  card(view, finding) {
    const card = finding.thread ? this.threadCard(view, finding) : this.findingCard(view, finding);
    card.onkeydown = (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        this.unpin(view);
        view.focus();
      }
    };
    return card;
  }

  /** What a tutor and the writer said about these words, and the ways to go on. */
  threadCard(view, { group, family, thread }) {
    const button = (label, act) => element("button", { type: "button", class: "hc-quiet", onclick: act }, label);
    const answer = () => {
      this.unpin(view);
      this.answer(thread);
    };
    return element(
      "div",
      { class: `hc-card hc-card-${group}` },
      element("p", { class: "hc-card-family" }, family),
      ...thread.comments.map(({ name, text }) => element("p", { class: "hc-card-said" }, element("strong", {}, `${name}: `), text)),
      element(
        "div",
        { class: "hc-card-quiet" },
        button("Answer", answer),
        button("Settle", () => this.send(view, { do: "settle_thread", thread: thread.number, done: true })),
      ),
    );
  }

  findingCard(view, finding) {
    const buttons = finding.suggestions.map((suggestion) =>
      element("button", { type: "button", class: "hc-fix", onclick: () => this.fix(view, finding, suggestion) }, suggestion || "Remove these words"),
    );
    const quiet = [];
    const about = { check: finding.check, text: view.state.sliceDoc(finding.from, finding.to), ...this.around(view, finding) };
    const button = (label, act) =>
      element("button", { type: "button", class: "hc-quiet", onclick: () => this.send(view, { ...act, ...about }) }, label);
    if (finding.group === "privacy") {
      quiet.push(button("It can stay", { do: "decide", decision: "stay" }));
    } else {
      quiet.push(button("Ignore once", { do: "ignore_once" }), button("Ignore this rule", { do: "ignore_rule" }));
      if (finding.isWord) quiet.push(button("Add to my words", { do: "accept_word" }));
    }
    const card = element("div", { class: `hc-card hc-card-${finding.group}` }, element("p", { class: "hc-card-family" }, finding.family));
    card.append(element("p", { class: "hc-card-message" }, finding.message));
    if (finding.why && finding.why !== finding.message) card.append(element("p", { class: "hc-card-why" }, finding.why));
    for (const told of finding.told) card.append(element("p", { class: "hc-card-told" }, told));
    if (finding.question) card.append(element("p", { class: "hc-card-question" }, finding.question));
    if (buttons.length) card.append(element("div", { class: "hc-card-fixes" }, ...buttons));
    card.append(element("div", { class: "hc-card-quiet" }, ...quiet));
    const foot = [finding.engines, finding.source].filter(Boolean).join(" · ");
    if (foot) card.append(element("p", { class: "hc-card-source" }, foot));
    return card;
  }

  around(view, { from, to }) {
    const text = view.state.doc.toString();
    return { before: text.slice(Math.max(0, from - 24), from), after: text.slice(to, to + 24) };
  }

  send(view, act) {
    this.unpin(view);
    this.act(act);
    view.focus();
  }

  fix(view, finding, suggestion) {
    view.dispatch({
      changes: { from: finding.from, to: finding.to, insert: suggestion },
      selection: { anchor: finding.from + suggestion.length },
      userEvent: "input.fix",
      scrollIntoView: true,
    });
    this.announce(`Changed to ${suggestion}. Undo brings the old words back.`);
    view.focus();
  }

  /** Go to the next (1) or previous (-1) finding and show its card. */
  go(view, direction) {
    if (!this.list.length) {
      this.announce("No findings in this draft.");
      return true;
    }
    const { from, to } = view.state.selection.main;
    const sorted = [...this.list].sort((a, b) => a.from - b.from || a.to - b.to);
    const after = (f) => f.from > from || (f.from === from && f.to > to);
    const before = (f) => f.from < from || (f.from === from && f.to < to);
    const target = direction > 0 ? (sorted.find(after) ?? sorted[0]) : (sorted.reverse().find(before) ?? sorted[0]);
    this.show(view, target);
    return true;
  }

  show(view, finding) {
    view.focus();
    view.dispatch({ selection: { anchor: finding.from, head: finding.to }, scrollIntoView: true });
    view.dispatch({
      effects: pin.of({
        pos: finding.from,
        end: finding.to,
        above: false,
        create: () => {
          const dom = element("div", { class: "hc-pinned", role: "group", "aria-label": "About these words" }, this.card(view, finding));
          return { dom };
        },
      }),
    });
    bringIntoView(view, finding.from);
    const many = this.list.length;
    const place = [...this.list].sort((a, b) => a.from - b.from || a.to - b.to).indexOf(finding) + 1;
    const fixes = finding.suggestions.length ? ` Suggestions: ${finding.suggestions.join(", ")}.` : "";
    const ask = finding.question ? ` ${finding.question}` : "";
    this.announce(`${place} of ${many}. ${finding.family}: ${finding.message}${ask}${fixes} Control period reaches the choices.`);
  }

  /** Move the focus into the pinned card; opens the card of the finding at the caret when none is open. */
  enter(view) {
    if (!view.state.field(pinned)) {
      const { head } = view.state.selection.main;
      const here = this.list.find((f) => f.from <= head && head <= f.to);
      if (!here) {
        this.about(head);
        return true;
      }
      this.show(view, here);
    }
    requestAnimationFrame(() => view.dom.querySelector(".hc-pinned button")?.focus());
    return true;
  }

  unpin(view) {
    if (!view.state.field(pinned)) return false;
    view.dispatch({ effects: pin.of(null) });
    return true;
  }

  /** Let no words be lit any more; false when none were. */
  darken(view) {
    if (!isLit(view.state)) return false;
    lightUp(view, []);
    return true;
  }
}
