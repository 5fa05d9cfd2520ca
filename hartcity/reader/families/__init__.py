"""What the reader says of the words that it marks, one file a family, and the look-alikes that teach beside them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from hartcity.model import Family, LookAlikes, Severity


__all__ = ["FamilyWords", "LookAlikes", "words_of"]


@dataclass(frozen=True, slots=True)
class FamilyWords:
    """How a mark of one family is told; ``message`` holds ``{text}``, the marked words shortened."""

    message: str
    question: str
    why: str
    source: str
    severity: Severity


@cache
def words_of(family: Family) -> FamilyWords:
    """Return what is said of marks of ``family``."""
    told = tomllib.loads(resources.files(__name__).joinpath(f"{family.value}.toml").read_text("utf-8"))
    return FamilyWords(**{**told, "severity": Severity(told["severity"])})
