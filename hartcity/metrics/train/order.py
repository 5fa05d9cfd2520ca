"""Make ``data/word_classes.txt`` and ``data/class_order.txt``: which kinds of word follow which.

``python -m hartcity.metrics.train.order --data FOLDER --vectors FILE``, where FOLDER holds ``pavlick_formality``
(news, blog, answers), ``wiki_conciseness``, ``readmepp`` and ``receptiveness``.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.cluster import MiniBatchKMeans

from hartcity.metrics.order import DIGITS, EDGE, LOWEST, SPARE, STEPS, UNKNOWN, classes_of
from hartcity.metrics.train.fitting import DATA
from hartcity.metrics.train.tone import graded_texts
from hartcity.metrics.train.vectors import HEADER, load
from hartcity.metrics.wordlists import graded
from hartcity.text import Document
from hartcity.text.word_lists import frequencies


ALONE = 200
CLUSTERS = 100
PRIOR = 80.0
SEED = 0
ENDINGS = ("ing", "ed", "ly", "s", "tion", "er", "al", "ous", "ive", "ment", "ness", "able", "est")
ENDING_WEIGHT = 0.6


def texts(folder: Path) -> Iterator[str]:
    """Yield every text that the model is counted on."""
    for name in (
        "pavlick_formality/news",
        "pavlick_formality/blog",
        "pavlick_formality/answers",
        "readmepp/items",
        "receptiveness/items",
    ):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from (row["text"] for row in csv.DictReader(file))
    for line in (folder / "wiki_conciseness" / "items.jsonl").read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            yield from (row["src"], row["lite"][0])
    yield from (text for text, _, _ in graded_texts())


def write_classes(vectors_path: Path) -> None:
    """Give the most frequent words a class each, and put the others into classes of like words."""
    frequency = frequencies()
    ordered = sorted(frequency, key=lambda word: (-frequency[word], word))
    vectors = load(vectors_path)
    rest = [word for word in ordered[ALONE:] if word in vectors]
    meaning = np.array([vectors[word] / np.linalg.norm(vectors[word]) for word in rest])
    endings = np.array([[word.endswith(ending) * ENDING_WEIGHT for ending in ENDINGS] for word in rest])
    grouped = MiniBatchKMeans(CLUSTERS, random_state=SEED, n_init=3, batch_size=4096).fit(np.hstack([meaning, endings]))
    members: dict[int, list[str]] = {}
    for word, cluster in zip(rest, grouped.labels_, strict=True):
        members.setdefault(SPARE + ALONE + int(cluster), []).append(word)
    lines = [f"{SPARE + place} {word}" for place, word in enumerate(ordered[:ALONE])]
    lines += [f"{number} {' '.join(sorted(words))}" for number, words in sorted(members.items())]
    text = HEADER.format(title="Classes of words: the commonest alone, the others with words like them.") + "\n".join(
        lines
    )
    (DATA / "word_classes.txt").write_text(text + "\n", encoding="utf-8")
    graded.cache_clear()


def write_order(folder: Path) -> None:
    """Count which class follows which, and write how much more often than by chance, in steps."""
    size = SPARE + ALONE + CLUSTERS
    counts = np.zeros((size, size))
    for text in sorted(set(texts(folder))):
        for sentence in Document.of_text(text).sentences:
            if sentence.words:
                line = classes_of(sentence)
                for before, after in pairwise(line):
                    counts[before, after] += 1
    by_chance = (counts.sum(axis=0) + 1) / (counts.sum() + size)
    ratio = (counts + PRIOR * by_chance) / (counts.sum(axis=1, keepdims=True) + PRIOR) / by_chance
    steps = np.clip(np.rint((np.log(ratio) - LOWEST) * STEPS), 0, 92).astype(int)
    rows = ["".join(chr(33 + step) for step in row) for row in steps]
    (DATA / "class_order.txt").write_text("\n".join(rows) + "\n", encoding="ascii")
    print({"words": int(counts.sum()), "classes": size, "special": (EDGE, UNKNOWN, DIGITS)})  # noqa: T201


def main() -> None:
    """Write the classes, then the order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True)
    asked = parser.parse_args()
    write_classes(asked.vectors)
    write_order(asked.data)


if __name__ == "__main__":
    main()
