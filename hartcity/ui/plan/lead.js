// Leads to a field of the plan once its tab is open: brings it into view and puts the caret there, once for each click.
const LONGEST_MS = 4000;
const FIELDS = "textarea, input, button, [tabindex='0']";

/** Streamlit writes a widget's key into its class, with a hyphen for what no class may hold. */
const asClass = (key) => `st-key-${key.trim().replace(/[^a-zA-Z0-9_-]/g, "-")}`;

function lead(box) {
  box.scrollIntoView({ block: "center" });
  box.querySelector(FIELDS)?.focus({ preventScroll: true });
}

export default function ({ data }) {
  if (window.hartcityLed === data.click) return;
  window.hartcityLed = data.click;
  const from = performance.now();
  const look = () => {
    const box = document.querySelector(`[class*="${asClass(data.key)}"]`);
    if (box?.checkVisibility()) lead(box);
    else if (performance.now() - from < LONGEST_MS) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
