"""Fit a ridge regression on named features and write it as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


DATA = Path(__file__).parents[1] / "data"
Figures = NDArray[np.float64]


def ridge(
    features: Figures, target: Figures, strength: float, sample_weight: Figures | None = None
) -> tuple[float, Figures]:
    """Return the intercept and weights of a ridge regression on standardized features."""
    weight = np.ones(len(target)) if sample_weight is None else sample_weight
    middle = float(np.average(target, weights=weight))
    gram = (features * weight[:, None]).T @ features + strength * np.eye(features.shape[1])
    return middle, np.linalg.solve(gram, (features * weight[:, None]).T @ (target - middle))


def cross_validated(
    features: Figures, target: Figures, groups: Sequence[str], strength: float, folds: int = 5
) -> Figures:
    """Return predictions for rows whose whole group was left out of the fit; groups are dealt to folds in order of size."""
    names = sorted(set(groups), key=lambda name: (-sum(group == name for group in groups), name))
    fold = np.array([names.index(group) % folds for group in groups])
    predicted = np.zeros(len(target))
    for number in range(folds):
        held = fold == number
        mean, scale = standard(features[~held])
        bias, weights = ridge((features[~held] - mean) / scale, target[~held], strength)
        predicted[held] = bias + (features[held] - mean) / scale @ weights
    return predicted


def standard(features: Figures) -> tuple[Figures, Figures]:
    """Return the mean and standard deviation of each column, 1 where a column never changes."""
    scale = features.std(axis=0)
    return features.mean(axis=0), np.where(scale > 0, scale, 1.0)


def table(rows: Sequence[Mapping[str, float]]) -> tuple[tuple[str, ...], Figures]:
    """Return the names of the features and a row of figures for each text."""
    names = tuple(sorted({name for row in rows for name in row}))
    return names, np.array([[row.get(name, 0.0) for name in names] for row in rows], float)


def write(
    name: str, names: Sequence[str], features: Figures, target: Figures, strength: float, about: Mapping[str, object]
) -> None:
    """Fit on everything and write ``data/<name>.json``, figures to six significant digits."""
    mean, scale = standard(features)
    bias, weights = ridge((features - mean) / scale, target, strength)
    six = "{:.6g}".format
    terms = {
        term: [float(six(x)) for x in row]
        for term, row in zip(names, zip(mean, scale, weights, strict=True), strict=True)
    }
    text = json.dumps({"about": dict(about), "bias": float(six(bias)), "terms": terms}, indent=1)
    (DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")
