/** What a tutor and the student say to each other; places count UTF-16 units of the text that the answer was about. */

/**
 * @param {any[]} packed what `packed_threads.py` wrote
 * @param {import("./phrasebook.js").Phrasebook} book
 * @returns {import("./types.d.ts").Thread[]}
 */
export function readThreads(packed, book) {
  const say = (number) => book.say(number);
  return packed.map(([number, place, about, quote, isOpen, overrides, comments]) => ({
    number,
    from: place[0] ?? 0,
    to: place[1] ?? 0,
    about: say(about),
    quote: say(quote),
    isGone: Boolean(say(quote)) && !place.length,
    isOpen: Boolean(isOpen),
    overrides: Boolean(overrides),
    comments: comments.map(([id, name, when, text, isMine]) => ({ id, name: say(name), when: say(when), text: say(text), isMine: Boolean(isMine) })),
  }));
}

/**
 * The same threads with every place carried along by what was typed; words that were deleted are gone.
 * @param {import("./types.d.ts").Thread[]} threads
 * @param {import("./types.d.ts").Changes} changes
 * @returns {import("./types.d.ts").Thread[]}
 */
export function carriedThreads(threads, changes) {
  return threads.map((thread) => {
    if (thread.from >= thread.to) return thread;
    const from = changes.mapPos(thread.from, 1);
    const to = changes.mapPos(thread.to, -1);
    return from < to ? { ...thread, from, to } : { ...thread, from: 0, to: 0, isGone: true };
  });
}

/**
 * The same threads for a text in which nobody has looked for the words yet.
 * @param {import("./types.d.ts").Thread[]} threads
 * @returns {import("./types.d.ts").Thread[]}
 */
export const unplaced = (threads) => threads.map((thread) => ({ ...thread, from: 0, to: 0 }));

/**
 * The open threads whose words stand in the draft, as marks like those of the report's findings.
 * @param {import("./types.d.ts").Thread[]} threads
 * @returns {import("./types.d.ts").Marked[]}
 */
export const marked = (threads) =>
  threads
    .filter((thread) => thread.isOpen && thread.from < thread.to)
    .map((thread) => ({
      from: thread.from,
      to: thread.to,
      group: "tutor",
      severity: 2,
      family: thread.about || "From your tutor",
      message: thread.comments.map(({ name, text }) => `${name}: ${text}`).join(" "),
      question: "",
      suggestions: [],
      thread,
    }));
