/** Mounts the draft editor and its report into Streamlit's page. */
import { render } from "preact";
import { Desk } from "./desk.js";
import { Screen } from "./screen.jsx";
import style from "./style.css";

const desks = new WeakMap();

function open(parent) {
  const sheet = document.createElement("style");
  sheet.textContent = style;
  const root = document.createElement("div");
  root.className = "hc";
  // Streamlit listens for single keys on the whole page; letters typed here belong to the draft.
  for (const event of ["keydown", "keyup", "keypress"]) root.addEventListener(event, (e) => e.stopPropagation());
  parent.append(sheet, root);
  const desk = new Desk();
  desk.draw = () => render(<Screen desk={desk} />, root);
  desks.set(parent, desk);
  return desk;
}

export default function draftEditor({ data, parentElement, setStateValue, setTriggerValue }) {
  const desk = desks.get(parentElement) ?? open(parentElement);
  desk.conversation.connect({ setStateValue, setTriggerValue });
  if (!desk.view) desk.draw();
  desk.conversation.hear(data);
  return () => {
    desk.close();
    desks.delete(parentElement);
    parentElement.replaceChildren();
  };
}
