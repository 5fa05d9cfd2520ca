// What the tutor's browser holds: the secret of the share that is open in this tab, and the tutor's own name and quick
// comments. The secret comes behind "#" in the link, which no browser sends to a server, and leaves the address bar.
const SECRET = "hartcity.share";
const OWN = "hartcity.tutor";

function read(storage, name) {
  try { return storage.getItem(name) ?? ""; } catch { return ""; }
}

function write(storage, name, value) {
  try {
    if (value) storage.setItem(name, value);
    else storage.removeItem(name);
  } catch { /* a browser that keeps nothing asks again next time */ }
}

function fromAddress() {
  const found = location.hash.slice(1);
  if (!/^[\w-]{43}$/.test(found)) return "";
  history.replaceState(history.state, "", location.pathname + location.search);
  write(sessionStorage, SECRET, found);
  return found;
}

// Streamlit calls this again at every change of its data, so the listener of the time before is taken away first.
let listening = null;

export default function ({ data, setStateValue }) {
  if (data.secret !== null) write(sessionStorage, SECRET, data.secret);
  if (data.own) write(localStorage, OWN, JSON.stringify(data.own));
  const tell = (secret) => {
    let own = {};
    try { own = JSON.parse(read(localStorage, OWN) || "{}"); } catch { /* not ours */ }
    setStateValue("found", { secret, own, at: Date.now() }); // the same link may be opened again
  };
  const arrived = () => {
    const secret = fromAddress();
    if (secret) tell(secret);
  };
  if (data.ask) tell(fromAddress() || read(sessionStorage, SECRET));
  else arrived();
  if (listening) window.removeEventListener("hashchange", listening);
  listening = arrived;
  window.addEventListener("hashchange", arrived);
  return () => window.removeEventListener("hashchange", arrived);
}
