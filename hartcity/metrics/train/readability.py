"""Fit ``data/readability.json`` and ``data/word_ease.txt`` on ReadMe++.

``python -m hartcity.metrics.train.readability --data FOLDER --vectors FILE``, where FOLDER holds
``readmepp/items.csv`` with the columns text, rating (1-6, higher is harder) and domain.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np

from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.prose_features import reading_features
from hartcity.metrics.train.fitting import (
    Examples,
    cross_validated,
    rank_correlation,
    strongest,
    table,
    write,
)
from hartcity.metrics.train.vectors import learned_words, load, mean_vector, write_word_list
from hartcity.text import Document


STRENGTHS = (10.0, 30.0, 100.0, 300.0, 1000.0)


def main() -> None:
    """Choose the strongest penalty that costs next to nothing on domains left out, fit, and write list and weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True)
    asked = parser.parse_args()
    with (asked.data / "readmepp" / "items.csv").open(encoding="utf-8", newline="") as file:
        rows = [(prose_sentences(Document.of_text(row["text"]), email=False), row) for row in csv.DictReader(file)]
    kept = [(sentences, row) for sentences, row in rows if sentences]
    vectors = load(asked.vectors)
    counted = [{k: v for k, v in reading_features(sentences).items() if k != "word_ease"} for sentences, _ in kept]
    names, features = table(counted)
    meaning = np.array([mean_vector([w.lower for s in sentences for w in s.words], vectors) for sentences, _ in kept])
    both = np.hstack([features, meaning])
    ease = np.array([-float(row["rating"]) for _, row in kept])
    domains = [row["domain"] for _, row in kept]
    agreement = {s: rank_correlation(cross_validated(both, ease, domains, s), ease) for s in STRENGTHS}
    best = strongest(agreement)
    values, learned = learned_words(features, meaning, ease, best, vectors)
    write_word_list(
        "word_ease", "How much easier than others a word makes a sentence, in points of difficulty.", values
    )
    about = {
        "data": "ReadMe++ (Naous et al. 2024), English, MIT licence",
        "target": "minus the rated difficulty (1-6)",
        "texts": len(kept),
        "penalty": best,
        "rho_of_domains_left_out": agreement[best],
        "rho_by_penalty": {str(strength): rho for strength, rho in agreement.items()},
    }
    write("readability", Examples((*names, "word_ease"), np.column_stack([features, learned]), ease), best, about)
    print(about)  # noqa: T201  # the figures for the model card


if __name__ == "__main__":
    main()
