/**
 * A copy of words that are not saved yet, in this browser only. It goes when the words are saved.
 *
 * A workspace that was never saved has no address to come back to, so the tab itself remembers its words too.
 */
const PREFIX = "hartcity.unsaved.";
const TAB = "hartcity.tab";
const PLACE = "hartcity.place";

/**
 * The browser's store; null where it is forbidden.
 * @param {"localStorage" | "sessionStorage"} kind
 * @returns {Storage | null}
 */
function store(kind) {
  try {
    return window[kind];
  } catch {
    return null;
  }
}

function put(kind, key, value) {
  try {
    store(kind)?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store leaves the words in the page itself, where they are until it is closed.
  }
}

function get(kind, key) {
  try {
    const kept = JSON.parse(store(kind)?.getItem(key) ?? "null");
    if (!kept || typeof kept.text !== "string") return null;
    return kept.writer ? kept : { ...kept, writer: `earlier-${Date.now()}`, n: 1, base: 0, after: {} };
  } catch {
    return null;
  }
}

/**
 * Keep the words until they are saved.
 * @param {string} work the workspace's id
 * @param {import("./types.d.ts").Writing & import("./types.d.ts").Mark} draft
 */
export function keep(work, draft) {
  put("localStorage", PREFIX + work, draft);
  put("sessionStorage", TAB, { ...draft, work });
}

export function forget(work) {
  store("localStorage")?.removeItem(PREFIX + work);
  store("sessionStorage")?.removeItem(TAB);
}

/**
 * The unsaved words of this workspace; for a new and empty one, those that this tab could not save before.
 * @param {string} work
 * @param {boolean} isNew
 * @returns {(import("./types.d.ts").Writing & import("./types.d.ts").Mark) | null}
 */
export function recall(work, isNew) {
  const own = get("localStorage", PREFIX + work);
  if (own || !isNew) return own;
  const orphan = get("sessionStorage", TAB);
  if (!orphan) return null;
  forget(orphan.work);
  return { ...orphan, base: 0 };
}

/**
 * Remember where in the words of this workspace the caret is, for the next opening of the page in this tab.
 * @param {string} work
 * @param {{ anchor: number, head: number } | null} place
 */
export function keepPlace(work, place) {
  if (place) put("sessionStorage", PLACE, { work, place });
}

/**
 * Where the caret was; null when nobody wrote here. It is told once.
 * @param {string} work
 * @returns {{ anchor: number, head: number } | null}
 */
export function recallPlace(work) {
  try {
    const kept = JSON.parse(store("sessionStorage")?.getItem(PLACE) ?? "null");
    if (kept?.work !== work) return null;
    store("sessionStorage").removeItem(PLACE);
    return kept.place;
  } catch {
    return null;
  }
}
