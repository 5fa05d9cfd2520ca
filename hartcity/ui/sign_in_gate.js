// What a browser does around signing in. While nobody is in, it keeps in mind which page was asked for, since the
// provider sends everybody back to the first one. When somebody leaves whose words are saved, or somebody else comes in,
// it forgets what it kept of the words.
const BACK = "hartcity.back";
const IN = "hartcity.signed_in";
const WHO = "hartcity.account";
const UNSAVED = "hartcity.unsaved."; // words by their workspace
const OF_WHO = ["hartcity.tab", "hartcity.share", BACK]; // this tab's unsaved words, a share

function within(storage, act) {
  try {
    return act(window[storage]);
  } catch {
    return null; // a browser that keeps nothing: the page has to be asked for again
  }
}

function forgetWords() {
  within("localStorage", (kept) => {
    for (const name of Object.keys(kept)) if (name.startsWith(UNSAVED)) kept.removeItem(name);
  });
  within("sessionStorage", (kept) => OF_WHO.forEach((name) => kept.removeItem(name)));
}

export default function ({ data, setTriggerValue }) {
  if (!data.account) {
    const here = location.pathname + location.search + location.hash;
    const tellOtherTabs = () => within("localStorage", (kept) => kept.removeItem(IN));
    if (data.leaves) {
      window.addEventListener("pagehide", tellOtherTabs); // not before the cookie is gone
      return () => window.removeEventListener("pagehide", tellOtherTabs);
    }
    within("sessionStorage", (kept) => here !== data.start && kept.setItem(BACK, here));
    tellOtherTabs();
    return undefined;
  }
  if (data.leaves) {
    if (data.is_saved) forgetWords();
    setTriggerValue("forgotten", true);
    return undefined;
  }
  for (const storage of ["sessionStorage", "localStorage"]) {
    if (![null, data.account].includes(within(storage, (kept) => kept.getItem(WHO)))) forgetWords();
    within(storage, (kept) => kept.setItem(WHO, data.account));
  }
  const back = within("sessionStorage", (kept) => {
    const found = kept.getItem(BACK);
    kept.removeItem(BACK);
    return found;
  });
  within("localStorage", (kept) => kept.setItem(IN, "yes"));
  if (back && /^\/(?![/\\])/.test(back) && location.pathname === data.start) location.replace(back);
  const left = (event) => {
    if (event.key === IN && event.newValue === null) location.reload(); // signed out in another tab
  };
  window.addEventListener("storage", left);
  return () => window.removeEventListener("storage", left);
}
