/** What the screen works with: the editor's view, the conversation with Python, the findings and the voice. */
import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import * as backup from "./backup.js";
import { Conversation } from "./conversation.js";
import { Findings } from "./findings.js";
import { lightUp, lit } from "./marks.js";
import { difference } from "./places.js";
import { counted, points } from "./report.js";
import { Speech } from "./speech.js";
import { marked } from "./threads.js";
import { bringIntoView } from "./view.js";

const ANNOUNCE_AFTER_MS = 1200;
const NONE = [];
const TROUBLE = ["not_saved", "read_only", "waiting", "conflict"];

export class Desk {
  constructor() {
    /** @type {EditorView | null} */
    this.view = null;
    /** Draws the screen anew. @type {() => void} */
    this.draw = () => {};
    this.announcement = "";
    this.opened = null;
    this.listening = false;
    this.isVoiceless = false;
    this.trouble = "";
    this.caret = null;
    this.drawn = null;
    this.marks = []; // the words that the writer marked while they look first
    this.conversation = new Conversation({ onChange: () => this.changed(), onLoad: (text, isSameDraft) => this.load(text, isSameDraft) });
    this.conversation.isComposing = () => Boolean(this.view?.composing);
    this.findings = new Findings({
      act: (act) => this.conversation.act(act),
      announce: (words) => this.announce(words),
      about: (place) => this.about(place),
      answer: (thread) => this.answerField(thread)?.focus(),
    });
    this.told = null;
    this.speech = new Speech({
      onSentence: (sentence) => lightUp(this.view, [sentence], "spoken"),
      onEnd: () => {
        this.listening = false;
        lightUp(this.view, [], "spoken");
        this.draw();
      },
    });
    this.onLeave = () => document.visibilityState === "hidden" && this.conversation.flush();
    this.onAgain = () => backup.keepPlace(this.conversation.work, this.placeOfFocus());
    this.onHide = () => this.conversation.flush();
    this.onReturn = () => this.conversation.doc && this.conversation.ask();
    this.onConnection = ({ detail }) => this.conversation.connected(detail.isThere);
    this.onLink = (event) => this.leave(event);
    document.addEventListener("click", this.onLink, true);
    document.addEventListener("visibilitychange", this.onLeave);
    window.addEventListener("pagehide", this.onHide);
    window.addEventListener("hartcity:again", this.onAgain);
    window.addEventListener("focus", this.onReturn);
    window.addEventListener("hartcity:connection", this.onConnection);
  }

  extensions() {
    return [
      history(),
      EditorView.lineWrapping,
      placeholder("Write to the organization in your own words. Two paragraphs are enough."),
      EditorView.contentAttributes.of({
        "aria-label": "Email draft",
        "aria-multiline": "true",
        tabindex: "0",
        "aria-describedby": "hc-editor-help",
        spellcheck: "false",
        autocapitalize: "sentences",
      }),
      lit,
      this.findings.extension(),
      keymap.of([...historyKeymap, ...standardKeymap]),
      EditorView.domEventHandlers({
        blur: () => this.conversation.flush(),
        compositionend: () => {
          setTimeout(() => this.drawFindings(), 0);
        },
      }),
      EditorView.updateListener.of((update) => this.updated(update)),
    ];
  }

  /** Put CodeMirror into the place that the screen has for it. */
  mount(place) {
    this.view = new EditorView({
      state: EditorState.create({ doc: this.conversation.text, extensions: this.extensions() }),
      parent: place,
      root: place.getRootNode(),
    });
  }

  /** Show other words: a draft that was opened, or another state of this one, in which the caret keeps its place. */
  load(text, isSameDraft) {
    this.loading = true;
    if (isSameDraft) this.view.dispatch({ changes: difference(this.view.state.doc.toString(), text) });
    else this.view.setState(EditorState.create({ doc: text, extensions: this.extensions() }));
    this.loading = false;
    this.drawn = null;
    this.goBack(text);
  }

  /** Where the caret is, when somebody writes here; the page is about to be loaded anew. */
  placeOfFocus() {
    if (!this.view?.hasFocus) return null;
    const { anchor, head } = this.view.state.selection.main;
    return { anchor, head };
  }

  /** Go on where the writer was before the page was loaded anew. */
  goBack(text) {
    const place = backup.recallPlace(this.conversation.work);
    if (!place) return;
    const within = (at) => Math.min(at, text.length);
    this.view.dispatch({ selection: { anchor: within(place.anchor), head: within(place.head) }, scrollIntoView: true });
    this.view.focus();
  }

  /** Give the focus back to an element of the screen; the draft's caret is where it was. */
  focus(element) {
    element.focus({ preventScroll: true });
    if (!this.view.contentDOM.contains(element)) return;
    // The browser puts the caret at the start of what gets the focus, and CodeMirror believes it to be where it was.
    const { anchor, head } = this.view.state.selection.main;
    const [from, to] = [this.view.domAtPos(anchor), this.view.domAtPos(head)];
    const selection = /** @type {Document} */ (this.view.root).getSelection?.() ?? document.getSelection();
    selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  updated(update) {
    if (update.docChanged && !this.loading) {
      this.speech.stop();
      this.caret = null;
      this.marks = this.marks
        .map(({ from, to }) => ({ from: update.changes.mapPos(from, 1), to: update.changes.mapPos(to, -1) }))
        .filter(({ from, to }) => from < to);
      this.conversation.typed(update.state.doc.toString(), update.changes);
    } else if (update.selectionSet) {
      this.atCaret(update);
    }
  }

  /** Remember which receipt lines rest on the words that were clicked. */
  atCaret(update) {
    const { head } = update.state.selection.main;
    const isPointer = update.transactions.some((transaction) => transaction.isUserEvent("select.pointer"));
    const caret = isPointer ? head : null;
    if (caret === this.caret && !this.conversation.page.looks) return;
    this.caret = caret;
    queueMicrotask(() => this.draw());
  }

  /** The same by keyboard, where no finding stands: show it and say it. */
  about(place) {
    this.caret = place;
    const here = this.here();
    this.announce(
      here
        ? here.lines.map((line) => `${line.criterion}: ${line.title}, ${points(line)}.`).join(" ")
        : "Nothing in the report rests on these words.",
    );
    this.draw();
  }

  /** Receipt lines and findings that rest on the words at the caret. */
  here() {
    const { report } = this.conversation;
    if (this.caret === null || !report || this.conversation.isHidden()) return null;
    const covers = ({ from, to }) => from <= this.caret && this.caret <= to;
    const lines = report.criteria.flatMap((criterion) =>
      criterion.receipt.filter((line) => line.spans.some(covers)).map((line) => ({ ...line, criterion: criterion.name, id: criterion.id })),
    );
    const findings = report.findings.filter(covers);
    return lines.length || findings.length ? { lines, findings } : null;
  }

  changed() {
    if (this.view) queueMicrotask(() => this.drawFindings());
    if (this.marks.length && !this.conversation.page.looks) {
      this.marks = [];
      queueMicrotask(() => lightUp(this.view, []));
    }
    const { state, text } = this.conversation.savedLine;
    const trouble = TROUBLE.includes(state) ? text : "";
    if (trouble && trouble !== this.trouble) this.announce(trouble);
    this.trouble = trouble;
    this.announceTutor();
    this.draw();
    clearTimeout(this.counting);
    this.counting = setTimeout(() => this.announceCounts(), ANNOUNCE_AFTER_MS);
  }

  drawFindings() {
    const { report, threads } = this.conversation;
    const findings = this.shown(report);
    if (!this.view || this.view.composing || (findings === this.drawn?.findings && threads === this.drawn.threads)) return;
    this.drawn = { findings, threads };
    this.findings.draw(this.view, [...findings, ...marked(threads)]);
  }

  /** The findings that may show: all, or while the writer rates first those about privacy alone, or none. */
  shown(report) {
    const all = report?.findings ?? [];
    if (!this.conversation.isHidden()) return all;
    return this.conversation.page.looks ? NONE : all.filter((finding) => finding.group === "privacy");
  }

  /** Say what a tutor has said since the last time; what was there when the draft was opened is no news. */
  announceTutor() {
    const { threads, report } = this.conversation;
    if (!report) return;
    const theirs = threads.flatMap(({ comments }) => comments).filter(({ isMine }) => !isMine);
    const known = this.told;
    this.told = new Set(theirs.map(({ id }) => id));
    const news = known ? theirs.filter(({ id }) => !known.has(id)) : [];
    if (news.length) this.announce(`New from your tutor: ${news.map(({ text }) => text).join(" ")}`);
  }

  /** The field beside the draft in which a thread is answered. */
  answerField({ number }) {
    return /** @type {ShadowRoot} */ (this.view.root).getElementById?.(`hc-answer-${number}`);
  }

  announceCounts() {
    const { report, reading } = this.conversation;
    if (!report || reading || this.conversation.isHidden()) return;
    const many = report.findings.length;
    const { met, asked } = counted(report.checks);
    this.announce(`${many === 1 ? "1 finding" : `${many} findings`}. ${met} of ${asked} checks seen.`);
  }

  announce(words) {
    if (words === this.announcement) return;
    this.announcement = words;
    this.draw();
  }

  light(spans) {
    lightUp(this.view, spans);
    if (spans.length) bringIntoView(this.view, spans[0].from);
    if (!spans.length) this.announce("No words in the draft stand for this yet.");
    else this.announce(`Lit: ${spans.map(({ from, to }) => this.view.state.sliceDoc(from, to)).join("; ")}`);
  }

  /** The words that are chosen in the draft, or the one at the caret; null where there is none. */
  chosen() {
    if (!this.view) return null;
    const { main } = this.view.state.selection;
    const { from, to } = main.empty ? (this.view.state.wordAt(main.head) ?? main) : main;
    return from < to && !this.marks.some((mark) => mark.from === from && mark.to === to) ? { from, to } : null;
  }

  markChosen() {
    const chosen = this.chosen();
    if (chosen) this.drawMarks([...this.marks, chosen].sort((one, other) => one.from - other.from));
  }

  unmark(mark) {
    this.drawMarks(this.marks.filter((one) => one !== mark));
  }

  drawMarks(marks) {
    this.marks = marks;
    lightUp(this.view, marks, "own");
    this.announce(marks.length === 1 ? "1 mark." : `${marks.length} marks.`);
    this.draw();
  }

  /** Show the words of a next step, or where the report tells of it when no words stand for it yet. */
  goToStep(title, spans) {
    if (spans.length) return this.light(spans);
    const heading = [.../** @type {ShadowRoot} */ (this.view.root).querySelectorAll(".panel :is(h3, h4)")].find((one) => one.textContent === title);
    heading?.scrollIntoView({ block: "start" });
    return this.announce(heading?.parentElement.textContent ?? title);
  }

  /** Follow a link of ours as the navigation's own link to that page, so that nothing is loaded anew. */
  follow(event) {
    const { pathname } = new URL(event.currentTarget.href);
    const link = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))].find((one) => new URL(one.href).pathname === pathname);
    if (!link) return;
    event.preventDefault();
    link.click();
  }

  /** Let the words go before the page does, when a link to another page of the app is followed. */
  leave(event) {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link === this.followed || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.conversation.leave(() => {
      this.followed = link;
      link.click();
      this.followed = null;
    });
  }

  listen() {
    if (this.listening) return this.speech.stop();
    const { head } = this.view.state.selection.main;
    const text = this.view.state.doc.toString();
    const segments = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)]
      .map(({ segment, index }) => ({ text: segment.trim(), from: index, to: index + segment.trimEnd().length }))
      .filter((sentence) => sentence.text);
    const rest = segments.filter((sentence) => sentence.to > head);
    this.listening = this.speech.start(rest.length ? rest : segments);
    this.isVoiceless = !this.listening;
    return this.draw();
  }

  /** Give the writer a copy of the words as a file, without asking anybody else. */
  download() {
    const { subject, text } = this.conversation;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([subject ? `Subject: ${subject}\n\n${text}` : text], { type: "text/plain" }));
    link.download = "draft.txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  close() {
    document.removeEventListener("click", this.onLink, true);
    document.removeEventListener("visibilitychange", this.onLeave);
    window.removeEventListener("pagehide", this.onHide);
    window.removeEventListener("hartcity:again", this.onAgain);
    window.removeEventListener("focus", this.onReturn);
    window.removeEventListener("hartcity:connection", this.onConnection);
    clearTimeout(this.counting);
    this.speech.stop();
    this.conversation.close();
    this.view?.destroy();
  }
}
