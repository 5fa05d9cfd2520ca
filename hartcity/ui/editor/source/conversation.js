/** The conversation with Python: numbers each text, waits for a pause, and keeps a copy until Python has saved it. */
import { ChangeSet } from "@codemirror/state";
import * as backup from "./backup.js";
import { Phrasebook } from "./phrasebook.js";
import { carried, read } from "./report.js";

const PAUSE_MS = 220;
const LONGEST_WAIT_MS = 1500;
const PATIENCE_MS = 7000;
const SAVE_AGAIN_MS = 8000;
const LONGEST_GOODBYE_MS = 5000;
const LEAVING_MS = 3000;
const MOST_REMEMBERED = 50_000;
const ASK_AGAIN_MS = { pending: 400, warming: 2500 };

const onTheirWay = ["installing", "starting", "warming"];

// The conversation that was closed last: Streamlit may draw the editor anew in the middle of one, and it goes on.
let before = null;

export class Conversation {
  constructor({ onChange, onLoad }) {
    this.onChange = onChange;
    this.onLoad = onLoad;
    this.book = new Phrasebook();
    this.doc = "";
    this.work = "";
    this.base = "";
    this.text = "";
    this.subject = "";
    this.kind = "email";
    this.number = 0;
    this.sent = 0;
    this.onTheWay = [];
    this.leavingAt = -Infinity;
    this.isTaking = false;
    this.failed = false;
    this.goodbye = null;
    this.saved = 0;
    this.since = ChangeSet.empty(0);
    this.report = null;
    this.reading = false;
    this.savedLine = { state: "saved", text: "" };
    this.choice = null;
    this.notice = "";
    this.page = {};
    this.timers = {};
    this.isComposing = () => false;
  }

  connect({ setStateValue, setTriggerValue }) {
    this.setState = setStateValue;
    this.setTrigger = setTriggerValue;
  }

  /** Take in what Python said in this run. */
  hear(data) {
    if (!this.doc && !data.load && before?.doc === data.doc) this.resume();
    const complete = this.book.learn(data.phrases);
    this.page = { ...data.page, recipient: this.book.say(data.page.recipient), readers: this.book.say(data.page.readers), checkedBy: this.book.say(data.page.checkedBy) };
    if (data.load && data.load.doc !== this.doc) this.adopt(data.load);
    if (data.doc !== this.doc) return this.greet();
    const isNews = data.saved.n > this.saved || data.saved.n === this.number;
    if (isNews || data.saved.state !== "saved") this.acknowledge(data.saved);
    if (data.newer && !this.isTaking) this.choice = { from: "tab", theirs: data.newer };
    else if (this.choice?.from === "tab") this.choice = null;
    if (!complete) return this.send();
    if (data.n === this.sent && data.answer) this.accept(data);
    else if (data.n === this.sent && data.answer === null) this.fail();
    this.onChange();
  }

  resume() {
    Object.assign(this, before);
    this.set(before);
    if (this.number !== this.sent) this.send();
  }

  /** Ask for the draft: Python took this page for one that has it, but it was drawn anew meanwhile. */
  greet() {
    this.greetings = (this.greetings ?? 0) + 1;
    this.setState("draft", { doc: "", n: 0, heard: this.book.heard(), greetings: this.greetings });
  }

  accept(data) {
    clearTimeout(this.timers.patience);
    this.failed = false;
    const report = read(data.answer, this.book);
    this.report = this.number === this.sent ? report : carried(report, this.since);
    this.reading = this.number !== this.sent || data.pending;
    this.pending = data.pending;
    this.askAgain();
  }

  /** Ask again while a fuller answer is on its way; an answer that changes nothing never reaches this page. */
  askAgain() {
    clearTimeout(this.timers.again);
    const warming = this.report.engines.some((engine) => onTheirWay.includes(engine.state));
    if (!this.pending && !warming) return;
    const wait = this.pending ? ASK_AGAIN_MS.pending : ASK_AGAIN_MS.warming;
    this.timers.again = setTimeout(() => {
      if (this.number === this.sent) this.ask();
      this.askAgain();
    }, wait);
  }

  /** The text arrived and is saved, but could not be read: say so, and keep what was said before. */
  fail() {
    clearTimeout(this.timers.patience);
    this.reading = false;
    this.failed = true;
  }

  /** Offer the words once more to a database that refused them; a new number makes it a new offer. */
  saveAgain() {
    if (this.number !== this.sent) return;
    this.number += 1;
    this.send();
  }

  acknowledge({ n, base, state, text }) {
    this.savedLine = { state, text };
    clearTimeout(this.timers.retry);
    if (state === "not_saved") this.timers.retry = setTimeout(() => this.saveAgain(), SAVE_AGAIN_MS);
    if (state !== "saved") return this.depart();
    this.saved = n;
    this.base = base;
    this.onTheWay = this.onTheWay.filter((sent) => sent.n > n);
    if (n !== this.number || n === 0) return;
    backup.forget(this.work);
    this.depart();
  }

  adopt(load) {
    const unsaved = this.work === load.work && this.number > this.saved && !this.isTaking;
    if (this.isTaking) backup.forget(load.work);
    this.isTaking = false;
    const isNew = !load.text && !load.subject;
    const isEarly = !this.doc && this.text; // typed before the draft was there
    const early = isEarly ? { text: this.text, subject: "", kind: load.kind, base: isNew ? load.base : "" } : null;
    const kept = unsaved
      ? { text: this.text, subject: this.subject, kind: this.kind, base: load.base }
      : (backup.recall(load.work, { isNew, base: load.base }) ?? early);
    const stored = { text: load.text, subject: load.subject, kind: load.kind };
    const differs = kept && (kept.text !== stored.text || kept.subject !== stored.subject || kept.kind !== stored.kind);
    const isAfter = differs && (kept.base === load.base || kept.sent?.includes(load.text));
    this.doc = load.doc;
    this.work = load.work;
    this.base = load.base;
    this.onTheWay = [];
    this.report = null;
    this.choice = null;
    this.notice = "";
    if (isAfter) {
      this.set(kept);
      if (!unsaved && kept !== early) this.notice = "Words from this browser that were not saved yet are back.";
      this.number += 1;
      this.send();
      return;
    }
    if (differs) this.choice = { from: "browser", theirs: { ...kept, base: load.base } };
    this.set(stored);
    this.saved = this.number += 1;
    this.send();
  }

  /** Put a whole draft in place of the present one; only for a draft that was opened, never while it is being written. */
  set({ text, subject, kind }) {
    this.text = text;
    this.subject = subject;
    this.kind = kind;
    this.onLoad(text);
  }

  choose(mine) {
    const { from, theirs } = this.choice;
    this.choice = null;
    if (from === "tab") {
      this.isTaking = !mine;
      this.act({ do: "settle", keep: mine ? "mine" : "newer" });
      return this.onChange();
    }
    this.base = theirs.base;
    if (!mine) this.set(theirs);
    this.touched();
    this.send();
  }

  typed(text, changes) {
    this.text = text;
    this.since = this.since.compose(changes);
    if (this.report) this.report = carried(this.report, changes);
    this.touched();
  }

  titled(subject) {
    this.subject = subject;
    this.touched();
  }

  formed(kind) {
    this.kind = kind;
    this.touched();
    this.send();
  }

  touched() {
    this.number += 1;
    this.reading = true;
    this.notice = "";
    this.savedLine = { state: "saving", text: "Saving…" };
    this.keep();
    clearTimeout(this.timers.pause);
    this.timers.pause = setTimeout(() => this.send(), PAUSE_MS);
    this.timers.longest ??= setTimeout(() => this.send(), LONGEST_WAIT_MS);
    this.onChange();
  }

  /** Keep a copy, with the texts that may have been saved on the way to it: it goes on from each of them. */
  keep() {
    if (!this.work || this.number <= this.saved) return;
    const sent = this.onTheWay.map(({ text }) => text);
    backup.keep(this.work, { text: this.text, subject: this.subject, kind: this.kind, base: this.base, sent });
  }

  remember(sent) {
    this.onTheWay.push(sent);
    const length = () => this.onTheWay.reduce((sum, { text }) => sum + text.length, 0);
    while (this.onTheWay.length > 1 && length() > MOST_REMEMBERED) this.onTheWay.shift();
  }

  /** Send the text at once when it has not been sent. */
  flush() {
    this.keep();
    if (this.number !== this.sent) this.send();
  }

  send() {
    clearTimeout(this.timers.pause);
    clearTimeout(this.timers.longest);
    this.timers.longest = null;
    if (!this.doc) return;
    if (this.isComposing()) {
      this.timers.pause = setTimeout(() => this.send(), PAUSE_MS);
      return;
    }
    this.sent = this.number;
    this.remember({ n: this.number, text: this.text });
    this.since = ChangeSet.empty(this.text.length);
    this.setState("draft", {
      doc: this.doc,
      n: this.number,
      base: this.base,
      heard: this.book.heard(),
      text: this.text,
      subject: this.subject,
      kind: this.kind,
    });
    clearTimeout(this.timers.patience);
    this.timers.patience = setTimeout(() => this.unanswered(), PATIENCE_MS);
  }

  unanswered() {
    this.savedLine = { state: "waiting", text: "No answer yet. Your words are kept in this browser." };
    this.onChange();
    this.send();
  }

  act(act) {
    this.setTrigger("act", act);
  }

  /** Ask what there is to say now; apart from what the student does, so that neither takes the other's place. */
  ask() {
    if (performance.now() - this.leavingAt > LEAVING_MS) this.setTrigger("ask", true);
  }

  /**
   * Send what is unsent, and go when Python has answered that it is saved. A request for another page takes the place of
   * words that Python had no time to read yet; and words that come after the request empty that page.
   */
  leave(go) {
    this.goodbye = go;
    if (!this.doc || this.number === this.saved) return this.depart();
    this.flush();
    clearTimeout(this.timers.goodbye);
    this.timers.goodbye = setTimeout(() => this.depart(), LONGEST_GOODBYE_MS);
  }

  depart() {
    if (!this.goodbye) return;
    clearTimeout(this.timers.goodbye);
    this.leavingAt = performance.now();
    setTimeout(this.goodbye, 0);
    this.goodbye = null;
  }

  /** Keep the words in this browser; by now it is too late to send them, and they are sent when the draft is opened. */
  close() {
    this.keep();
    Object.values(this.timers).forEach(clearTimeout);
    const { doc, work, base, text, subject, kind, number, sent, saved, onTheWay, book } = this;
    before = { doc, work, base, text, subject, kind, number, sent, saved, onTheWay, book };
    this.depart();
  }
}
