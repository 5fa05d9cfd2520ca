"""The tables of HSDS that the rows of a list become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.directory import terms
from hartcity.directory.importing.raw import RawRow, RawTable
from hartcity.directory.importing.sheets.fields import FIELDS
from hartcity.directory.importing.sheets.sites import Sites, several
from hartcity.directory.terms import stable_id


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.directory.importing.sheets.row_groups import Heads

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
)
_YES = {"yes", "y", "true", "1", "x"}


class HsdsTables:
    """HSDS tables that grow row by row."""

    def __init__(self, file: str, heads: Heads) -> None:
        self.raw: dict[str, RawTable] = {}
        self.file = file
        self._heads = heads
        self._sites = Sites(self._add)
        self._places: dict[str, str] = {}
        self._owners: dict[str, Mapping[str, str]] = {}
        self._terms: dict[tuple[str, str], str] = {}

    def take(self, line: int, known: Mapping[str, str]) -> str:
        """Add one service, or a further site of one; return what could not be taken and why, or nothing."""
        missing = [field.label.lower() for field in FIELDS if field.is_needed and not known.get(field.name)]
        if missing:
            return f"it has no {' and no '.join(missing)}"
        owner = known["organization"].casefold()
        organization = stable_id("organization", owner)
        service = stable_id("service", owner, known["service"].casefold())
        if service in self._sites:
            return self._sites.another(line, organization, service, known)
        if organization not in self._places:
            self._organization(line, organization, known)
        self._service(line, organization, service, known)
        return ""

    def finish(self) -> None:
        """Add what is known only when every row was taken."""
        self._sites.finish()

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
        known = {**known, **{name: cell for name, cell in self._heads.of(known).items() if cell}}
        own = {column: known.get(field, "") for column, field in _OF_ORGANIZATION.items()}
        self._add("organization", line, key, id=key, name=known["organization"], **own)
        place = self._add("location", line, key, organization_id=key, location_type="physical")
        self._places[key] = place
        self._owners[key] = known
        if known.get("address"):
            self._add("address", line, key, location_id=place, address_1=known["address"])
        if known.get("phone"):
            self._add("phone", line, key, organization_id=key, number=known["phone"])
        for text in several(known, "funding"):
            self._add("funding", line, key, organization_id=key, source=text)
        for text in several(known, "accessibility"):
            self._add("accessibility", line, key, location_id=place, description=text)

    def _service(self, line: int, organization: str, key: str, known: Mapping[str, str]) -> None:
        own = {column: known.get(field, "") for column, field in _OF_SERVICE.items()}
        self._add("service", line, key, id=key, organization_id=organization, name=known["service"], **own)
        place = self._place(line, organization, key, known)
        link = self._add("service_at_location", line, key, service_id=key, location_id=place)
        for table, column, field in _MANY_OF_SERVICE:
            for text in several(known, field):
                self._add(table, line, key, service_id=key, **{column: text})
        phone = known.get("phone") or self._owners[organization].get("phone", "")
        self._sites.add(line, key, known, link, phone)
        if known.get("contact"):
            self._add("contact", line, key, service_id=key, title=known["contact"])
        for taxonomy, field in ((terms.NEED, "needs"), (terms.PEOPLE, "people")):
            for text in several(known, field):
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


def _access(known: Mapping[str, str]) -> Mapping[str, list[str]]:
    served, limit = known.get("served", ""), known.get("income_limit_percent", "").rstrip("% ")
    return {
        terms.SERVED: [served] if served else [],
        terms.NOT_SERVED: several(known, "not_served"),
        terms.INCOME_LIMIT_PERCENT: [limit] if limit else [],
        terms.REQUIRES_MINOR_CHILDREN: _if_yes(known, "requires_minor_children"),
        terms.SINGLE_ADULTS_ONLY: _if_yes(known, "single_adults_only"),
    }


def _if_yes(known: Mapping[str, str], field: str) -> list[str]:
    return ["yes"] if known.get(field, "").casefold() in _YES else []
