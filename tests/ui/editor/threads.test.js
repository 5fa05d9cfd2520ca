/** Follows the words that a tutor's comments are about. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Phrasebook } from "../../../hartcity/ui/editor/source/phrasebook.js";
import { carriedThreads, marked, readThreads, unplaced } from "../../../hartcity/ui/editor/source/threads.js";

const book = new Phrasebook();
book.learn({ book: "a", from: 0, list: ["Gratitude", "thank you", "Ms. Ito", "2 minutes ago", "Lovely."] });

const thread = (place = [4, 13], isOpen = 1) => [1, place, 0, 1, isOpen, 0, [[7, 2, 3, 4, 0]]];
const identity = { mapPos: (place) => place, touchesRange: () => false };

test("a thread has its place, its words and its comments", () => {
  const [read] = readThreads([thread()], book);
  assert.deepEqual([read.from, read.to, read.about, read.quote, read.isGone], [4, 13, "Gratitude", "thank you", false]);
  assert.deepEqual(read.comments, [{ id: 7, name: "Ms. Ito", when: "2 minutes ago", text: "Lovely.", isMine: false }]);
});

test("a quotation without a place is of words that are gone", () => {
  const [read] = readThreads([thread([])], book);
  assert.equal(read.isGone, true);
});

test("a thread follows its words and tells when they are deleted", () => {
  const threads = readThreads([thread()], book);
  const [moved] = carriedThreads(threads, { ...identity, mapPos: (place) => place + 3 });
  assert.deepEqual([moved.from, moved.to, moved.isGone], [7, 16, false]);
  const [gone] = carriedThreads(threads, { ...identity, mapPos: () => 4 });
  assert.deepEqual([gone.from, gone.to, gone.isGone], [0, 0, true]);
});

test("only open threads with a place are marked in the draft", () => {
  const threads = readThreads([thread(), thread([4, 13], 0), thread([])], book);
  assert.deepEqual(marked(threads).map(({ from, message }) => [from, message]), [[4, "Ms. Ito: Lovely."]]);
  assert.deepEqual(marked(unplaced(threads)), []);
});
