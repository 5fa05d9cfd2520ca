"""The course's own readings, ready for the reference list."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class CourseReading:
    """A reading that the assignment names: its reference entry, and which part of it is meant."""

    entry: str
    where: str

    @property
    def cited(self) -> str:
        """The work as a sentence cites it: ``Woodside & McClam (2018)``."""
        authors, _, rest = self.entry.partition(" (")
        families = (author.split(",")[0].strip() for author in authors.split("&"))
        return f"{' & '.join(families)} ({rest[:4]})"


def _read() -> tuple[CourseReading, ...]:
    text = resources.files("hartcity.exports").joinpath("course_readings.toml").read_text(encoding="utf-8")
    return tuple(CourseReading(raw["entry"], raw["where"]) for raw in tomllib.loads(text)["reading"])


READINGS: tuple[CourseReading, ...] = _read()
"""In the order of a reference list."""
