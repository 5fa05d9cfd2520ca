/** Reads packed reports as the browser does, and carries them along. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Phrasebook } from "../../../hartcity/ui/editor/source/phrasebook.js";
import { carried, counted, points, read, signed } from "../../../hartcity/ui/editor/source/report.js";

const PHRASES = ["Clarity", "Long sentences", "Could it be shorter?", "Harper", "Thank the reader"];

function book() {
  const made = new Phrasebook();
  made.learn({ book: "a", from: 0, list: PHRASES });
  return made;
}

/** An answer as `packed_report.py` writes it, with what a test needs of it. */
const answer = (parts = {}) => ({
  refused: null, early: false, notices: [], words: 12, paragraphs: 1, sentences: [[0, 20, 5]], findings: [], steps: [], criteria: [],
  checks: [], strengths: [[4, 0, 20]], bars: [[0, 71.5, 60, 100, [[1, -4, [2, 6, 10, 14]]]]], grades: [7, 9], agreement: [], engines: [[3, "ready", null, 3]], ...parts,
});

/** A change that puts `length` units in at `at`. */
const inserted = (at, length) => ({
  mapPos: (place, side) => (place > at || (place === at && side > 0) ? place + length : place),
  touchesRange: (from, to) => from <= at && at <= to,
});

test("phrases are spelled out and flat places become spans", () => {
  const report = read(answer(), book());
  assert.deepEqual(report.bars, [
    { label: "Clarity", score: 71.5, low: 60, high: 100, parts: [{ name: "Long sentences", value: -4, spans: [{ from: 2, to: 6 }, { from: 10, to: 14 }] }] },
  ]);
  assert.equal(report.refused, "");
  assert.deepEqual(report.engines, [{ name: "Harper", state: "ready", progress: null, saying: "Harper" }]);
});

test("a receipt line that rests on a gauge has the gauge's words", () => {
  const criteria = [["clarity", 0, "met", 80, [[0, 8, 10, 2, 0], [1, -2, 0, 2, [3, 5], 4]]]];
  const [{ receipt }] = read(answer({ criteria }), book()).criteria;
  assert.deepEqual(receipt[0].spans, [{ from: 2, to: 6 }, { from: 10, to: 14 }]);
  assert.deepEqual(receipt[1].spans, [{ from: 3, to: 5 }]);
  assert.deepEqual(receipt[1].told, ["Thank the reader"]);
});

test("a finding has its suggestions, and what a tutor said of it behind them", () => {
  const findings = [[1, 4, "wording", 1, 1, 0, 2, null, 2, null, 3, [4], 1, null, 2]];
  const [finding] = read(answer({ findings }), book()).findings;
  assert.deepEqual(finding.suggestions, ["Thank the reader"]);
  assert.equal(finding.why, "");
  assert.equal(finding.isWord, true);
  assert.deepEqual(finding.told, ["Could it be shorter?"]);
});

test("places move with what is typed, and a finding whose words are touched goes", () => {
  const findings = [[1, 4, "wording", 1, 1, 0, 2, null, 2, null, 3, [], 0], [12, 16, "wording", 1, 1, 0, 2, null, 2, null, 3, [], 0]];
  const report = carried(read(answer({ findings }), book()), inserted(3, 2));
  assert.deepEqual(report.findings.map(({ from, to }) => [from, to]), [[14, 18]]);
  assert.deepEqual(report.bars[0].parts[0].spans, [{ from: 2, to: 8 }, { from: 12, to: 16 }]);
  assert.deepEqual(report.sentences, [{ from: 0, to: 22, words: 5 }]);
});

test("only checks that apply are counted", () => {
  const checks = ["met", "met", "not_seen", "not_applicable"].map((state) => ({ state }));
  assert.deepEqual(counted(checks), { met: 2, asked: 3 });
});

test("points are said as what was earned, or with their sign", () => {
  assert.equal(points({ points: 8, of: 10 }), "8 of 10");
  assert.equal(points({ points: -2, of: 0 }), "−2");
  assert.equal(signed(0.5), "+0.5");
});
