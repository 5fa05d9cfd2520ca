/**
 * A field of the plan that has several lines saves itself in each pause of typing, as one of a single line does. Streamlit
 * knows that ("live") for single lines only, and would let such a field wait until the writer leaves it, beside a page
 * that says "Saved". So the field is told what a writer could tell it: Control and Enter.
 */
const FIELDS = "[class*=st-key-plan-] textarea";
const PAUSE_MS = 600;

/** @type {Map<HTMLTextAreaElement, ReturnType<typeof setTimeout>>} */
const unsaved = new Map();

/** @param {HTMLTextAreaElement} field */
function save(field) {
  clearTimeout(unsaved.get(field));
  unsaved.delete(field);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
}

/** @param {EventTarget | null} target */
function typed(target) {
  if (!(target instanceof HTMLTextAreaElement) || !target.matches(FIELDS)) return;
  clearTimeout(unsaved.get(target));
  unsaved.set(target, setTimeout(() => save(target), PAUSE_MS));
}

/** Hide what Streamlit says in such a field: that it is saved by two keys. */
function hideTheKeys() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[class*=st-key-plan-] .stTextArea [data-testid=InputInstructions] { display: none }");
  document.adoptedStyleSheets.push(sheet);
}

export function saveInPauses() {
  hideTheKeys();
  // A letter that is being composed of several keys is none yet; it comes with the end of its composition.
  document.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) typed(event.target);
  });
  document.addEventListener("compositionend", (event) => typed(event.target));
  typed(document.activeElement); // a quick writer may have begun before this was here
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") [...unsaved.keys()].forEach(save);
  });
}
