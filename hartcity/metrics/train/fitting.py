"""Fit a ridge regression on named features and write it as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


DATA = Path(__file__).parents[1] / "data"
NEGLIGIBLE = 0.005
Figures = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """Named features, a row of figures for each text, and what people said of it."""

    names: tuple[str, ...]
    features: Figures
    target: Figures


def ridge(features: Figures, target: Figures, strength: float) -> tuple[float, Figures]:
    """Return the intercept and weights of a ridge regression on centered features."""
    middle = float(target.mean())
    gram = features.T @ features + strength * np.eye(features.shape[1])
    weights: Figures = np.asarray(np.linalg.solve(gram, features.T @ (target - middle)), np.float64)
    return middle, weights


def cross_validated(
    features: Figures, target: Figures, groups: Sequence[str], strength: float, folds: int = 5
) -> Figures:
    """Return predictions for rows whose whole group was left out; groups are dealt to folds in order of size."""
    names = sorted(set(groups), key=lambda name: (-sum(group == name for group in groups), name))
    fold = np.array([names.index(group) % folds for group in groups])
    predicted = np.zeros(len(target))
    for number in range(min(folds, len(names))):
        held = fold == number
        mean, scale = standard(features[~held])
        bias, weights = ridge((features[~held] - mean) / scale, target[~held], strength)
        predicted[held] = bias + (features[held] - mean) / scale @ weights
    return predicted


def strongest(agreement: Mapping[float, float]) -> float:
    """Return the strongest penalty whose agreement is within 0.005 of the best: the simplest of equals."""
    return max(strength for strength, rho in agreement.items() if rho >= max(agreement.values()) - NEGLIGIBLE)


def rank_correlation(predicted: Figures, target: Figures) -> float:
    """Return Spearman's rho, to three decimals."""
    return round(float(np.corrcoef(_ranks(predicted), _ranks(target))[0, 1]), 3)


def _ranks(values: Figures) -> Figures:
    """Return the ranks of the values; equal ones share the mean of theirs."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    middle: Figures = np.cumsum(count) - (count - 1) / 2
    return middle[place]


def standard(features: Figures) -> tuple[Figures, Figures]:
    """Return the mean and standard deviation of each column, 1 where a column never changes."""
    scale = features.std(axis=0)
    return features.mean(axis=0), np.where(scale > 0, scale, 1.0)


def table(rows: Sequence[Mapping[str, float]]) -> tuple[tuple[str, ...], Figures]:
    """Return the names of the features and a row of figures for each text."""
    names = tuple(sorted({name for row in rows for name in row}))
    return names, np.array([[row.get(name, 0.0) for name in names] for row in rows], np.float64)


def write(name: str, examples: Examples, strength: float, about: Mapping[str, object]) -> None:
    """Fit on everything and write ``data/<name>.json``, figures to six significant digits."""
    mean, scale = standard(examples.features)
    bias, weights = ridge((examples.features - mean) / scale, examples.target, strength)
    six = "{:.6g}".format
    figures = zip(mean, scale, weights, strict=True)
    terms = {term: [float(six(x)) for x in row] for term, row in zip(examples.names, figures, strict=True)}
    text = json.dumps({"about": dict(about), "bias": float(six(bias)), "terms": terms}, indent=1)
    (DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")
