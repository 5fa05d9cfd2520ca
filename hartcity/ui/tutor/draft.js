// The draft as the tutor reads it: marks under the words, and the words that are selected are told to Python.
const FORMER = new WeakMap();

function pieces(points, marks) {
  const edges = new Set([0, points.length]);
  for (const [start, end] of marks) { edges.add(start); edges.add(end); }
  const places = [...edges].filter((place) => place <= points.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1];
    return { text: points.slice(start, end).join(""), over: marks.filter((mark) => mark[0] <= start && mark[1] >= end) };
  });
}

function offset(root, node, units) {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, units);
  return Array.from(range.toString()).length;
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".text");
  const key = JSON.stringify([data.text, data.marks]);
  const selected = () => {
    const home = root.getRootNode();
    const chosen = home.getSelection ? home.getSelection() : document.getSelection();
    if (!chosen || chosen.rangeCount === 0 || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    return root.contains(range.startContainer) && root.contains(range.endContainer) ? range : null;
  };
  if (FORMER.get(root) !== key) {
    root.replaceChildren(...pieces(Array.from(data.text), data.marks).map(({ text, over }) => {
      if (!over.length) return document.createTextNode(text);
      const mark = document.createElement("mark");
      mark.className = over.map((one) => one[2]).join(" ");
      mark.title = over.map((one) => one[3]).join("\n");
      mark.textContent = text;
      return mark;
    }));
    FORMER.set(root, key);
  }
  root.setAttribute("aria-label", data.label);
  const choose = () => {
    const range = selected();
    if (!range || !data.choose) return;
    const start = offset(root, range.startContainer, range.startOffset);
    const end = offset(root, range.endContainer, range.endOffset);
    if (end > start) setStateValue("chosen", { start, end, of: data.revision });
  };
  root.onmouseup = choose; // set and not added, since Streamlit calls this again at every change
  root.onkeyup = choose;
}
