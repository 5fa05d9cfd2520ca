"""Rows that hang where the standard has no column for them, hung where it has one.

Programs that write HSDS tie an address to a service, a place to a service, hours to an organization. Left as they are,
such cells would be lost without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.directory.importing.raw import RawRow, RawTable
from hartcity.directory.terms import stable_id


if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

_LINK = "service_at_location"
HUNG_BY = {
    "address": ("service_id", "service_at_location_id", "organization_id"),
    "service": ("location_id",),
    "location": ("service_id",),
    "accessibility": ("service_id",),
    "schedule": ("organization_id",),
    "language": ("organization_id", f"{_LINK}_id"),
}
"""Columns beyond the standard by which rows are hung, by table."""

_OF_EACH_SERVICE = ("schedule", "language")
_PLACED_BY = HUNG_BY["address"]


def placed(tables: MutableMapping[str, RawTable]) -> None:
    """Hang rows of raw HSDS 3.0 tables, changed in place, on what the standard hangs them on."""
    _names(tables)
    _organizations_of_programs(tables)
    _addresses(tables)
    _accessibility(tables)
    _services_and_places(tables)
    _language_of_links(tables)
    for name in _OF_EACH_SERVICE:
        _of_organizations(tables, name)


def _names(tables: MutableMapping[str, RawTable]) -> None:
    """Call by its other name what has no name of its own."""
    for name in ("organization", "service"):
        for _, cells in tables[name].rows if name in tables else ():
            cells["name"] = cells.get("name") or cells.get("alternate_name", "")


def _organizations_of_programs(tables: MutableMapping[str, RawTable]) -> None:
    """Give a service that only names its program the organization of that program."""
    if "program" not in tables or "service" not in tables:
        return
    owners = {cells.get("id", ""): cells.get("organization_id", "") for _, cells in tables["program"].rows}
    for _, cells in tables["service"].rows:
        cells["organization_id"] = cells.get("organization_id") or owners.get(cells.get("program_id", ""), "")
    _column(tables["service"], "organization_id")


def _accessibility(tables: MutableMapping[str, RawTable]) -> None:
    """Hang what is told of a service's building on its place."""
    table = tables.get("accessibility")
    if table is None or "service_id" not in table.columns:
        return
    places = {
        cells.get("service_id", ""): cells.get("location_id", "")
        for _, cells in (tables[_LINK].rows if _LINK in tables else ())
    }
    for line, cells in table.rows:
        service = cells.get("service_id", "")
        if service and not cells.get("location_id"):
            own = {"service_id": service}
            places[service] = places.get(service) or _place(tables, line, table.file, own)
            cells["location_id"] = places[service]
    _column(table, "location_id")


def _addresses(tables: MutableMapping[str, RawTable]) -> None:
    """Give an address of an organization or a service a place, which is what addresses belong to."""
    addresses = tables.get("address")
    if addresses is None or not {*_PLACED_BY} & {*addresses.columns}:
        return
    links = {cells.get("id", ""): cells for _, cells in tables[_LINK].rows} if _LINK in tables else {}
    for line, cells in addresses.rows:
        link = links.get(cells.get("service_at_location_id", ""), {})
        if cells.get("location_id") or not any(cells.get(column) for column in _PLACED_BY):
            continue
        cells["location_id"] = link.get("location_id") or _place(tables, line, addresses.file, cells)
    _column(addresses, "location_id")


def _place(tables: MutableMapping[str, RawTable], line: int, file: str, cells: dict[str, str]) -> str:
    """Add the place of an address, and tie its service to it."""
    key = stable_id("place", file, str(line))
    service = cells.get("service_id", "")
    owner = cells.get("organization_id", "")
    _add(tables, "location", line, {"id": key, "location_type": "physical", "organization_id": owner})
    if service:
        _add(tables, _LINK, line, {"id": stable_id("link", key), "service_id": service, "location_id": key})
    return key


def _services_and_places(tables: MutableMapping[str, RawTable]) -> None:
    """Tie a service and a place together where the one names the other."""
    tied = (
        {(cells.get("service_id"), cells.get("location_id")) for _, cells in tables[_LINK].rows}
        if (_LINK in tables)
        else set()
    )
    for name, other in (("service", "location"), ("location", "service")):
        table = tables.get(name)
        for line, cells in list(table.rows) if table is not None and f"{other}_id" in table.columns else ():
            pair = {f"{name}_id": cells.get("id", ""), f"{other}_id": cells.get(f"{other}_id", "")}
            key = (pair["service_id"], pair["location_id"])
            if all(key) and key not in tied:
                tied.add(key)
                _add(tables, _LINK, line, {"id": stable_id("link", *key), **pair})


def _language_of_links(tables: MutableMapping[str, RawTable]) -> None:
    """Hang a language of a service at a place on the service."""
    languages = tables.get("language")
    if languages is None or f"{_LINK}_id" not in languages.columns or _LINK not in tables:
        return
    services = {cells.get("id", ""): cells.get("service_id", "") for _, cells in tables[_LINK].rows}
    for _, cells in languages.rows:
        cells["service_id"] = cells.get("service_id") or services.get(cells.get(f"{_LINK}_id", ""), "")
    _column(languages, "service_id")


def _of_organizations(tables: MutableMapping[str, RawTable], name: str) -> None:
    """Hang what is told of an organization on each service of its that says nothing of its own."""
    table = tables.get(name)
    if table is None or "organization_id" not in table.columns or "service" not in tables:
        return
    said = {cells.get("service_id", "") for _, cells in table.rows}
    services: dict[str, list[str]] = {}
    for _, cells in tables["service"].rows:
        if cells.get("id", "") not in said:
            services.setdefault(cells.get("organization_id", ""), []).append(cells.get("id", ""))
    owners = {column for column in table.columns if column.endswith("_id")} - {"organization_id"}
    rows: list[RawRow] = []
    for row in table.rows:
        is_general = row.cells.get("organization_id") and not any(row.cells.get(column) for column in owners)
        own = services.get(row.cells["organization_id"], []) if is_general else []
        rows += list(_each(row, own)) or [row]
    table.rows[:] = rows
    _column(table, "service_id")


def _each(row: RawRow, services: list[str]) -> Iterator[RawRow]:
    for service in services:
        yield RawRow(
            row.line, {**row.cells, "id": stable_id("each", row.cells.get("id", ""), service), "service_id": service}
        )


def _add(tables: MutableMapping[str, RawTable], name: str, line: int, cells: dict[str, str]) -> None:
    table = tables.setdefault(name, RawTable(name))
    for column in cells:
        _column(table, column)
    table.rows.append(RawRow(line, cells))


def _column(table: RawTable, name: str) -> None:
    if name not in table.columns:
        table.columns.append(name)
