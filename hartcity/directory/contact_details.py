"""How an organization or a service is reached: its phones, its addresses, its desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.directory.rows import first


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hartcity.directory.rows import GroupedRows, Row


def phones(grouped: GroupedRows, owners: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the numbers of the nearest owner, or of its contacts."""
    rows = grouped.nearest("phone", owners)
    if not rows:
        contacts = grouped.nearest("contact", owners)
        rows = [row for contact in contacts for row in grouped.of("phone", "contact_id", contact["id"])]
    rows = [row for row in rows if row.get("number")]
    voices = [row for row in rows if row.get("type", "").casefold() != "fax"]
    return tuple(dict.fromkeys(map(_phone, voices or rows)))


def _phone(row: Row) -> str:
    extension, kind = row.get("extension", ""), row.get("type", "").casefold()
    number = row["number"].strip('" ')
    more = f" ext. {extension}" if extension and not number.endswith(extension) else ""
    return f"{number}{more}" + (f" ({kind.upper() if kind == 'tty' else kind})" if kind in {"fax", "tty"} else "")


def addresses(grouped: GroupedRows, places: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses of places that people go to or, where there are none, those for letters."""
    rows = [row for place in places for row in grouped.of("address", "location_id", place)]
    where_people_go = [row for row in rows if row.get("address_type", "physical") == "physical"] or rows
    return tuple(dict.fromkeys(filter(None, map(_address, where_people_go))))


def contact(rows: Iterable[Row]) -> str:
    """Return roles, not persons: an email goes to a desk that is staffed when a person is away."""
    return first(", ".join(filter(None, (row.get("title", ""), row.get("department", "")))) for row in rows)


def _address(row: Row) -> str:
    region = " ".join(filter(None, (row.get("state_province", ""), row.get("postal_code", ""))))
    lines = (row.get("address_1", ""), row.get("address_2", ""), row.get("city", ""), region)
    return ", ".join(filter(None, lines))
