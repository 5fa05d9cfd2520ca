"""The tables of HSDS that the rows of a list become."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hartcity.directory import terms
from hartcity.directory.importing.raw import RawRow, RawTable
from hartcity.directory.importing.sheets.fields import FIELDS
from hartcity.directory.terms import stable_id


if TYPE_CHECKING:
    from collections.abc import Mapping

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
_YES = {"yes", "y", "true", "1", "x"}


class HsdsTables:
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
