/** Predict first: the writer rates each criterion before seeing the assistant's reading, and sees the difference. */
import { useState } from "preact/hooks";
import { Shape, word } from "./shapes.jsx";

const levels = ["not_yet", "partly", "met"];

export function Guess({ report, act }) {
  const [mine, setMine] = useState({});
  const done = report.criteria.every(({ id }) => mine[id]);
  return (
    <section aria-label="Rate it yourself first">
      <h3>How do you rate it?</h3>
      {report.criteria.map(({ id, name }) => (
        <fieldset key={id} class="guess">
          <legend>{name}</legend>
          {levels.map((level) => (
            <label key={level}>
              <input type="radio" name={`hc-guess-${id}`} checked={mine[id] === level} onChange={() => setMine({ ...mine, [id]: level })} />
              {word(level)}
            </label>
          ))}
        </fieldset>
      ))}
      <div class="tools">
        <button type="button" class="primary" disabled={!done} onClick={() => act({ do: "guessed", mine })}>Compare</button>
        <button type="button" onClick={() => act({ do: "guess", on: false })}>Show the scores without rating</button>
      </div>
    </section>
  );
}

export function Guessed({ report, guess, act }) {
  // A rating belongs to its wording: it stands beside what was read then, whatever was changed since.
  const here = ({ id, level }) => guess.here[id] ?? level;
  const same = report.criteria.filter((criterion) => guess.mine[criterion.id] === here(criterion)).length;
  return (
    <div class="box" role="group" aria-label="Your rating beside this one">
      <p><strong>{same} of {report.criteria.length} the same.</strong></p>
      <table>
        <thead><tr><th scope="col">Criterion</th><th scope="col">You</th><th scope="col">Here</th></tr></thead>
        <tbody>
          {report.criteria.map((criterion) => (
            <tr key={criterion.id}>
              <th scope="row">{criterion.name}</th>
              <td><Shape state={guess.mine[criterion.id]} /> {word(guess.mine[criterion.id])}</td>
              <td><Shape state={here(criterion)} /> {word(here(criterion))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {guess.isOld && <p class="small">You have changed the draft since. Would you rate it again as it is now?</p>}
      {guess.past.length > 1 && <p class="small">Over time: {guess.past.map(([agreed, of]) => `${agreed} of ${of}`).join(", ")} the same.</p>}
      <div class="tools">
        <button type="button" onClick={() => act({ do: "guess", on: true })}>Rate this version</button>
        <button type="button" onClick={() => act({ do: "guess", on: false })}>Stop rating first</button>
      </div>
    </div>
  );
}
