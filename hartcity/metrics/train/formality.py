"""Fit ``data/formality.json`` and ``data/word_formality.txt`` on rated sentences of news, blogs and answers.

``python -m hartcity.metrics.train.formality --data FOLDER --vectors FILE``, where FOLDER holds
``pavlick_formality/news.csv``, ``blog.csv`` and ``answers.csv`` with the columns text and formality (-3 to 3).
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np

from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.register import register_features
from hartcity.metrics.train.fitting import (
    Examples,
    Figures,
    cross_validated,
    rank_correlation,
    strongest,
    table,
    write,
)
from hartcity.metrics.train.vectors import learned_words, load, mean_vector, write_word_list
from hartcity.text import Document, Sentence


GENRES = ("news", "blog", "answers")
STRENGTHS = (30.0, 100.0, 300.0, 1000.0, 3000.0)


def main() -> None:
    """Choose the strongest penalty that costs next to nothing on genres left out, fit, and write list and weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True)
    asked = parser.parse_args()
    kept = _rated(asked.data)
    vectors = load(asked.vectors)
    counted = [{k: v for k, v in register_features(s).items() if k != "word_formality"} for s, _, _ in kept]
    names, features = table(counted)
    meaning = np.array(
        [mean_vector([w.lower for s in sentences for w in s.words], vectors) for sentences, _, _ in kept]
    )
    both = np.hstack([features, meaning])
    rated = np.array([rating for _, rating, _ in kept])
    genres = [genre for _, _, genre in kept]
    agreement = {
        strength: _agreement(cross_validated(both, rated, genres, strength), rated, genres) for strength in STRENGTHS
    }
    best = strongest(agreement)
    values, learned = learned_words(features, meaning, rated, best, vectors)
    write_word_list(
        "word_formality", "How much more formal than others a word makes a sentence, on a scale of -3 to 3.", values
    )
    about = {
        "data": "Formality ratings of news, blog and answers sentences (Pavlick and Tetreault 2016), CC BY 3.0",
        "target": "mean rating, -3 to 3",
        "texts": len(kept),
        "penalty": best,
        "mean_rho_of_genres_left_out": agreement[best],
        "rho_by_penalty": {str(strength): rho for strength, rho in agreement.items()},
    }
    write("formality", Examples((*names, "word_formality"), np.column_stack([features, learned]), rated), best, about)
    print(about)  # noqa: T201  # the figures for the model card


def _rated(data: Path) -> list[tuple[tuple[Sentence, ...], float, str]]:
    """Return the sentences of each text with its rating and its genre."""
    kept = []
    for genre in GENRES:
        with (data / "pavlick_formality" / f"{genre}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                sentences = prose_sentences(Document.of_text(row["text"]), email=False)
                if sentences:
                    kept.append((sentences, float(row["formality"]), genre))
    return kept


def _agreement(predicted: Figures, rated: Figures, genres: list[str]) -> float:
    """Return the mean rank correlation within each genre."""
    inside = [np.array([genre == name for genre in genres]) for name in GENRES]
    return round(float(np.mean([rank_correlation(predicted[rows], rated[rows]) for rows in inside])), 3)


if __name__ == "__main__":
    main()
