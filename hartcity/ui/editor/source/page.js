/**
 * What every page does when the app cannot be reached or its page cannot be drawn: it says so in plain words, takes the
 * focus from nobody, and goes on by itself. Fields of several lines save themselves, too.
 */
import { saveInPauses } from "./pauses.js";
import { leaveOutWhatCannotBeDrawn } from "./redraw.js";

const PING = /\/_stcore\/(health|host-config)$/;
const ASK_AGAIN_MS = 600;
const LONGEST_ANSWER_MS = 5000;
const SAY_AFTER_MS = 1000;
const GOOD_NEWS_MS = 4000;
const RELOADED = "hartcity.reloaded";
const RELOADS_IN_A_ROW = 3;
const IN_A_ROW_MS = 60_000;
const REST_MS = 900;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** @returns {HTMLElement | null} */
const app = () => document.querySelector("[data-testid=stApp]");

/**
 * Let Streamlit's question whether its server is there wait until it is. It would give up soon, ask more and more rarely,
 * and put a box with words for programmers in front of the writer, who types into nothing from then on.
 */
function askPatiently() {
  const ask = window.fetch.bind(window);
  window.fetch = (what, how) => {
    const { pathname } = new URL(what instanceof Request ? what.url : what, location.href);
    return PING.test(pathname) ? untilAnswered(() => ask(what, { signal: AbortSignal.timeout(LONGEST_ANSWER_MS) })) : ask(what, how);
  };
}

async function untilAnswered(ask) {
  for (;;) {
    try {
      const answer = await ask();
      if (answer.status < 500) return answer;
    } catch {
      // Nobody there; a proxy whose server is away says the same with a number above 500.
    }
    await pause(ASK_AGAIN_MS);
  }
}

class Notice {
  constructor() {
    this.box = document.createElement("p");
    this.box.setAttribute("role", "status");
    Object.assign(this.box.style, {
      position: "fixed", insetInline: "0", bottom: "0", margin: "0 auto", width: "fit-content", maxWidth: "min(46rem, 94vw)", zIndex: "999990",
      padding: "0", font: "1rem/1.5 sans-serif", borderRadius: "0.6rem 0.6rem 0 0", boxShadow: "0 0 12px rgb(0 0 0 / 25%)",
    });
    document.body.append(this.box);
  }

  say(words) {
    if (this.box.textContent === words) return;
    clearTimeout(this.hiding);
    const shown = app() ? getComputedStyle(app()) : null;
    Object.assign(this.box.style, {
      color: shown?.color ?? "#0b1417", background: shown?.backgroundColor ?? "#fdfcfa",
      borderTop: words ? "4px solid #a04a00" : "0", padding: words ? "0.7rem 1.1rem" : "0",
    });
    this.box.textContent = words;
  }

  sayFor(ms, words) {
    this.say(words);
    this.hiding = setTimeout(() => this.say(""), ms);
  }
}

class Connection {
  constructor() {
    this.notice = new Notice();
    this.isThere = true;
    this.hasSaid = false;
    new MutationObserver(() => this.look()).observe(document.documentElement, {
      subtree: true, childList: true, attributeFilter: ["data-test-connection-state"],
    });
  }

  look() {
    const shown = app();
    if (!shown) return again();
    const { testConnectionState: state } = shown.dataset;
    if (state === "DISCONNECTED_FOREVER") return again();
    const isThere = state === "CONNECTED" || state === "STATIC_CONNECTED";
    if (isThere === this.isThere) return undefined;
    this.isThere = isThere;
    clearTimeout(this.waiting);
    window.dispatchEvent(new CustomEvent("hartcity:connection", { detail: { isThere } }));
    if (!isThere) this.waiting = setTimeout(() => this.sayGone(), SAY_AFTER_MS);
    else if (this.hasSaid) this.sayBack();
    return undefined;
  }

  sayGone() {
    this.hasSaid = true;
    const isWriting = document.querySelector("[data-hc-editor]") !== null;
    this.notice.say(
      isWriting
        ? "The app cannot be reached at the moment. You can go on writing: your words are kept in this browser, and they are saved when it is back."
        : "The app cannot be reached at the moment. This page goes on by itself when it is back.",
    );
  }

  sayBack() {
    this.hasSaid = false;
    this.notice.sayFor(GOOD_NEWS_MS, "The app is back.");
  }
}

let isLoading = false;
let typedAt = -Infinity;

/** Wait until nobody types: a key that comes while the page is loaded goes nowhere. */
async function rest() {
  while (performance.now() - typedAt < REST_MS) await pause(REST_MS - (performance.now() - typedAt));
}

/** Load the page anew, since Streamlit has given up drawing it. The editor stays till then, and keeps what is typed. */
async function again() {
  if (isLoading) return;
  isLoading = true;
  const before = JSON.parse(sessionStorage.getItem(RELOADED) ?? "[]").filter((at) => Date.now() - at < IN_A_ROW_MS);
  if (before.length < RELOADS_IN_A_ROW) {
    await rest();
    sessionStorage.setItem(RELOADED, JSON.stringify([...before, Date.now()]));
    window.dispatchEvent(new Event("hartcity:again"));
    location.reload();
    return;
  }
  new Notice().say("This page could not be drawn, several times in a row. Your words are kept. Would you wait a minute and load it again?");
}

export default function watchPage() {
  if (window.hartcityPage) return;
  askPatiently();
  leaveOutWhatCannotBeDrawn();
  saveInPauses();
  for (const event of ["keydown", "beforeinput"]) window.addEventListener(event, () => (typedAt = performance.now()), true);
  window.hartcityPage = new Connection();
}
