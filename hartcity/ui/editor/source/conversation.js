/**
 * The conversation with Python: numbers each text, waits for a pause, and keeps a copy until Python has saved it.
 *
 * Each text bears a mark: the name of its writer (one opening of this page), a number that only rises, the revision it
 * rests on, and the texts of other writers that it goes on from. The store takes no text that is older than one it
 * has, so it does no harm when a message comes late, twice or out of turn.
 */
import { ChangeSet } from "@codemirror/state";
import * as backup from "./backup.js";
import { Phrasebook } from "./phrasebook.js";
import { carried, read, readPage } from "./report.js";
import { carriedThreads, readThreads, unplaced } from "./threads.js";

const PAUSE_MS = 220;
const LONGEST_WAIT_MS = 1500;
const PATIENCE_MS = 7000;
const SAVE_AGAIN_MS = 8000;
const LONGEST_GOODBYE_MS = 5000;
const LEAVING_MS = 3000;
const ASK_AGAIN_MS = { pending: 400, warming: 2500 };
const LOOK_FOR_TUTOR_MS = 2000;
const STILL_THERE_MS = 30_000;
const NAME_BYTES = 12;
const AWAY = { state: "waiting", text: "Not saved yet: the app cannot be reached. Your words are kept in this browser." };

const onTheirWay = ["installing", "starting", "warming"];

// The conversation that was closed last: when the editor is opened again on the same page, it goes on.
let before = null;

// What was heard last, in the rounds of one session of Python; a session that this page has left is not listened to.
const heard = { session: "", round: 0, left: new Set() };

function newName() {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const same = (one, other) => one.writer === other.writer && one.n === other.n;
const equal = (one, other) => one.text === other.text && one.subject === other.subject && one.kind === other.kind;

export class Conversation {
  constructor({ onChange, onLoad }) {
    this.onChange = onChange;
    this.onLoad = onLoad;
    this.book = new Phrasebook();
    this.writer = newName();
    this.number = 0;
    this.doc = "";
    this.work = "";
    this.base = 0;
    this.after = {};
    this.again = null; // the mark of words that an earlier page wrote, while they are offered once more
    this.text = "";
    this.subject = "";
    this.kind = "email";
    this.saved = 0;
    this.sent = null;
    this.turns = 0;
    this.isClosed = false;
    this.isAway = false;
    this.isTaking = false;
    this.leavingAt = -Infinity;
    this.failed = false;
    this.goodbye = null;
    this.since = ChangeSet.empty(0);
    this.report = null;
    this.threads = [];
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

  /** Which text the present one is. */
  mark() {
    return this.again ?? { writer: this.writer, n: this.number, base: this.base, after: this.after };
  }

  /** Whether the writer looks or rates first, and sees nothing of the report till then. */
  isHidden() {
    const { looks, guess } = this.page;
    return Boolean(looks || (guess?.on && !guess.shown));
  }

  isUnsaved() {
    return this.number > this.saved;
  }

  isSent() {
    return this.sent !== null && same(this.sent, this.mark());
  }

  /** Take in what Python said in this run. */
  hear(data) {
    if (this.isClosed || this.isLate(data)) return;
    if (!this.doc && !data.load && before?.doc === data.doc) this.resume();
    const complete = this.book.learn(data.phrases);
    this.page = readPage(data.page, this.book);
    if (same(data.old, this.mark())) this.saved = this.number;
    if (data.load && data.load.doc !== this.doc) this.adopt(data.load);
    if (data.doc !== this.doc) return this.greet();
    this.acknowledge(data.saved);
    if (data.newer && !this.isTaking) this.choice = { theirs: data.newer };
    else this.choice = null;
    if (!complete) return this.send();
    if (data.answer && this.isSent() && same(data.answer, this.sent)) this.accept(data.answer);
    this.onChange();
    this.lookAgain();
  }

  /**
   * Ask now and then, while somebody looks at the draft: whether a tutor said something where it is shared, and whether
   * what was saved is still there, since a page that is left open would go on saying so.
   */
  lookAgain() {
    clearTimeout(this.timers.look);
    if (this.isClosed) return;
    this.timers.look = setTimeout(
      () => {
        if (this.isSent() && document.visibilityState !== "hidden") this.ask();
        this.lookAgain();
      },
      this.page.shared ? LOOK_FOR_TUTOR_MS : STILL_THERE_MS,
    );
  }

  /** Whether something newer was heard already. */
  isLate({ session, round }) {
    if (heard.left.has(session)) return true;
    if (session !== heard.session) {
      if (heard.session) heard.left.add(heard.session);
      heard.session = session;
    } else if (round < heard.round) {
      return true;
    }
    heard.round = round;
    return false;
  }

  resume() {
    Object.assign(this, before);
    before = null;
    this.onLoad(this.text, false);
    if (this.isUnsaved()) this.send();
  }

  /** Ask for the draft: Python took this page for one that has it, but it was drawn anew meanwhile. */
  greet() {
    this.turns += 1;
    this.setState("draft", { doc: "", heard: this.book.heard(), turn: this.turns });
  }

  accept({ report: packed, pending, threads }) {
    clearTimeout(this.timers.patience);
    this.threads = readThreads(threads, this.book);
    this.reading = pending;
    this.failed = packed === null;
    if (this.failed) return; // the text arrived and is saved, but could not be read: what was said before stays
    this.report = read(packed, this.book);
    this.pending = pending;
    this.askAgain();
  }

  /** Ask again while a fuller answer is on its way; an answer that changes nothing never reaches this page. */
  askAgain() {
    clearTimeout(this.timers.again);
    if (this.isClosed) return;
    const warming = this.report.engines.some((engine) => onTheirWay.includes(engine.state));
    if (!this.pending && !warming) return;
    const wait = this.pending ? ASK_AGAIN_MS.pending : ASK_AGAIN_MS.warming;
    this.timers.again = setTimeout(() => {
      if (this.isSent()) this.ask();
      this.askAgain();
    }, wait);
  }

  acknowledge({ writer, n, base, state, text }) {
    clearTimeout(this.timers.retry);
    if (state !== "saved") {
      this.savedLine = { state, text };
      if (state === "not_saved") this.timers.retry = setTimeout(() => this.send(), SAVE_AGAIN_MS);
      return this.depart();
    }
    if (same({ writer, n }, this.mark())) {
      this.saved = this.number;
    } else if (writer === this.writer) {
      this.saved = Math.max(this.saved, n);
    } else {
      return this.isUnsaved() ? undefined : this.say(text);
    }
    this.base = base;
    if (!this.again) this.after = {};
    if (this.isUnsaved()) return;
    backup.forget(this.work);
    this.say(text);
    this.depart();
  }

  /** Say that all is saved. */
  say(text) {
    this.savedLine = { state: "saved", text };
  }

  /**
   * Take the draft that Python holds, unless there are words here that it does not have: those stay in the editor and
   * are offered to the store, which tells whether somebody else wrote meanwhile.
   */
  adopt(load) {
    const isSameWork = this.work === load.work;
    if (!isSameWork) this.threads = [];
    const stored = { text: load.text, subject: load.subject, kind: load.kind };
    const hasUnsaved = isSameWork && this.isUnsaved() && !this.isTaking;
    const early = !this.doc && this.text; // typed before the draft was there
    const isNew = !stored.text && !stored.subject;
    if (this.isTaking) backup.forget(load.work);
    const copy = hasUnsaved || this.isTaking ? null : backup.recall(load.work, isNew);
    this.isTaking = false;
    this.doc = load.doc;
    this.work = load.work;
    this.choice = null;
    this.notice = "";
    if (hasUnsaved) return this.send();
    this.number += 1;
    this.after = {};
    this.again = null;
    if (copy && !equal(copy, stored)) {
      const { writer, n, base, after } = copy;
      this.again = { writer, n, base, after };
      this.place(copy, false);
      this.notice = "Words from this browser that were not saved yet are back.";
    } else if (early) {
      this.base = isNew ? load.base : 0;
      this.kind = load.kind;
    } else {
      if (copy) backup.forget(load.work);
      this.base = load.base;
      this.saved = this.number;
      this.place(stored, isSameWork);
    }
    this.send();
  }

  /** Put a whole draft in place of the present one; the caret stays with the words when it is another state of them. */
  place({ text, subject, kind }, isSameDraft) {
    if (text !== this.text) {
      this.report = null;
      this.threads = unplaced(this.threads);
    }
    this.subject = subject;
    this.kind = kind;
    if (isSameDraft && text === this.text) return;
    this.text = text;
    this.onLoad(text, isSameDraft);
  }

  choose(mine) {
    this.choice = null;
    this.isTaking = !mine;
    this.act({ do: "settle", keep: mine ? "mine" : "newer" });
    this.onChange();
  }

  typed(text, changes) {
    this.text = text;
    this.since = this.since.compose(changes);
    if (this.report) this.report = carried(this.report, changes);
    if (this.threads.length) this.threads = carriedThreads(this.threads, changes);
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
    if (this.again) {
      const { writer, n, base, after } = this.again;
      this.base = base;
      this.after = { ...after, [writer]: n };
      this.again = null;
    }
    this.number += 1;
    this.reading = true;
    this.notice = "";
    this.savedLine = this.isAway ? AWAY : { state: "saving", text: "Saving…" };
    this.keep();
    clearTimeout(this.timers.pause);
    this.timers.pause = setTimeout(() => this.send(), PAUSE_MS);
    this.timers.longest ??= setTimeout(() => this.send(), LONGEST_WAIT_MS);
    this.onChange();
  }

  /** Keep a copy in this browser until the words are saved. */
  keep() {
    if (!this.work || !this.isUnsaved() || this.isClosed) return;
    backup.keep(this.work, { text: this.text, subject: this.subject, kind: this.kind, ...this.mark() });
  }

  /** Send the text at once when it has not been sent. */
  flush() {
    this.keep();
    if (!this.isSent()) this.send();
  }

  /** Send the text. Each time is a turn of its own, since Streamlit passes nothing on that is as it was. */
  send() {
    clearTimeout(this.timers.pause);
    clearTimeout(this.timers.longest);
    this.timers.longest = null;
    if (!this.doc || this.isClosed) return;
    if (this.isComposing()) {
      this.timers.pause = setTimeout(() => this.send(), PAUSE_MS);
      return;
    }
    this.sent = this.mark();
    this.since = ChangeSet.empty(this.text.length);
    this.turns += 1;
    const { writer, n, base, after } = this.sent;
    this.setState("draft", {
      doc: this.doc,
      writer,
      number: n,
      base,
      after,
      turn: this.turns,
      heard: this.book.heard(),
      text: this.text,
      subject: this.subject,
      kind: this.kind,
    });
    clearTimeout(this.timers.patience);
    this.timers.patience = setTimeout(() => this.unanswered(), PATIENCE_MS);
  }

  /** Take note that Streamlit's connection went or came back; what could not be sent meanwhile goes now. */
  connected(isThere) {
    this.isAway = !isThere;
    if (this.isClosed || !this.isUnsaved()) return;
    this.savedLine = isThere ? { state: "saving", text: "Saving…" } : AWAY;
    if (isThere) this.send();
    this.onChange();
  }

  unanswered() {
    if (this.isUnsaved()) this.savedLine = this.isAway ? AWAY : { state: "waiting", text: "No answer yet. Your words are kept in this browser." };
    this.onChange();
    this.send();
  }

  act(act) {
    if (!this.isClosed) this.setTrigger("act", act);
  }

  /** Ask what there is to say now; apart from what the student does, so that neither takes the other's place. */
  ask() {
    if (!this.isClosed && !this.isLeaving()) this.setTrigger("ask", true);
  }

  /** Whether another page was asked for a moment ago. */
  isLeaving() {
    return performance.now() - this.leavingAt < LEAVING_MS;
  }

  /**
   * Send what is unsent, and go when Python has answered that it is saved. A request for another page takes the place of
   * words that Python had no time to read yet; and words that come after the request empty that page.
   */
  leave(go) {
    this.goodbye = go;
    if (!this.doc || !this.isUnsaved()) return this.depart();
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

  /** Keep the words in this browser and fall silent for good: what a closed conversation says could only be old. */
  close() {
    if (this.isClosed) return;
    this.keep();
    Object.values(this.timers).forEach(clearTimeout);
    const { doc, work, base, after, again, text, subject, kind, writer, number, saved, sent, turns, book } = this;
    before = { doc, work, base, after, again, text, subject, kind, writer, number, saved, sent, turns, book };
    this.depart();
    this.isClosed = true;
  }
}
