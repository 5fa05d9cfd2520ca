"""What a column of a list may mean, and which of a sheet's columns probably mean it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from hartcity.directory.importing.spelling import parted


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

NEEDED = frozenset({"organization", "service"})
"""The fields without which a table is no list of services."""

_ALIKE_FROM = 88.0
_NUMBERS = re.compile(r"(?:(?<!\s)\s+)?\b\d+\b")
_IN_BRACKETS = re.compile(r"(?<=\S)\s*[(\[][^()\[\]]{2,}[)\]]")
_DIGITS = frozenset("123456789")


@dataclass(frozen=True, slots=True)
class Field:
    """What a column may mean. ``headers`` are the column names by which it is recognized.

    Where none is alike, one of ``words`` is enough beside none of ``without`` or, where they are listed, only words of
    ``beside``.
    """

    name: str
    label: str
    headers: tuple[str, ...]
    is_needed: bool = False
    is_many: bool = False
    words: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    beside: frozenset[str] | None = None

    def is_named_in(self, words: Collection[str]) -> bool:
        """Whether the words of a header that is like none name this field."""
        others = {*words} - self.words
        if len(others) == len({*words}) or others & self.without:
            return False
        return self.beside is None or others <= self.beside


def _fields() -> tuple[Field, ...]:
    text = resources.files("hartcity.directory.importing.sheets").joinpath("fields.toml").read_text(encoding="utf-8")
    return tuple(
        Field(
            name,
            raw["label"],
            tuple(raw["headers"]),
            raw.get("needed", False),
            raw.get("many", False),
            frozenset(raw.get("words", ())),
            frozenset(raw.get("without", ())),
            frozenset(raw["beside"]) if "beside" in raw else None,
        )
        for name, raw in tomllib.loads(text).items()
    )


FIELDS: tuple[Field, ...] = _fields()
"""Every meaning that a column may have, in the order in which a card shows them."""

KNOWN_HEADERS = frozenset(header for known in FIELDS for header in known.headers)
"""Every column name by which a field is recognized."""


def suggested_columns(columns: Sequence[str]) -> dict[str, str]:
    """Return field names with the column that probably holds them.

    Exact headers go before similar ones, and these before headers that only hold a word of the field.
    """
    left = dict.fromkeys(columns)
    spellings = {column: spelled(column) for column in columns}
    taken: dict[str, str] = {}
    for is_numbered, cutoff in ((True, 100.0), (False, 100.0), (False, _ALIKE_FROM)):
        for field in FIELDS:
            choices = {
                column: spellings[column] if is_numbered else _NUMBERS.sub("", spellings[column]).strip()
                for column in left
            }
            found = _most_alike(field, choices, cutoff)
            if field.name not in taken and found is not None:
                taken[field.name] = found
                del left[found]
    for field in FIELDS:
        named = next((column for column in left if field.is_named_in(set(spellings[column].split()) - _DIGITS)), None)
        if named is not None and field.name not in taken:
            taken[field.name] = named
            del left[named]
    if "service" not in taken and "organization" in taken and "needs" in taken:
        # A list of who gives which kind of help names its services by their kind.
        taken["service"] = taken.pop("needs")
    return taken


def _most_alike(field: Field, choices: Mapping[str, str], cutoff: float) -> str | None:
    """Return the column whose spelling is most like a header of the field, an earlier header before a later one."""
    found = max(
        (
            (hit[1], -rank, hit[2])
            for rank, header in enumerate(field.headers)
            if (hit := process.extractOne(header, choices, scorer=fuzz.ratio, score_cutoff=cutoff))
        ),
        default=None,
    )
    return found[2] if found else None


def spelled(column: str) -> str:
    """Return a header in small letters and single words: ``Phone1Number`` is ``phone 1 number``."""
    return re.sub(r"[\W_]+", " ", parted(_IN_BRACKETS.sub("", column) or column)).strip().casefold()
