"""Word lists of the metrics, which grade words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hartcity.text import word_lists


@cache
def graded(name: str) -> Mapping[str, float]:
    """Load ``data/<name>.txt``: lines of a number and the words that it belongs to; ``#`` begins a remark."""
    return word_lists.graded(files(__package__).joinpath(f"data/{name}.txt"))
