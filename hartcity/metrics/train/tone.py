r"""Fit ``data/tone.json`` and ``data/word_warmth.txt`` on the texts in ``graded`` and on offers for a phone.

``python -m hartcity.metrics.train.tone --data FOLDER --vectors FILE``, where FOLDER holds ``receptiveness/items.csv``
with the columns set, text and warm. The texts in ``graded`` were written and graded for this project. A line
``= N`` gives the grade of the lines under it, ``\n`` in a line stands for a line break, ``#`` begins a remark.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from hartcity.metrics.courtesy import courtesy_features
from hartcity.metrics.passage import spoken_sentences
from hartcity.metrics.train.fitting import Examples, Figures, rank_correlation, ridge, standard, strongest, table, write
from hartcity.metrics.train.vectors import load, mean_vector, write_word_list
from hartcity.text import Document


GRADED = Path(__file__).parent / "graded"
STRENGTHS = (30.0, 100.0, 200.0, 400.0, 800.0)
OFFERS = "phone_offers"
WARM, TOUGH = 1.5, -0.5
VECTOR_SHRINKAGE = 0.5


def graded_texts() -> Iterator[tuple[str, float, str]]:
    """Yield each text with its grade (-3 to 3) and the name of its file."""
    for path in sorted(GRADED.glob("*.txt")):
        grade = 0.0
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("="):
                grade = float(line[1:])
            elif line and not line.startswith("#"):
                yield line.replace("\\n", "\n"), grade, path.stem


def offers(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Yield offers for a phone, whose writers were told to be warm or tough; those for a bowl are left out."""
    with (folder / "receptiveness" / "items.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["set"] == OFFERS:
                yield row["text"], WARM if row["warm"] == "1" else TOUGH, OFFERS


def main() -> None:
    """Choose the strongest penalty that costs next to nothing on files left out, fit, and write list and weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    asked = parser.parse_args()
    vectors = load(asked.vectors)
    texts = [*graded_texts(), *offers(asked.data)]
    graded, origins = np.array([grade for _, grade, _ in texts]), [origin for *_, origin in texts]
    spoken = [spoken_sentences(Document.of_text(text), email=False) for text, *_ in texts]
    counted = [{k: v for k, v in courtesy_features(s).items() if k != "word_warmth"} for s in spoken]
    names, features = table(counted)
    meaning = np.array([mean_vector([w.lower for s in sentences for w in s.words], vectors) for sentences in spoken])
    centre, spread = standard(meaning)
    both = np.hstack([features / standard(features)[1], (meaning - centre) / spread * VECTOR_SHRINKAGE])
    ours = np.array([origin != OFFERS for origin in origins])
    agreement: dict[float, float] = {}
    for strength in STRENGTHS:
        predicted = _left_out(both, graded, origins, strength)
        agreement[strength] = rank_correlation(predicted[ours], graded[ours])
    best = strongest(agreement)
    weights = ridge(both - both.mean(axis=0), graded, best)[1][len(names) :]
    direction = weights * VECTOR_SHRINKAGE / spread
    warmth = {word: float((vector - centre) @ direction) for word, vector in vectors.items()}
    write_word_list(
        "word_warmth", "How much warmer than others a word makes a sentence, on a scale of -3 to 3.", warmth
    )
    about = {
        "data": "texts written and graded for this project (train/graded); phone offers (package politeness, MIT)",
        "target": "grade, -3 hostile to 3 very considerate",
        "texts": len(graded),
        "penalty": best,
        "rho_of_own_files_left_out": agreement[best],
        "rho_by_penalty": {str(strength): rho for strength, rho in agreement.items()},
    }
    learned = (meaning - centre) @ direction
    write("tone", Examples((*names, "word_warmth"), np.column_stack([features, learned]), graded), best, about)
    print(about)  # noqa: T201  # the figures for the model card


def _left_out(features: Figures, target: Figures, groups: list[str], strength: float) -> np.ndarray:
    predicted = np.zeros(len(target))
    for group in sorted(set(groups)):
        held = np.array([name == group for name in groups])
        middle = features[~held].mean(axis=0)
        bias, weights = ridge(features[~held] - middle, target[~held], strength)
        predicted[held] = bias + (features[held] - middle) @ weights
    return predicted


if __name__ == "__main__":
    main()
