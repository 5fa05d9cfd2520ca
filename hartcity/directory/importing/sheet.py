"""A student's own list in any CSV or Excel file, and what its columns mean."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from hartcity.directory import terms
from hartcity.directory.directory import Directory
from hartcity.directory.importing.admission import admitted
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.directory.importing.raw import RawRow, RawTable
from hartcity.directory.terms import stable_id
from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hartcity.directory.importing.outcome import Progress

_ALIKE_FROM = 88.0
_MANY = re.compile(r"\s*[;\n]\s*")
_OF_ORGANIZATION = {"description": "mission", "email": "email", "website": "website"}
_OF_SERVICE = {
    "description": "description",
    "application_process": "application",
    "fees_description": "cost",
    "wait_time": "wait",
    "eligibility_description": "eligibility",
    "minimum_age": "minimum_age",
    "maximum_age": "maximum_age",
}
_MANY_OF_SERVICE = (
    ("cost_option", "option", "cost_options"),
    ("required_document", "document", "documents"),
    ("schedule", "description", "hours"),
    ("language", "name", "languages"),
)
_YES = {"yes", "y", "true", "1", "x"}


@dataclass(frozen=True, slots=True)
class Field:
    """What a column may mean. ``headers`` are the column names by which it is recognized."""

    name: str
    label: str
    headers: tuple[str, ...]
    is_needed: bool = False
    is_many: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose columns are not known yet. ``format`` says where it came from (``CSV``, ``Excel``)."""

    file: str
    format: str
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    unreadable: tuple[LeftOut, ...] = ()


def _fields() -> tuple[Field, ...]:
    text = resources.files("hartcity.directory.importing").joinpath("fields.toml").read_text(encoding="utf-8")
    return tuple(
        Field(name, raw["label"], tuple(raw["headers"]), raw.get("needed", False), raw.get("many", False))
        for name, raw in tomllib.loads(text).items()
    )


FIELDS: tuple[Field, ...] = _fields()
"""Every meaning that a column may have, in the order in which a card shows them."""


def suggested_columns(columns: Sequence[str]) -> dict[str, str]:
    """Return field names with the column that probably holds them; exact headers go before similar ones."""
    left = dict.fromkeys(columns)
    spelled = {column: re.sub(r"[\W_]+", " ", column).strip().casefold() for column in columns}
    taken: dict[str, str] = {}
    for cutoff in (100.0, _ALIKE_FROM):
        for field in FIELDS:
            choices = {column: spelled[column] for column in left}
            found = max(
                (
                    (hit[1], -rank, hit[2])
                    for rank, header in enumerate(field.headers)
                    if (hit := process.extractOne(header, choices, scorer=fuzz.ratio, score_cutoff=cutoff))
                ),
                default=None,
            )
            if field.name not in taken and found:
                taken[field.name] = found[2]
                del left[found[2]]
    return taken


def take_columns(sheet: Sheet, columns: Mapping[str, str], progress: Progress | None = None) -> ImportedDirectory:
    """Return the directory that ``sheet`` holds when ``columns`` maps field names to its columns.

    Raises:
        RefusedFileError: when no column holds organizations or services, or no row could be used.

    """
    for field in FIELDS:
        if field.is_needed and columns.get(field.name) not in sheet.columns:
            raise RefusedFileError(f"Which column holds the {field.label.lower()}? Without it no row can come in.")
    tables = _Tables(sheet.file)
    left_out = list(sheet.unreadable)
    for row in sheet.rows:
        known = {name: row.cells.get(column, "").strip() for name, column in columns.items()}
        reason = tables.take(row.line, known)
        if reason:
            left_out.append(LeftOut(sheet.file, row.line, reason))
    frames, refused = admitted(tables.raw, progress)
    if "service" not in frames or frames["service"].empty:
        raise RefusedFileError("No row of this file could be used: each needs an organization and a service.")
    ordered = tuple(sorted([*left_out, *refused], key=lambda left: left.line))
    return ImportedDirectory(Directory(frames, name=sheet.file), sheet.format, ordered)


class _Tables:
    """HSDS tables that grow row by row."""

    def __init__(self, file: str) -> None:
        self.raw: dict[str, RawTable] = {}
        self._file = file
        self._lines: dict[str, int] = {}
        self._places: dict[str, str] = {}
        self._terms: dict[tuple[str, str], str] = {}

    def take(self, line: int, known: Mapping[str, str]) -> str:
        """Add one service; return why it could not be taken, or nothing."""
        missing = [field.label.lower() for field in FIELDS if field.is_needed and not known.get(field.name)]
        if missing:
            return f"it has no {' and no '.join(missing)}"
        owner = known["organization"].casefold()
        organization = stable_id("organization", owner)
        service = stable_id("service", owner, known["service"].casefold())
        if service in self._lines:
            return f"it repeats the service of line {self._lines[service]}"
        self._lines[service] = line
        if organization not in self._places:
            self._organization(line, organization, known)
        self._service(line, organization, service, known)
        return ""

    def _add(self, table: str, line: int, owner: str, **cells: str) -> str:
        """Add a row that belongs to ``owner`` and return its id: the owner's with the row's number at its end."""
        raw = self.raw.get(table)
        if raw is None:
            raw = self.raw[table] = RawTable(self._file, ["id", *cells])
        key = cells.setdefault("id", f"{owner[:24]}{len(raw.rows):012x}")
        raw.rows.append(RawRow(line, cells))
        return key

    def _organization(self, line: int, key: str, known: Mapping[str, str]) -> None:
        own = {column: known.get(field, "") for column, field in _OF_ORGANIZATION.items()}
        self._add("organization", line, key, id=key, name=known["organization"], **own)
        place = self._add("location", line, key, organization_id=key, location_type="physical")
        self._places[key] = place
        if known.get("address"):
            self._add("address", line, key, location_id=place, address_1=known["address"])
        if known.get("phone"):
            self._add("phone", line, key, organization_id=key, number=known["phone"])
        for text in _several(known, "funding"):
            self._add("funding", line, key, organization_id=key, source=text)
        for text in _several(known, "accessibility"):
            self._add("accessibility", line, key, location_id=place, description=text)

    def _service(self, line: int, organization: str, key: str, known: Mapping[str, str]) -> None:
        own = {column: known.get(field, "") for column, field in _OF_SERVICE.items()}
        self._add("service", line, key, id=key, organization_id=organization, name=known["service"], **own)
        self._add("service_at_location", line, key, service_id=key, location_id=self._places[organization])
        for table, column, field in _MANY_OF_SERVICE:
            for text in _several(known, field):
                self._add(table, line, key, service_id=key, **{column: text})
        if known.get("contact"):
            self._add("contact", line, key, service_id=key, title=known["contact"])
        for taxonomy, field in ((terms.NEED, "needs"), (terms.PEOPLE, "people")):
            for text in _several(known, field):
                self._attribute(line, key, (taxonomy, text))
        for code, values in _access(known).items():
            for text in values:
                self._attribute(line, key, (terms.ACCESS, code), text)

    def _attribute(self, line: int, key: str, term: tuple[str, str], value: str = "") -> None:
        taxonomy, code = term
        if term not in self._terms:
            self._terms[term] = stable_id("term", taxonomy, code)
            name = code.replace("_", " ").capitalize() if taxonomy == terms.ACCESS else code
            self._add("taxonomy_term", line, key, id=self._terms[term], code=code, name=name, taxonomy=taxonomy)
        self._add(
            "attribute", line, key, link_id=key, link_entity="service", taxonomy_term_id=self._terms[term], value=value
        )


def _access(known: Mapping[str, str]) -> Mapping[str, list[str]]:
    served, limit = known.get("served", ""), known.get("income_limit_percent", "").rstrip("% ")
    return {
        terms.SERVED: [served] if served else [],
        terms.NOT_SERVED: _several(known, "not_served"),
        terms.INCOME_LIMIT_PERCENT: [limit] if limit else [],
        terms.REQUIRES_MINOR_CHILDREN: _if_yes(known, "requires_minor_children"),
        terms.SINGLE_ADULTS_ONLY: _if_yes(known, "single_adults_only"),
    }


def _several(known: Mapping[str, str], field: str) -> list[str]:
    """Return the values of a cell, each once."""
    text = known.get(field)
    return list(dict.fromkeys(filter(None, _MANY.split(text)))) if text else []


def _if_yes(known: Mapping[str, str], field: str) -> list[str]:
    return ["yes"] if known.get(field, "").casefold() in _YES else []
