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
_OF_A_RECORD = [["id"], ["num"], ["number"], ["no"], ["key"], ["code"]]
"""How a header ends that holds the number of an organization or a service and not its name."""

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

_NAMES = frozenset({"name", "names", "title", "public name", "resource", "resource name"})
_LEVELS = frozenset({"type", "level", "taxonomy level name", "record type", "row type", "resource type", "entry type"})
_OF_NAMES: Mapping[str, frozenset[str]] = {
    field.name: frozenset(field.headers) | field.words for field in FIELDS if field.name in NEEDED
}
"""Words for an organization and for a service, as they stand in a header that names both."""

_BETWEEN_NAMES = re.compile(r"\s*[/|&+,:;()\[\]\n\u2013\u2014]\s*|\s+-\s+|\s+(?:and|or|at)\s+", re.IGNORECASE)

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
                if field.name not in NEEDED or spellings[column].split()[-1:] not in _OF_A_RECORD
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
    _name_levels(taken, left)
    _share_names(taken, columns)
    if "service" not in taken and "organization" in taken and "needs" in taken:
        # A list of who gives which kind of help names its services by their kind.
        taken["service"] = taken.pop("needs")
    return taken


def _name_levels(taken: dict[str, str], left: dict[str, None]) -> None:
    """Take the parent for the organization where the only other column of names holds organizations and services."""
    of_parents = next((column for column in (*left, *taken.values()) if is_of_parents(column)), None)
    is_by_kind = "needs" in taken and spelled(taken["needs"]) not in _LEVELS
    if of_parents is None or is_by_kind:
        return
    names = [taken.get("service"), taken.get("organization"), *(column for column in left if _is_name(column))]
    own = next((column for column in names if column not in {None, of_parents}), None)
    is_plain = "service" not in taken or ("organization" not in taken and _is_name(taken["service"]))
    if own is not None and is_plain:
        taken.update(organization=of_parents, service=own)
        left.pop(of_parents, None)
        left.pop(own, None)


def _is_name(column: str) -> bool:
    return spelled(column) in _NAMES


def is_of_parents(column: str) -> bool:
    """Whether a column says whose part its row is: ``ParentAgency``, ``Parent ID``."""
    return "parent" in spelled(column).split()


def _share_names(taken: dict[str, str], columns: Sequence[str]) -> None:
    """Take one column for organization and service where its header names both and nothing else names one of them."""
    if set(taken) >= NEEDED:
        return
    shared = next((column for column in columns if names_of_both(column) and _is_free(column, taken)), None)
    if shared is not None:
        taken.update({name: shared for name in NEEDED if name not in taken})


def _is_free(column: str, taken: Mapping[str, str]) -> bool:
    return all(name in NEEDED for name, held in taken.items() if held == column)


def names_of_both(column: str) -> tuple[str, ...]:
    """Return ``organization`` and ``service`` in the order of a header such as ``Agency / Program``, or nothing."""
    whole = column.replace("(s)", "s")
    parts = [spelled(part).removesuffix(" name") for part in _BETWEEN_NAMES.split(whole) if spelled(part)]
    named = [next((name for name in _OF_NAMES if part in _OF_NAMES[name]), "") for part in parts]
    return tuple(named) if len(named) == len(NEEDED) and set(named) == NEEDED else ()


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
