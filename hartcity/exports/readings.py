"""The course's own readings, ready for the reference list."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that the assignment names: its reference entry, and which part of it is meant."""

    entry: str
    where: str

    @property
    def cited(self) -> str:
        """The work as a sentence cites it: ``Woodside & McClam (2018)``."""
        authors, _, rest = self.entry.partition(" (")
        families = (author.split(",")[0].strip() for author in authors.split("&"))
        return f"{' & '.join(families)} ({rest[:4]})"


def _read() -> tuple[Reading, ...]:
    text = resources.files("hartcity.exports").joinpath("readings.toml").read_text(encoding="utf-8")
    return tuple(Reading(raw["entry"], raw["where"]) for raw in tomllib.loads(text)["reading"])


READINGS: tuple[Reading, ...] = _read()
"""In the order of a reference list."""
