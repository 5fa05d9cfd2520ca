/** Sentences that Python has said once. An answer names them by number, so that nothing long travels twice. */
export class Phrasebook {
  constructor() {
    this.book = "";
    /** @type {string[]} */
    this.phrases = [];
  }

  /**
   * Take in new phrases; false when some in between never arrived and must be asked for again.
   * @param {import("./types.d.ts").News} news
   */
  learn({ book, from, list }) {
    if (book !== this.book) {
      this.book = book;
      this.phrases = [];
    }
    if (from > this.phrases.length) return false;
    list.forEach((phrase, position) => {
      this.phrases[from + position] = phrase;
    });
    return true;
  }

  /** What Python may count on: the book and how many of its phrases arrived. */
  heard() {
    return [this.book, this.phrases.length];
  }

  /**
   * The phrase of a number; empty for none.
   * @param {number | null} [number]
   */
  say(number) {
    return number === null || number === undefined ? "" : (this.phrases[number] ?? "");
  }
}
