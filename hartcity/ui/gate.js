// What a browser does around signing in. While nobody is in, it keeps in mind which page was asked for, since the
// provider sends everybody back to the first one. When somebody else comes in, it forgets what this tab kept.
const BACK = "hartcity.back";
const IN = "hartcity.signed_in";
const WHO = "hartcity.account";
const OF_WHO = ["hartcity.tab", "hartcity.share", BACK]; // unsaved words (another copy waits for its workspace), a share

function within(storage, act) {
  try {
    return act(window[storage]);
  } catch {
    return null; // a browser that keeps nothing: the page has to be asked for again
  }
}

export default function ({ data }) {
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
  const back = within("sessionStorage", (kept) => {
    if (![null, data.account].includes(kept.getItem(WHO))) OF_WHO.forEach((name) => kept.removeItem(name));
    kept.setItem(WHO, data.account);
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
