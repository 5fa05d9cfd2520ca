/** Learns phrases in the order in which messages happen to arrive. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Phrasebook } from "../../../hartcity/ui/editor/source/phrasebook.js";

test("what was told once is said by its number", () => {
  const book = new Phrasebook();
  assert.equal(book.learn({ book: "a", from: 0, list: ["one", "two"] }), true);
  assert.equal(book.learn({ book: "a", from: 2, list: ["three"] }), true);
  assert.deepEqual([book.say(0), book.say(2), book.say(null), book.say(undefined)], ["one", "three", "", ""]);
  assert.deepEqual(book.heard(), ["a", 3]);
});

test("a gap is told, so that it is asked for again", () => {
  const book = new Phrasebook();
  assert.equal(book.learn({ book: "a", from: 1, list: ["two"] }), false);
  assert.deepEqual(book.heard(), ["a", 0]);
});

test("another book begins anew", () => {
  const book = new Phrasebook();
  book.learn({ book: "a", from: 0, list: ["one"] });
  book.learn({ book: "b", from: 0, list: [] });
  assert.deepEqual([book.heard(), book.say(0)], [["b", 0], ""]);
});
