/** Levels as a shape and a word, so that color never speaks alone. */
const words = {
  met: "Met",
  partly: "Partly",
  not_yet: "Not yet",
  not_seen: "Not seen yet",
  not_applicable: "Does not apply",
};

export const word = (state) => words[state] ?? state;

export function Shape({ state }) {
  const filled = { met: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z", partly: "M8 1a7 7 0 0 0 0 14z" }[state];
  return (
    <svg class={`shape shape-${state}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {state === "not_applicable" ? <path d="M3 8h10" /> : <circle cx="8" cy="8" r="6.4" />}
      {filled && <path class="fill" d={filled} />}
    </svg>
  );
}
