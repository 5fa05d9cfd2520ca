"""From HSDS tables to organizations and services."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from hartcity.directory import terms
from hartcity.model import CostOption, Exclusions, Organization, Service


if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

Row: TypeAlias = Mapping[str, str]
Tables: TypeAlias = Mapping[str, "pd.DataFrame"]
"""HSDS tables by name. Every cell is a string; what is not there is the empty string."""

_ONE_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
"""A weekday as iCalendar writes it (RFC 5545, 3.3.10): ``MO`` each Monday, ``2MO`` the second, ``-1MO`` the last."""

_DAYS = {"MO": "Mon", "TU": "Tue", "WE": "Wed", "TH": "Thu", "FR": "Fri", "SA": "Sat", "SU": "Sun"}
_HOURS_ON_A_CLOCK = 12
_TO = "\N{EN DASH}"
_PAUSED = "temporarily closed"
NOT_OFFERED = frozenset({"inactive", "defunct"})
"""What a service's status says of one that no plan can rest on."""

LANGUAGES: Mapping[str, str] = tomllib.loads(
    resources.files("hartcity.directory").joinpath("languages.toml").read_text(encoding="utf-8")
)
"""Names of languages by their codes."""

_RANGE_FROM = 3
_MIDNIGHT, _DAYS_END = "00:00", {"23:59", "24:00", "00:00"}
_ORDINALS = {"1": "1st", "2": "2nd", "3": "3rd", "-1": "last", "-2": "second to last"}
_EVERY_OTHER = "2"
_LONGEST_HOLIDAY = 31
"""Days of the longest time that is told with its dates; what is valid longer is how it ordinarily is."""

_ADULT_FROM = 18


class _Grouped:
    """The rows of every table, grouped by the column that ties them to their owner."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._groups: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def rows(self, table: str) -> list[Row]:
        frame = self._tables.get(table)
        if frame is None:
            return []
        columns = [str(column) for column in frame.columns]
        return [dict(zip(columns, cells, strict=True)) for cells in frame.itertuples(index=False, name=None)]

    def of(self, table: str, column: str, key: str) -> list[Row]:
        if not key:
            return []
        if (table, column) not in self._groups:
            groups: dict[str, list[Row]] = defaultdict(list)
            for row in self.rows(table):
                groups[row.get(column, "")].append(row)
            self._groups[table, column] = groups
        return self._groups[table, column].get(key, [])


def organizations(tables: Tables) -> tuple[Organization, ...]:
    """Return every organization with its services, in the order of the tables.

    Services that are ``inactive`` or ``defunct`` are left out: a plan cannot rest on them.
    """
    grouped = _Grouped(tables)
    term_rows = {row["id"]: row for row in grouped.rows("taxonomy_term")}
    taxonomies = {row["id"]: row.get("name", "") for row in grouped.rows("taxonomy")}
    classes = {
        key: (taxonomies.get(row.get("taxonomy_id", "")) or row.get("taxonomy", ""), row.get("code", ""), row["name"])
        for key, row in term_rows.items()
    }
    return tuple(_organization(row, grouped, classes) for row in grouped.rows("organization"))


def _organization(row: Row, grouped: _Grouped, classes: Mapping[str, tuple[str, str, str]]) -> Organization:
    key = row["id"]
    places = [place["id"] for place in grouped.of("location", "organization_id", key)]
    organization = Organization(
        name=row["name"],
        id=key,
        alternate_name=row.get("alternate_name", ""),
        mission=row.get("description", ""),
        funding=_texts(grouped.of("funding", "organization_id", key), "source"),
        phone=_first(_phones(grouped, {"organization_id": [key], "location_id": places})),
        email=row.get("email", ""),
        website=row.get("website", ""),
        address=_first(_addresses(grouped, places)),
        contact=_contact(grouped.of("contact", "organization_id", key)),
    )
    services = (
        _service(service, organization, grouped, classes)
        for service in grouped.of("service", "organization_id", key)
        if service.get("status", "active") not in NOT_OFFERED
    )
    offered = tuple(services)
    return replace(
        organization,
        services=offered,
        phone=organization.phone or _first(service.phone for service in offered),
        address=organization.address or _first(service.address for service in offered),
    )


def _service(
    row: Row,
    organization: Organization,
    grouped: _Grouped,
    classes: Mapping[str, tuple[str, str, str]],
) -> Service:
    key = row["id"]
    links = grouped.of("service_at_location", "service_id", key)
    told = [
        row for owner in (key, *(link["id"] for link in links)) for row in grouped.of("attribute", "link_id", owner)
    ]
    needs, people, rules = _attributes(told or grouped.of("attribute", "link_id", organization.id), classes)
    minimum, maximum = number(row.get("minimum_age", "")), number(row.get("maximum_age", ""))
    limits = [value for value in map(number, rules[terms.INCOME_LIMIT_PERCENT]) if value is not None]
    not_served = tuple(rules[terms.NOT_SERVED])
    for_parents = bool(rules[terms.REQUIRES_MINOR_CHILDREN])
    ages_of_children = for_parents and maximum is not None and maximum < _ADULT_FROM
    places = [link["location_id"] for link in links]
    # The standard lets a phone or a schedule hang on the service, on the service at a place, or on the place.
    owners = {"service_id": [key], "service_at_location_id": [link["id"] for link in links], "location_id": places}
    return Service(
        name=row["name"],
        organization=organization.name,
        id=key,
        mission=organization.mission,
        description=row.get("description", ""),
        keywords=tuple(filter(None, map(str.strip, row.get("alternate_name", "").split(";")))),
        needs=needs,
        people=people,
        served=_first(rules[terms.SERVED]) or row.get("eligibility_description", ""),
        not_served=not_served,
        eligibility=row.get("eligibility_description", ""),
        minimum_age=minimum,
        maximum_age=maximum,
        cost=row.get("fees_description", "") or row.get("fees", ""),
        cost_options=tuple(map(_cost_option, grouped.of("cost_option", "service_id", key))),
        documents=_texts(grouped.of("required_document", "service_id", key), "document"),
        application=row.get("application_process", ""),
        wait="; ".join(filter(None, (_paused(row), row.get("alert", ""), row.get("wait_time", "")))),
        hours=tuple(dict.fromkeys(filter(None, map(_hours, _nearest(grouped, "schedule", owners))))),
        languages=_languages(_spoken(grouped, owners)),
        accessibility=tuple(
            text
            for place in places
            for held in grouped.of("accessibility", "location_id", place)
            if (text := held.get("description") or held.get("details", ""))
        )
        + tuple(filter(None, [row.get("interpretation_services", "")])),
        contact=_contact(_nearest(grouped, "contact", owners)) or organization.contact,
        phone="; ".join(_phones(grouped, owners)) or organization.phone,
        address="; ".join(_addresses(grouped, places)) or organization.address,
        exclusions=Exclusions(
            requires_minor_children=for_parents,
            single_adults_only=bool(rules[terms.SINGLE_ADULTS_ONLY]),
            income_limit_percent=min(limits, default=None),
            minimum_age=None if ages_of_children else minimum,
            maximum_age=None if ages_of_children else maximum,
            oldest_child=maximum if ages_of_children else None,
            not_served=not_served,
        ),
    )


def _paused(row: Row) -> str:
    return _PAUSED if row.get("status") == _PAUSED else ""


def _nearest(grouped: _Grouped, table: str, owners: Mapping[str, list[str]]) -> list[Row]:
    """Return the rows of the first kind of owner that has any."""
    for column, keys in owners.items():
        found = [row for key in keys for row in grouped.of(table, column, key)]
        if found:
            return found
    return []


def _phones(grouped: _Grouped, owners: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the numbers of the nearest owner, or of its contacts."""
    rows = _nearest(grouped, "phone", owners)
    if not rows:
        contacts = _nearest(grouped, "contact", owners)
        rows = [row for contact in contacts for row in grouped.of("phone", "contact_id", contact["id"])]
    rows = [row for row in rows if row.get("number")]
    voices = [row for row in rows if row.get("type", "").casefold() != "fax"]
    return tuple(dict.fromkeys(map(_phone, voices or rows)))


def _phone(row: Row) -> str:
    extension, kind = row.get("extension", ""), row.get("type", "").casefold()
    number = row["number"].strip('" ')
    more = f" ext. {extension}" if extension and not number.endswith(extension) else ""
    return f"{number}{more}" + (f" ({kind.upper() if kind == 'tty' else kind})" if kind in {"fax", "tty"} else "")


def _addresses(grouped: _Grouped, places: Iterable[str]) -> tuple[str, ...]:
    rows = [row for place in places for row in grouped.of("address", "location_id", place)]
    where_people_go = [row for row in rows if row.get("address_type", "physical") == "physical"] or rows
    return tuple(dict.fromkeys(filter(None, map(_address, where_people_go))))


def _spoken(grouped: _Grouped, owners: Mapping[str, list[str]]) -> Iterable[Row]:
    """Yield the languages of the service, of its places and of its phones."""
    for column in ("service_id", "location_id"):
        for key in owners[column]:
            yield from grouped.of("language", column, key)
    for phone in _nearest(grouped, "phone", owners):
        yield from grouped.of("language", "phone_id", phone["id"])


def _attributes(
    rows: Iterable[Row], classes: Mapping[str, tuple[str, str, str]]
) -> tuple[tuple[str, ...], tuple[str, ...], Mapping[str, list[str]]]:
    """Return needs, people, and the values of each access rule by its code.

    Terms of taxonomies that are not ours count as needs: that is what a foreign directory classifies services by.
    """
    needs: list[str] = []
    people: list[str] = []
    rules: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        taxonomy, code, name = classes.get(row["taxonomy_term_id"], ("", "", ""))
        if taxonomy == terms.ACCESS:
            rules[code].append(row.get("value", "") or name)
        elif taxonomy == terms.PEOPLE:
            people.append(name)
        elif name:
            needs.append(name)
    return tuple(dict.fromkeys(needs)), tuple(dict.fromkeys(people)), rules


def number(text: str) -> float | None:
    """Return the finite number that ``text`` spells, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None


def _cost_option(row: Row) -> CostOption:
    return CostOption(
        option=row.get("option", ""),
        amount=number(row.get("amount", "")),
        currency=row.get("currency", "") or "USD",
        description=row.get("amount_description", ""),
    )


def _languages(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            f"{name} ({row['note']})" if row.get("note") else name for row in rows if (name := _language(row))
        )
    )


def _language(row: Row) -> str:
    """Return a language's name, where only a code stands that of the code."""
    code = row.get("code", "")
    return row.get("name", "") or LANGUAGES.get(re.split("[-_]", code.casefold())[0], code)


def _contact(rows: Iterable[Row]) -> str:
    """Return roles, not persons: an email goes to a desk that is staffed when a person is away."""
    return _first(", ".join(filter(None, (row.get("title", ""), row.get("department", "")))) for row in rows)


def _address(row: Row) -> str:
    region = " ".join(filter(None, (row.get("state_province", ""), row.get("postal_code", ""))))
    lines = (row.get("address_1", ""), row.get("address_2", ""), row.get("city", ""), region)
    return ", ".join(filter(None, lines))


def _hours(row: Row) -> str:
    opens, closes = _clock(row.get("opens_at", "")), _clock(row.get("closes_at", ""))
    times = f"{opens}{_TO}{closes}" if opens and closes else opens or (f"until {closes}" if closes else "")
    if row.get("opens_at", "") == _MIDNIGHT and row.get("closes_at", "") in _DAYS_END:
        times = "around the clock"
    known = " ".join(
        filter(None, (_dates(row), _weekdays(row), _days_of_month(row), times, row.get("description", "")))
    )
    return f"{known}, every other week" if known and _is_every_other_week(row) else known


def _is_every_other_week(row: Row) -> bool:
    return row.get("interval", "") == _EVERY_OTHER and row.get("freq", "") == "WEEKLY"


def _dates(row: Row) -> str:
    """Return the dates of a holiday or another short time, which are not how it ordinarily is."""
    try:
        first, last = date.fromisoformat(row.get("valid_from", "")), date.fromisoformat(row.get("valid_to", ""))
    except ValueError:
        return ""
    if (last - first).days > _LONGEST_HOLIDAY:
        return ""
    shown = [f"{day:%B} {day.day}, {day.year}" for day in dict.fromkeys((first, last))]
    return " to ".join(shown) + ":"


def _days_of_month(row: Row) -> str:
    days = row.get("bymonthday", "").strip()
    return f"on day {days} of the month" if days else ""


def _weekdays(row: Row) -> str:
    """Return weekdays as people write them; what is no weekday stays as it stands."""
    text = row.get("byday", "").strip()
    parts = [_ONE_DAY.fullmatch(part.strip()) for part in text.split(",")]
    found = [(part[1], part[2]) for part in parts if part]
    if len(found) < len(parts):
        return text
    if not any(which for which, _ in found):
        return _day_range([day for _, day in found])
    return ", ".join(" ".join(filter(None, (_ordinal(which), _DAYS[day]))) for which, day in found)


def _ordinal(which: str | None) -> str:
    bare = (which or "").lstrip("+")
    return _ORDINALS.get(bare, f"{bare}th" if bare else "")


def _day_range(days: list[str]) -> str:
    order = list(_DAYS)
    places = sorted({order.index(day) for day in days})
    if len(places) == len(order):
        return "Every day"
    if len(places) >= _RANGE_FROM and all(after - before == 1 for before, after in pairwise(places)):
        return f"{_DAYS[order[places[0]]]}{_TO}{_DAYS[order[places[-1]]]}"
    return ", ".join(_DAYS[order[place]] for place in places)


def _clock(text: str) -> str:
    """Return ``17:30`` as ``5:30 p.m.``; anything that is no time of day comes back as it is."""
    hour, _, rest = text.partition(":")
    if not (hour.isdigit() and rest[:2].isdigit()):
        return text
    half = "a.m." if int(hour) % 24 < _HOURS_ON_A_CLOCK else "p.m."
    minutes = "" if rest[:2] == "00" else f":{rest[:2]}"
    return f"{int(hour) % _HOURS_ON_A_CLOCK or _HOURS_ON_A_CLOCK}{minutes} {half}"


def _texts(rows: Iterable[Row], column: str) -> tuple[str, ...]:
    return tuple(row[column] for row in rows if row.get(column))


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
