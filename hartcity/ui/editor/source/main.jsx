/** Mounts the draft editor and its report into Streamlit's page. */
import { render } from "preact";
import { Desk } from "./desk.js";
import { Screen } from "./screen.jsx";
import { Stage } from "./stage.js";
import style from "./style.css";

export { Conversation } from "./conversation.js";

// The desk that is open; Streamlit may give it another place to stand, or ask for the old one to be cleared away late.
let open = null;

function begin() {
  const desk = new Desk();
  const stage = new Stage({
    style,
    focus: (element) => desk.focus(element),
    isLeaving: () => desk.conversation.isLeaving(),
    onGone: () => {
      open = null;
      desk.close();
      render(null, stage.root);
    },
  });
  // Streamlit listens for single keys on the whole page; letters typed here belong to the draft.
  for (const event of ["keydown", "keyup", "keypress"]) stage.root.addEventListener(event, (e) => e.stopPropagation());
  stage.root.addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key === "Escape" && !defaultPrevented) desk.findings.darken(desk.view);
  });
  desk.draw = () => render(<Screen desk={desk} />, stage.root);
  return { desk, stage };
}

export default function draftEditor({ data, parentElement, setStateValue, setTriggerValue }) {
  open ??= begin();
  const { desk, stage } = open;
  stage.moveInto(parentElement);
  desk.conversation.connect({ setStateValue, setTriggerValue });
  if (!desk.view) desk.draw();
  desk.conversation.hear(data);
}
