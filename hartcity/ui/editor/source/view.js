/** Brings words into view where bars hide a part of the page: the app's own at the top, the next steps at the bottom. */
export const TOP_BAR = 64;
const MARGIN = 12;
const UPPER_THIRD = 1 / 3;

function scrollerOf(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if (node instanceof Element && node.scrollHeight > node.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(node).overflowY)) {
      if (!node.classList.contains("cm-scroller")) return node;
    }
  }
  return document.scrollingElement;
}

/** Scroll the page, not the draft in its own frame, until the words at ``place`` stand between the bars. */
export function bringIntoView(view, place) {
  // The editor moves its own frame first, with its next measurement.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const words = view.coordsAtPos(place);
      if (!words) return;
      const bar = view.root.querySelector?.(".steps-bar")?.getBoundingClientRect();
      const top = TOP_BAR + MARGIN;
      const bottom = (bar?.height ? bar.top : document.documentElement.clientHeight) - MARGIN;
      if (words.top >= top && words.bottom <= bottom) return;
      scrollerOf(view.dom).scrollBy({ top: words.top - top - (bottom - top) * UPPER_THIRD });
    }),
  );
}
