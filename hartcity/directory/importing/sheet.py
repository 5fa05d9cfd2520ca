"""A student's own list in any CSV or Excel file, and what its columns mean."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from hartcity.directory import terms
from hartcity.directory.directory import Directory
from hartcity.directory.importing.admission import admitted
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.directory.importing.raw import Grid, RawLine, RawRow, RawTable
from hartcity.directory.importing.spelling import parted
from hartcity.directory.terms import stable_id
from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hartcity.directory.importing.outcome import Progress

_ALIKE_FROM = 88.0
_MANY = re.compile(r"(?:(?<!\s)\s*)?[;\n]\s*")
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
_NEEDED = {"organization", "service"}
_CARRIED = ("organization", "mission", "phone", "email", "website", "address", "funding", "needs")
"""What a row below the first of its group says of the same organization by leaving it blank."""

_SHEET = "Sheet"
_OWNER = "Organization"
_PLAIN_TITLE = re.compile(r"(?:sheet|table|tabelle|hoja|feuil|data|export|list|page)?\s*\d*", re.IGNORECASE)
_HEADER_WITHIN = 40
_LONGEST_SHOWN = 80
_MOST_SHOWN = 20
_NUMBERS = re.compile(r"(?:(?<!\s)\s+)?\b\d+\b")
_IN_BRACKETS = re.compile(r"(?<=\S)\s*[(\[][^()\[\]]{2,}[)\]]")
_DIGITS = frozenset("123456789")
_DITTO = frozenset(
    ['"', "''", *"\u3003\u2033\u201d\u201c\u2191^", "ditto", "do.", "same", "same as above", "see above"]
)
"""What people write in a cell that says the same as the one above."""

_PARTS_OF_ADDRESS = ("address", "address_more", "city")
_YES = {"yes", "y", "true", "1", "x"}


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose columns are not known yet. ``format`` says where it came from (``CSV``, ``Excel``).

    ``sheets`` are the names of all sheets of a workbook, ``taken`` of those whose rows stand here. A row's line is that
    of its own sheet; ``places`` names the sheet of each row where there is more than one.
    """

    file: str
    format: str
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    unreadable: tuple[LeftOut, ...] = ()
    sheets: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def _fields() -> tuple[Field, ...]:
    text = resources.files("hartcity.directory.importing").joinpath("fields.toml").read_text(encoding="utf-8")
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

_KNOWN_HEADERS = frozenset(header for known in FIELDS for header in known.headers)


def suggested_columns(columns: Sequence[str]) -> dict[str, str]:
    """Return field names with the column that probably holds them.

    Exact headers go before similar ones, and these before headers that only hold a word of the field.
    """
    left = dict.fromkeys(columns)
    spelled = {column: _spelled(column) for column in columns}
    taken: dict[str, str] = {}
    for numbered, cutoff in ((True, 100.0), (False, 100.0), (False, _ALIKE_FROM)):
        for field in FIELDS:
            choices = {
                column: spelled[column] if numbered else _NUMBERS.sub("", spelled[column]).strip() for column in left
            }
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
    for meaning in FIELDS:
        named = next((column for column in left if meaning.is_named_in(set(spelled[column].split()) - _DIGITS)), None)
        if named is not None and meaning.name not in taken:
            taken[meaning.name] = named
            del left[named]
    if "service" not in taken and "organization" in taken and "needs" in taken:
        # A list of who gives which kind of help names its services by their kind.
        taken["service"] = taken.pop("needs")
    return taken


def _spelled(column: str) -> str:
    """Return a header in small letters and single words: ``Phone1Number`` is ``phone 1 number``."""
    return re.sub(r"[\W_]+", " ", parted(_IN_BRACKETS.sub("", column) or column)).strip().casefold()


def sheet_of(grids: Sequence[Grid], file: str, kind: str, only: str | None = None) -> Sheet:
    """Return the rows of all sheets that list services, or of the only one asked for, under one header.

    What is no service is named: lines above a header, sheets without an organization and a service.

    Raises:
        RefusedFileError: when there is no such sheet, or it holds no rows under a header.

    """
    titles = tuple(grid.title for grid in grids) if kind == "Excel" or len(grids) > 1 else ()
    if only is not None:
        grids = [grid for grid in grids if grid.title.casefold() == " ".join(only.split()).casefold()]
        if not grids:
            named = f" It has {', '.join(titles)}." if titles else ""
            raise RefusedFileError(f"This file has no sheet of that name.{named}")
    headed = [(part, *_header(part)) for grid in grids for part in _apart(grid) if len(part.rows) > 1]
    if not headed:
        raise RefusedFileError("This file holds no rows under a header, so there is nothing to bring in.")
    listing = [one for one in headed if set(suggested_columns(one[1].cells)) >= _NEEDED]
    listing = _shown(listing) if only is None else listing
    by_title = [] if listing or not titles else [one for one in headed if "service" in suggested_columns(one[1].cells)]
    is_by_title = len(by_title) > 1 and not any("organization" in suggested_columns(one[1].cells) for one in by_title)
    listing = listing or (by_title if is_by_title else [max(headed, key=lambda one: len(one[0].rows))])
    merged = _Merged(file, is_many=len({one[0].title for one in listing}) > 1)
    merged.is_owner_the_title = is_by_title
    for grid, header, above in sorted(listing, key=lambda one: -len(one[0].rows)):
        merged.add(grid.table(header), above)
    taken = tuple(dict.fromkeys(grid.title for grid, _, _ in listing)) if titles else ()
    hidden = [grid.title for grid in grids if grid.is_hidden and grid.title not in taken]
    others = [title for title in titles if title not in (*taken, *hidden)] if only is None else []
    if hidden:
        merged.notices.append(f"Hidden sheets left out: {', '.join(hidden)}.")
    if is_by_title:
        merged.notices.append("No column holds an organization, so each sheet's name was taken for it.")
    if others:
        merged.notices.append(
            f"Sheets left out, since no column holds an organization and a service: {', '.join(others)}."
        )
    if not merged.columns or not merged.rows:
        raise RefusedFileError("This file holds no rows under a header, so there is nothing to bring in.")
    ordered = sorted(zip(merged.places, merged.rows, strict=True), key=lambda row: taken.index(row[0]) if taken else 0)
    return Sheet(
        file,
        kind,
        tuple(merged.columns),
        tuple(row for _, row in ordered),
        tuple(merged.unreadable),
        titles,
        taken,
        tuple(merged.notices),
        tuple(place for place, _ in ordered) if len(taken) > 1 else (),
    )


def _shown(listing: list[tuple[Grid, RawLine, list[RawLine]]]) -> list[tuple[Grid, RawLine, list[RawLine]]]:
    """Return the lists on sheets that are seen, unless all are hidden."""
    return [one for one in listing if not one[0].is_hidden] or listing


def _apart(grid: Grid) -> list[Grid]:
    """Return the lists of a sheet apart: a header in the middle begins another, one that is repeated begins none."""
    parts: list[Grid] = []
    header: list[str] = []
    for row in grid.rows:
        cells = [_spelled(cell) for cell in row.cells if cell]
        is_header = len(cells) > 1 and _KNOWN_HEADERS.issuperset(cells) and set(suggested_columns(row.cells)) >= _NEEDED
        if is_header and cells == header:
            continue
        if not parts or (is_header and header):
            parts.append(Grid(grid.title, [], [] if parts else grid.unreadable, grid.is_hidden))
        header = cells if is_header else header
        parts[-1].rows.append(row)
    return parts


def _header(grid: Grid) -> tuple[RawLine, list[RawLine]]:
    """Return the row with the columns' names and the lines above it: titles, dates, advice."""
    looked_at = grid.rows[:_HEADER_WITHIN]
    known = [suggested_columns(row.cells) for row in looked_at]
    best = next((at for at, fields in enumerate(known) if set(fields) >= _NEEDED), None)
    for at, (over, under) in enumerate(pairwise(looked_at[: best + 2] if best is not None else looked_at)):
        is_in_two_lines = _is_below(over, under) and len(grid.rows) > at + 2
        if is_in_two_lines and set(suggested_columns((both := _under(over, under)).cells)) >= _NEEDED:
            return both, looked_at[:at]
    if best is None:
        width = max(sum(map(bool, row.cells)) for row in looked_at)
        best = next(at for at, row in enumerate(looked_at) if 2 * sum(map(bool, row.cells)) > width)
    return looked_at[best], looked_at[:best]


def _is_below(over: RawLine, under: RawLine) -> bool:
    """Whether a line names single columns below one that names several of them at once."""
    names = [_spelled(cell) for cell in under.cells if cell]
    return 1 < sum(map(bool, over.cells)) < len(names) and _KNOWN_HEADERS.issuperset(names)


def _under(over: RawLine, under: RawLine) -> RawLine:
    """Return a header of two lines as one: a name in the upper line stands over all columns up to the next."""
    cells: list[str] = []
    said = ""
    for at, cell in enumerate(under.cells):
        said = (over.cells[at] if at < len(over.cells) else "") or said
        cells.append(f"{said} {cell}".strip() if cell else "")
    return RawLine(under.line, cells)


class _Merged:
    """The rows of one or more sheets under the columns of the first."""

    def __init__(self, file: str, *, is_many: bool) -> None:
        self.columns: dict[str, None] = {}
        self.rows: list[RawRow] = []
        self.places: list[str] = []
        self.unreadable: list[LeftOut] = []
        self.notices: list[str] = []
        self.is_owner_the_title = False
        self._file, self._is_many = file, is_many
        self._fields: dict[str, str] = {}

    def add(self, table: RawTable, above: Sequence[RawLine]) -> None:
        """Add a sheet: a column that means what one of the first sheet means goes by its name."""
        own = suggested_columns(table.columns)
        names = {column: self._fields[field] for field, column in own.items() if field in self._fields}
        self._fields = {**own, **self._fields}
        for column in filter(None, table.columns):
            self.columns.setdefault(names.get(column, column))
        if self.is_owner_the_title:
            self.columns.setdefault(_OWNER)
        is_topic = (
            self._is_many
            and not self.is_owner_the_title
            and "needs" not in own
            and not _PLAIN_TITLE.fullmatch(table.file)
        )
        if is_topic:
            self.columns.setdefault(_SHEET)
        for line, cells in table.rows:
            renamed = {names.get(column, column): cell for column, cell in cells.items()}
            extra = {_OWNER: table.file} if self.is_owner_the_title else {_SHEET: table.file} if is_topic else {}
            self.rows.append(RawRow(line, {**renamed, **extra}))
            self.places.append(table.file)
        place = table.file if self._is_many else self._file
        self.unreadable += [LeftOut(place, line, reason) for line, reason in table.unreadable]
        if above:
            said = "; ".join(" ".join(filter(None, row.cells))[:_LONGEST_SHOWN] for row in above)
            where = f" of {table.file}" if self._is_many else ""
            self.notices.append(f"Left out above the header{where}: \u201c{said}\u201d.")


def take_columns(sheet: Sheet, columns: Mapping[str, str], progress: Progress | None = None) -> ImportedDirectory:
    """Return the directory that ``sheet`` holds when ``columns`` maps field names to its columns.

    Raises:
        RefusedFileError: when no column holds organizations or services, or no row could be used.

    """
    for needed in FIELDS:
        if needed.is_needed and columns.get(needed.name) not in sheet.columns:
            raise RefusedFileError(f"Which column holds the {needed.label.lower()}? Without it no row can come in.")
    unused = [name for name in sheet.columns if name not in {*columns.values(), _SHEET}]
    unused = [name for name in unused if any(row.cells.get(name) for row in sheet.rows)]
    left_out = list(sheet.unreadable)
    group = _Group()
    tables = _Tables(sheet.file)
    for at, row in enumerate(sheet.rows):
        place = sheet.places[at] if sheet.places else sheet.file
        known = {name: row.cells.get(column, "").strip() for name, column in columns.items()}
        group.repeat(known, place)
        known["address"] = _whole_address(known)
        known |= {name: " ".join(known.get(name, "").split()) for name in _NEEDED}
        if not known.get("needs") and _SHEET in row.cells:
            known["needs"] = row.cells[_SHEET]
        group.complete(known, place, left_out)
        tables.file = place
        reason = tables.take(row.line, known)
        if reason:
            left_out.append(LeftOut(place, row.line, reason))
            group.heading = left_out[-1] if known["organization"] and not known["service"] else None
    frames, refused = admitted(tables.raw, progress)
    if "service" not in frames or frames["service"].empty:
        raise RefusedFileError("No row of this file could be used: each needs an organization and a service.")
    order = {title: number for number, title in enumerate(sheet.taken)}
    ordered = tuple(sorted([*left_out, *refused], key=lambda left: (order.get(left.file, 0), left.line)))
    notices = list(sheet.notices)
    if group.carried:
        notices.append(f"{group.carried} rows name no organization; they came in under the one above them.")
    if unused:
        more = f" and {len(unused) - _MOST_SHOWN} more" if len(unused) > _MOST_SHOWN else ""
        notices.append(
            f"Columns left out, since a card has no place for them: {', '.join(unused[:_MOST_SHOWN])}{more}."
        )
    return ImportedDirectory(Directory(frames, name=sheet.file), sheet.format, ordered, tuple(notices))


def _whole_address(known: Mapping[str, str]) -> str:
    """Return an address with what stands of it in columns of its own."""
    region = " ".join(filter(None, (known.get("state", ""), known.get("postal_code", ""))))
    whole = ""
    for part in (*(known.get(name, "") for name in _PARTS_OF_ADDRESS), region):
        if part and part.casefold() not in whole.casefold():
            whole += f", {part}" if whole else part
    return whole


@dataclass(slots=True)
class _Group:
    """The organization whose services stand in the rows below it, and how many of these do not name it."""

    above: Mapping[str, str] | None = None
    place: str = ""
    heading: LeftOut | None = None
    carried: int = 0
    last: Mapping[str, str] = dataclasses.field(default_factory=dict)
    last_place: str = ""

    def repeat(self, known: dict[str, str], place: str) -> None:
        """Put the words of the cell above where a cell only says that they are the same."""
        for name, cell in known.items():
            if cell.casefold() in _DITTO:
                known[name] = self.last.get(name, "") if place == self.last_place else ""
        self.last, self.last_place = dict(known), place

    def complete(self, known: dict[str, str], place: str, left_out: list[LeftOut]) -> None:
        """Fill the cells that were merged, or left blank below the first row of a group."""
        if not known["organization"] and known["service"] and self.above and place == self.place:
            above = self.above
            known.update({name: above[name] for name in _CARRIED if not known.get(name) and above.get(name)})
            self.carried += 1
            if self.heading is not None:  # a line with the organization alone was the head of its services
                left_out.remove(self.heading)
        elif known["organization"]:
            self.above, self.place = known, place
        self.heading = None


class _Tables:
    """HSDS tables that grow row by row."""

    def __init__(self, file: str) -> None:
        self.raw: dict[str, RawTable] = {}
        self.file = file
        self._lines: dict[str, int] = {}
        self._first: dict[str, Mapping[str, str]] = {}
        self._places: dict[str, str] = {}
        self._owners: dict[str, Mapping[str, str]] = {}
        self._sites: dict[str, set[tuple[str, str]]] = {}
        self._terms: dict[tuple[str, str], str] = {}

    def take(self, line: int, known: Mapping[str, str]) -> str:
        """Add one service, or a further site of one; return what could not be taken and why, or nothing."""
        missing = [field.label.lower() for field in FIELDS if field.is_needed and not known.get(field.name)]
        if missing:
            return f"it has no {' and no '.join(missing)}"
        owner = known["organization"].casefold()
        organization = stable_id("organization", owner)
        service = stable_id("service", owner, known["service"].casefold())
        if service in self._lines:
            return self._another(line, organization, service, known)
        self._lines[service] = line
        self._first[service] = known
        if organization not in self._places:
            self._organization(line, organization, known)
        self._service(line, organization, service, known)
        return ""

    def _another(self, line: int, organization: str, service: str, known: Mapping[str, str]) -> str:
        """Take the site of a service that stands in an earlier line already."""
        site = (known.get("address", ""), known.get("phone", ""))
        first = self._first[service]
        is_second = service not in self._sites
        sites = self._sites.setdefault(service, {(first.get("address", ""), first.get("phone", ""))})
        lines = f"of line {self._lines[service]}"
        if not any(site) or site in sites:
            return f"it repeats the service {lines}"
        sites.add(site)
        place = self._add("location", line, service, organization_id=organization, location_type="physical")
        link = self._add("service_at_location", line, service, service_id=service, location_id=place)
        if site[0]:
            self._add("address", line, service, location_id=place, address_1=site[0])
        if site[1]:
            if is_second and first.get("phone"):
                # The first site's number may be its organization's, and would be hidden by one that is nearer.
                self._add("phone", line, service, service_at_location_id=link, number=first["phone"])
            self._add("phone", line, service, service_at_location_id=link, number=site[1])
        for text in _several(known, "hours") if known.get("hours") != first.get("hours") else ():
            self._add("schedule", line, service, service_at_location_id=link, description=text)
        kept = {"organization", "service", "address", "phone", "hours"}
        others = [field.label for field in FIELDS if field.name not in kept and _differs(known, first, field.name)]
        return f"only its site was taken: {', '.join(others)} stand as in line {self._lines[service]}" if others else ""

    def _add(self, table: str, line: int, owner: str, **cells: str) -> str:
        """Add a row that belongs to ``owner`` and return its id: the owner's with the row's number at its end."""
        raw = self.raw.get(table)
        if raw is None:
            raw = self.raw[table] = RawTable(self.file, ["id"])
        raw.columns += [column for column in cells if column not in raw.columns]
        key = cells.setdefault("id", f"{owner[:24]}{len(raw.rows):012x}")
        raw.rows.append(RawRow(line, cells))
        return key

    def _organization(self, line: int, key: str, known: Mapping[str, str]) -> None:
        own = {column: known.get(field, "") for column, field in _OF_ORGANIZATION.items()}
        self._add("organization", line, key, id=key, name=known["organization"], **own)
        place = self._add("location", line, key, organization_id=key, location_type="physical")
        self._places[key] = place
        self._owners[key] = known
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
        self._add(
            "service_at_location", line, key, service_id=key, location_id=self._place(line, organization, key, known)
        )
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

    def _place(self, line: int, organization: str, key: str, known: Mapping[str, str]) -> str:
        """Return the location of a service: its organization's, unless the row names another address or phone."""
        first = self._owners[organization]
        if known.get("phone") and known["phone"] != first.get("phone"):
            self._add("phone", line, key, service_id=key, number=known["phone"])
        if not known.get("address") or known["address"] == first.get("address"):
            return self._places[organization]
        place = self._add("location", line, key, organization_id=organization, location_type="physical")
        self._add("address", line, key, location_id=place, address_1=known["address"])
        return place

    def _attribute(self, line: int, key: str, term: tuple[str, str], value: str = "") -> None:
        taxonomy, code = term
        if term not in self._terms:
            self._terms[term] = stable_id("term", taxonomy, code)
            name = code.replace("_", " ").capitalize() if taxonomy == terms.ACCESS else code
            self._add("taxonomy_term", line, key, id=self._terms[term], code=code, name=name, taxonomy=taxonomy)
        self._add(
            "attribute", line, key, link_id=key, link_entity="service", taxonomy_term_id=self._terms[term], value=value
        )


def _differs(known: Mapping[str, str], first: Mapping[str, str], field: str) -> bool:
    return bool(known.get(field)) and known.get(field) != first.get(field)


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
