/** Keeps unsaved words in the browser, in one that keeps nothing too. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forget, keep, keepPlace, recall, recallPlace } from "../../../hartcity/ui/editor/source/backup.js";

class Store {
  constructor() {
    this.kept = new Map();
  }

  getItem(key) {
    return this.kept.get(key) ?? null;
  }

  setItem(key, value) {
    this.kept.set(key, value);
  }

  removeItem(key) {
    this.kept.delete(key);
  }
}

const DRAFT = { text: "Dear Ms. Lee", subject: "", kind: "email", writer: "w", n: 3, base: 2, after: {} };

beforeEach(() => {
  globalThis.window = { localStorage: new Store(), sessionStorage: new Store() };
});

test("words are had back until they are saved", () => {
  keep("work", DRAFT);
  assert.deepEqual(recall("work", false), DRAFT);
  assert.equal(recall("other", false), null);
  forget("work");
  assert.equal(recall("work", true), null);
});

test("a new workspace gets what its tab could not save before, once", () => {
  keep("never-saved", DRAFT);
  const { work, ...orphan } = recall("new", true);
  assert.equal(work, "never-saved");
  assert.deepEqual(orphan, { ...DRAFT, base: 0 });
  assert.equal(recall("newer", true), null);
});

test("a copy without a mark is given one, and a broken copy is none", () => {
  window.localStorage.setItem("hartcity.unsaved.old", JSON.stringify({ text: "Words", subject: "", kind: "email" }));
  assert.deepEqual({ ...recall("old", false), writer: "" }, { text: "Words", subject: "", kind: "email", writer: "", n: 1, base: 0, after: {} });
  for (const broken of ["{", "3", "null", '{"text": 3}']) {
    window.localStorage.setItem("hartcity.unsaved.broken", broken);
    assert.equal(recall("broken", false), null);
  }
});

test("the caret's place is told once, and only to its own workspace", () => {
  keepPlace("work", { anchor: 1, head: 4 });
  assert.equal(recallPlace("other"), null);
  assert.deepEqual(recallPlace("work"), { anchor: 1, head: 4 });
  assert.equal(recallPlace("work"), null);
});

test("a browser that keeps nothing is no trouble", () => {
  const forbidden = () => {
    throw new Error("forbidden");
  };
  globalThis.window = Object.defineProperties({}, { localStorage: { get: forbidden }, sessionStorage: { get: forbidden } });
  keep("work", DRAFT);
  forget("work");
  assert.equal(recall("work", true), null);
  assert.equal(recallPlace("work"), null);
});
