/**
 * What Streamlit cannot draw is left out and asked for once more. A message for a place that is no longer there (a page
 * was changed, and something that belonged to the one before came late) makes its front end throw inside React, which
 * takes the whole page away, with the editor and its focus.
 */
const LOOK_MS = 300;
const ASKED_IN_A_ROW = 3;
const IN_A_ROW_MS = 60_000;

/** The component of Streamlit that holds what is drawn; null when this Streamlit is built another way. */
function findApp() {
  const root = document.getElementById("root");
  const key = root && Object.keys(root).find((name) => name.startsWith("__reactContainer$"));
  const waiting = key ? [root[key]] : [];
  while (waiting.length) {
    const fiber = waiting.pop();
    const held = fiber.stateNode;
    if (held?.state?.elements?.applyDelta && held.rerunScript) return held;
    waiting.push(...[fiber.sibling, fiber.child].filter(Boolean));
  }
  return null;
}

class Redraw {
  constructor(app) {
    this.app = app;
    this.asked = [];
  }

  /** Ask for the whole page as soon as no run is under way; a page that fails again and again stays as it is. */
  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (this.app.state.scriptRunState !== "notRunning") return this.soon();
      this.asked = this.asked.filter((at) => Date.now() - at < IN_A_ROW_MS);
      if (this.asked.length >= ASKED_IN_A_ROW) return undefined;
      this.asked.push(Date.now());
      return this.app.rerunScript();
    }, LOOK_MS);
  }
}

export function leaveOutWhatCannotBeDrawn() {
  const app = findApp();
  if (!app) return;
  const redraw = new Redraw(app);
  const drawn = Object.getPrototypeOf(app.state.elements);
  const { applyDelta } = drawn;
  drawn.applyDelta = function applyOrLeaveOut(...message) {
    try {
      return applyDelta.apply(this, message);
    } catch {
      redraw.soon();
      return this;
    }
  };
}
