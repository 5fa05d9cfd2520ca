/** Turns Python's compact answer into objects whose places count UTF-16 units of the text it answers. */

/**
 * Places that travel flat: from, to, from, to.
 * @param {number[]} flat
 * @returns {import("./types.d.ts").Span[]}
 */
const places = (flat) => {
  const pairs = [];
  for (let i = 0; i < flat.length; i += 2) pairs.push({ from: flat[i], to: flat[i + 1] });
  return pairs;
};

/**
 * The report of an answer.
 * @param {any} answer what `packed_report.py` wrote
 * @param {import("./phrasebook.js").Phrasebook} book
 * @returns {import("./types.d.ts").Report}
 */
export function read(answer, book) {
  const say = (number) => book.say(number);
  const bars = answer.bars.map(([label, score, low, high, parts]) => ({
    label: say(label),
    score,
    low,
    high,
    parts: parts.map(([name, value, spans]) => ({ name: say(name), value, spans: places(spans) })),
  }));
  // A line that rests on a gauge names it by its number, so that its words travel once.
  const words = (spans) => (Array.isArray(spans) ? places(spans) : bars[spans].parts.flatMap((part) => part.spans));
  return {
    refused: say(answer.refused),
    isEarly: answer.early,
    notices: answer.notices.map(say),
    words: answer.words,
    paragraphs: answer.paragraphs,
    sentences: answer.sentences.map(([from, to, words]) => ({ from, to, words })),
    findings: answer.findings.map((f) => ({
      from: f[0],
      to: f[1],
      group: f[2],
      severity: f[3],
      check: say(f[4]),
      family: say(f[5]),
      message: say(f[6]),
      why: say(f[7]),
      question: say(f[8]),
      source: say(f[9]),
      engines: say(f[10]),
      suggestions: f[11].map(say),
      isWord: Boolean(f[12]),
      decision: f[13] ?? null,
      told: f.slice(14).map(say),
    })),
    steps: answer.steps.map(([title, seen, question, why, spans]) => ({
      title: say(title),
      seen: say(seen),
      question: say(question),
      why: say(why),
      spans: places(spans),
    })),
    criteria: answer.criteria.map(([id, name, level, score, receipt]) => ({
      id,
      name: say(name),
      level,
      score,
      receipt: receipt.map(([title, points, of, reason, spans, ...told]) => ({
        title: say(title),
        points,
        of,
        reason: say(reason),
        spans: words(spans),
        told: told.map(say),
      })),
    })),
    checks: answer.checks.map(([title, state, reason, question, spans, isEssential, ...told]) => ({
      title: say(title),
      state,
      reason: say(reason),
      question: say(question),
      spans: places(spans),
      isEssential: Boolean(isEssential),
      told: told.map(say),
    })),
    strengths: answer.strengths.map(([title, from, to]) => ({ title: say(title), from, to })),
    bars,
    grades: answer.grades,
    agreement: answer.agreement.map(([label, state, saying, spans]) => ({
      label: say(label),
      state,
      saying: say(saying),
      spans: places(spans),
    })),
    engines: answer.engines.map(([name, state, progress, saying]) => ({
      name: say(name),
      state,
      progress,
      saying: say(saying),
    })),
  };
}

/**
 * What stands around the report, with its phrases said.
 * @param {any} page
 * @param {import("./phrasebook.js").Phrasebook} book
 */
export function readPage(page, book) {
  const say = (/** @type {number | null} */ number) => book.say(number);
  const { compared } = page;
  return {
    ...page,
    recipient: say(page.recipient),
    readers: say(page.readers),
    checkedBy: say(page.checkedBy),
    compared: compared && {
      seen: compared.seen.map((line) => line.map(say)),
      overlooked: compared.overlooked.map((line) => line.map(say)),
      own: compared.own.map(say),
      missed: compared.missed.map(([title, question, isSaid]) => [say(title), say(question), isSaid]),
      there: compared.there.map(say),
    },
  };
}

/**
 * The same report with every place carried along by what was typed since the text it answers was sent.
 * @param {import("./types.d.ts").Report} report
 * @param {import("./types.d.ts").Changes} changes
 * @returns {import("./types.d.ts").Report}
 */
export function carried(report, changes) {
  /** @type {<Place extends import("./types.d.ts").Span>(span: Place) => Place} */
  const move = (span) => ({ ...span, from: changes.mapPos(span.from, 1), to: changes.mapPos(span.to, -1) });
  /** @type {<Place extends import("./types.d.ts").Span>(spans: Place[]) => Place[]} */
  const moveAll = (spans) => spans.map(move).filter((span) => span.from < span.to);
  return {
    ...report,
    sentences: moveAll(report.sentences),
    findings: report.findings.filter((f) => !changes.touchesRange(f.from, f.to)).map(move),
    steps: report.steps.map((step) => ({ ...step, spans: moveAll(step.spans) })),
    criteria: report.criteria.map((criterion) => ({
      ...criterion,
      receipt: criterion.receipt.map((line) => ({ ...line, spans: moveAll(line.spans) })),
    })),
    checks: report.checks.map((check) => ({ ...check, spans: moveAll(check.spans) })),
    strengths: moveAll(report.strengths),
    bars: report.bars.map((bar) => ({
      ...bar,
      parts: bar.parts.map((part) => ({ ...part, spans: moveAll(part.spans) })),
    })),
    agreement: report.agreement.map((line) => ({ ...line, spans: moveAll(line.spans) })),
  };
}

/**
 * How many of the checks that apply to this draft are met.
 * @param {import("./types.d.ts").Check[]} checks
 */
export function counted(checks) {
  const asked = checks.filter((check) => check.state !== "not_applicable");
  return { met: asked.filter((check) => check.state === "met").length, asked: asked.length };
}

/** @param {number} value */
export const signed = (value) => `${value < 0 ? "−" : "+"}${Math.abs(value)}`;

/**
 * What a receipt line gives, in words: what was earned of what could be, or what a finding costs.
 * @param {Pick<import("./types.d.ts").ReceiptLine, "points" | "of">} line
 */
export const points = ({ points: got, of }) => (of ? `${got} of ${of}` : signed(got));
