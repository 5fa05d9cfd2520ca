/** Reckons with places. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, joined } from "../../../hartcity/ui/editor/source/places.js";

const TEXTS = ["", "a", "aa", "aab", "abab", "abba", "Dear Ms. Lee", "Dear Mr. Lee", "Dear Lee", "Dear Lee, dear Lee"];

test("the difference of two texts makes the one of the other", () => {
  for (const before of TEXTS) {
    for (const after of TEXTS) {
      const { from, to, insert } = difference(before, after);
      assert.ok(from <= to, `${before} → ${after}`);
      assert.equal(before.slice(0, from) + insert + before.slice(to), after);
    }
  }
});

test("the difference holds no more than what changed", () => {
  assert.deepEqual(difference("Dear Ms. Lee", "Dear Mr. Lee"), { from: 6, to: 7, insert: "r" });
  assert.deepEqual(difference("same", "same"), { from: 4, to: 4, insert: "" });
});

test("places that touch or overlap are lit as one", () => {
  const spans = [{ from: 8, to: 9 }, { from: 0, to: 3 }, { from: 2, to: 5 }, { from: 5, to: 6 }, { from: 1, to: 2 }];
  assert.deepEqual(joined(spans), [{ from: 0, to: 6 }, { from: 8, to: 9 }]);
  assert.deepEqual(spans[1], { from: 0, to: 3 });
});
