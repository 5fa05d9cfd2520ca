"""Linear models as data: named features, a mean, a scale and a weight for each."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A bias, and for each feature the mean and scale that standardize it, and its weight."""

    bias: float
    terms: Mapping[str, tuple[float, float, float]]

    def contributions(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return what each feature adds to the model's value; a feature that is not given counts as its mean."""
        return {
            name: weight * (features[name] - mean) / scale
            for name, (mean, scale, weight) in self.terms.items()
            if name in features
        }

    def value(self, features: Mapping[str, float]) -> float:
        """Return the model's value."""
        return self.bias + math.fsum(self.contributions(features).values())


@cache
def model(name: str) -> LinearModel:
    """Load ``data/<name>.json``."""
    data = json.loads(files(__package__).joinpath(f"data/{name}.json").read_text(encoding="utf-8"))
    return LinearModel(
        data["bias"], {term: (mean, scale, weight) for term, (mean, scale, weight) in data["terms"].items()}
    )
