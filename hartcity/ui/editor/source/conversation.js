/** The conversation with Python: numbers each text, waits for a pause, and keeps a copy until Python has saved it. */
import { ChangeSet } from "@codemirror/state";
import * as backup from "./backup.js";
import { Phrasebook } from "./phrasebook.js";
import { carried, read } from "./report.js";

const PAUSE_MS = 220;
const LONGEST_WAIT_MS = 1500;
const PATIENCE_MS = 7000;
const SAVE_AGAIN_MS = 8000;
const ON_ITS_WAY_MS = 80;
const LEAVING_MS = 3000;
const ASK_AGAIN_MS = { pending: 400, warming: 2500 };

const onTheirWay = ["installing", "starting", "warming"];

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
    this.sentText = "";
    this.sentAt = -Infinity;
    this.leavingAt = -Infinity;
    this.isTaking = false;
    this.failed = false;
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
    if (state !== "saved") return;
    this.saved = n;
    this.base = base;
    if (n === this.number && n > 0) backup.forget(this.work);
  }

  adopt(load) {
    const unsaved = this.work === load.work && this.number > this.saved && !this.isTaking;
    if (this.isTaking) backup.forget(load.work);
    this.isTaking = false;
    const kept = unsaved
      ? { text: this.text, subject: this.subject, kind: this.kind, base: load.base }
      : backup.recall(load.work, { isNew: !load.text && !load.subject, base: load.base });
    const stored = { text: load.text, subject: load.subject, kind: load.kind };
    const differs = kept && (kept.text !== stored.text || kept.subject !== stored.subject || kept.kind !== stored.kind);
    this.doc = load.doc;
    this.work = load.work;
    this.base = load.base;
    this.report = null;
    this.choice = null;
    this.notice = "";
    if (differs && (kept.base === load.base || kept.sent === load.text)) {
      this.set(kept);
      if (!unsaved) this.notice = "Words from this browser that were not saved yet are back.";
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

  keep() {
    if (!this.work || this.number <= this.saved) return;
    backup.keep(this.work, { text: this.text, subject: this.subject, kind: this.kind, base: this.base, sent: this.sentText });
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
    this.sentAt = performance.now();
    this.sentText = this.text;
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
   * Send what is unsent, then go. Streamlit holds a value back for a moment, and one that comes after the request for
   * another page empties that page; so the request waits until the value is on its way, and nothing is asked after it.
   */
  leave(go) {
    const isOnItsWay = () => this.number === this.sent && performance.now() - this.sentAt > ON_ITS_WAY_MS;
    if (!isOnItsWay()) this.flush();
    const depart = () => {
      this.leavingAt = performance.now();
      go();
    };
    if (isOnItsWay()) depart();
    else setTimeout(depart, ON_ITS_WAY_MS);
  }

  /** Keep the words in this browser; by now it is too late to send them, and they are sent when the draft is opened. */
  close() {
    this.keep();
    Object.values(this.timers).forEach(clearTimeout);
  }
}
