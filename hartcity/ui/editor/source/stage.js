/**
 * The one element that holds the editor, for as long as the page of the browser lasts.
 *
 * Streamlit takes its own elements away and draws them anew when a connection comes back in the middle of a run, and
 * that must not take the editor from under the writer's hands. So the editor does not live in Streamlit's element: it
 * stands there as long as that exists, and in a shelter at the same spot until there is a new one. All of it happens
 * before the next key can arrive, and the focus and the caret are as they were.
 */
const LOOK_MS = 100;

export class Stage {
  constructor({ style, focus, onGone, isLeaving }) {
    this.focus = focus;
    this.onGone = onGone;
    this.isLeaving = isLeaving;
    this.host = document.createElement("div");
    this.host.dataset.hcEditor = "";
    const shadow = this.host.attachShadow({ mode: "open" });
    const sheet = document.createElement("style");
    sheet.textContent = style;
    this.root = document.createElement("div");
    this.root.className = "hc";
    shadow.append(sheet, this.root);
    this.path = location.pathname;
    this.frame = null;
    this.shelter = null;
    this.focused = null;
    this.root.addEventListener("focusin", ({ target }) => {
      this.focused = target;
    });
    // An element that is taken off the page loses the focus too; whether the writer went away is known a moment later.
    this.root.addEventListener("focusout", () => setTimeout(() => (this.focused = shadow.activeElement), 0));
    this.observer = new MutationObserver((records) => this.look(records));
    this.observer.observe(document, { childList: true, subtree: true });
  }

  /** Stand in Streamlit's element. */
  moveInto(parent) {
    if (this.host.parentNode === parent) return;
    this.put(() => parent.append(this.host), parent, null);
    this.frame = parent.host?.parentElement?.cloneNode(false) ?? document.createElement("div");
    this.frame.style.display = "contents";
    this.leaveShelter();
  }

  /** Move the element without taking the focus away where the browser can do that, else give it back at once. */
  put(insert, parent, next) {
    const { focused } = this;
    if (this.host.isConnected && parent.isConnected && parent.moveBefore) parent.moveBefore(this.host, next);
    else insert();
    if (focused) this.focus(focused);
  }

  look(records) {
    if (this.host.isConnected) {
      if (this.shelter && location.pathname !== this.path) this.go();
      return;
    }
    if (this.frame === null) return;
    if (this.isLeaving() || location.pathname !== this.path) this.go();
    else this.takeShelter(records);
  }

  takeShelter(records) {
    const spot = records.find(({ target, removedNodes }) => removedNodes.length && target.isConnected && target instanceof Element);
    const parent = spot?.target ?? document.body;
    const next = spot?.nextSibling?.parentNode === parent ? spot.nextSibling : null;
    this.shelter?.remove();
    this.shelter = this.frame;
    parent.insertBefore(this.shelter, next);
    this.put(() => this.shelter.append(this.host), this.shelter, null);
    clearInterval(this.looking);
    this.looking = setInterval(() => this.look([]), LOOK_MS);
  }

  leaveShelter() {
    clearInterval(this.looking);
    this.shelter?.remove();
    this.shelter = null;
  }

  /** The page of the app is another one now. */
  go() {
    this.observer.disconnect();
    this.leaveShelter();
    this.onGone();
    this.host.remove();
  }
}
