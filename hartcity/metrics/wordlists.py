"""Word lists as data: a line for each value, with the words that have it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def graded(name: str) -> Mapping[str, float]:
    """Load ``data/<name>.txt``: lines of a number and the words that it belongs to; ``#`` begins a remark."""
    found: dict[str, float] = {}
    for line in files(__package__).joinpath(f"data/{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            value, _, words = line.partition(" ")
            found.update(dict.fromkeys(words.split(" "), float(value)))
    return found
