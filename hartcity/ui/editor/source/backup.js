/** A copy of words that are not saved yet, in this browser only. It goes when the words are saved. */
const PREFIX = "hartcity.unsaved.";

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function keep(work, draft) {
  try {
    storage()?.setItem(PREFIX + work, JSON.stringify(draft));
  } catch {
    // A full or forbidden store leaves the words in the page itself, where they are until it is closed.
  }
}

export function forget(work) {
  storage()?.removeItem(PREFIX + work);
}

export function recall(work) {
  try {
    const kept = JSON.parse(storage()?.getItem(PREFIX + work) ?? "null");
    return kept && typeof kept.text === "string" ? kept : null;
  } catch {
    return null;
  }
}
