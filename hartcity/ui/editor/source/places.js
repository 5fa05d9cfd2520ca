/** Places in a text, reckoned without an editor. */

/**
 * The one stretch in which two texts differ, as a change of the first.
 * @param {string} before
 * @param {string} after
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let kept = 0;
  while (kept < shorter - from && before.at(-1 - kept) === after.at(-1 - kept)) kept += 1;
  return { from, to: before.length - kept, insert: after.slice(from, after.length - kept) };
}

/**
 * The same places without overlaps, so that no words are lit twice as strongly as others.
 * @param {import("./types.d.ts").Span[]} spans
 * @returns {import("./types.d.ts").Span[]}
 */
export function joined(spans) {
  const whole = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}
