"""From HSDS tables to organizations and services."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from hartcity.directory import terms
from hartcity.directory.contact_details import addresses, contact, phones
from hartcity.directory.languages import languages
from hartcity.directory.rows import GroupedRows, first, number, texts
from hartcity.directory.service_hours import hours_of
from hartcity.model import CostOption, Exclusions, Organization, Service


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hartcity.directory.rows import Row, Tables

PAUSED = "temporarily closed"
NOT_OFFERED = frozenset({"inactive", "defunct", PAUSED})
"""What a service's status says of one that no plan can rest on."""

_ADULT_FROM = 18


def organizations(tables: Tables) -> tuple[Organization, ...]:
    """Return every organization with its services, in the order of the tables.

    Services that are ``inactive``, ``defunct`` or ``temporarily closed`` are left out: a plan cannot rest on them.
    """
    grouped = GroupedRows(tables)
    term_rows = {row["id"]: row for row in grouped.rows("taxonomy_term")}
    taxonomies = {row["id"]: row.get("name", "") for row in grouped.rows("taxonomy")}
    classes = {
        key: (taxonomies.get(row.get("taxonomy_id", "")) or row.get("taxonomy", ""), row.get("code", ""), row["name"])
        for key, row in term_rows.items()
    }
    return tuple(_organization(row, grouped, classes) for row in grouped.rows("organization"))


def _organization(row: Row, grouped: GroupedRows, classes: Mapping[str, tuple[str, str, str]]) -> Organization:
    key = row["id"]
    places = [place["id"] for place in grouped.of("location", "organization_id", key)]
    organization = Organization(
        name=row["name"],
        id=key,
        alternate_name=row.get("alternate_name", ""),
        mission=row.get("description", ""),
        funding=texts(grouped.of("funding", "organization_id", key), "source"),
        phone=first(phones(grouped, {"organization_id": [key], "location_id": places})),
        email=row.get("email", ""),
        website=row.get("website", ""),
        address=first(addresses(grouped, places)),
        contact=contact(grouped.of("contact", "organization_id", key)),
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
        phone=organization.phone or first(service.phone for service in offered),
        address=organization.address or first(service.address for service in offered),
    )


def _service(
    row: Row,
    organization: Organization,
    grouped: GroupedRows,
    classes: Mapping[str, tuple[str, str, str]],
) -> Service:
    key = row["id"]
    links = grouped.of("service_at_location", "service_id", key)
    told = [
        row for owner in (key, *(link["id"] for link in links)) for row in grouped.of("attribute", "link_id", owner)
    ]
    needs, people, rules = _attributes(told or grouped.of("attribute", "link_id", organization.id), classes)
    minimum, maximum = number(row.get("minimum_age", "")), number(row.get("maximum_age", ""))
    exclusions = _exclusions(rules, minimum, maximum)
    places = [link["location_id"] for link in links]
    # The standard lets a phone or a schedule hang on the service, on the service at a place, or on the place.
    owners = {"service_id": [key], "service_at_location_id": [link["id"] for link in links], "location_id": places}
    offered = Service(
        name=row["name"],
        organization=organization.name,
        id=key,
        mission=organization.mission,
        description=row.get("description", ""),
        keywords=tuple(filter(None, map(str.strip, row.get("alternate_name", "").split(";")))),
        needs=needs,
        people=people,
        served=first(rules[terms.SERVED]) or row.get("eligibility_description", ""),
        not_served=exclusions.not_served,
        eligibility=row.get("eligibility_description", ""),
        minimum_age=minimum,
        maximum_age=maximum,
        exclusions=exclusions,
    )
    return _with_the_way_in(offered, row, organization, grouped, owners)


def _with_the_way_in(
    service: Service,
    row: Row,
    organization: Organization,
    grouped: GroupedRows,
    owners: Mapping[str, list[str]],
) -> Service:
    """Return a service with what it costs and asks for, and when, where and how it is reached.

    ``owners`` are the ids of what these rows hang on; what the service leaves unsaid, its organization says.
    """
    places = owners["location_id"]
    return replace(
        service,
        cost=row.get("fees_description", "") or row.get("fees", ""),
        cost_options=tuple(map(_cost_option, grouped.of("cost_option", "service_id", service.id))),
        documents=texts(grouped.of("required_document", "service_id", service.id), "document"),
        application=row.get("application_process", ""),
        wait="; ".join(filter(None, (row.get("alert", ""), row.get("wait_time", "")))),
        hours=hours_of(grouped, owners),
        languages=languages(grouped, owners),
        accessibility=_accessibility(row, places, grouped),
        contact=contact(grouped.nearest("contact", owners)) or organization.contact,
        phone="; ".join(phones(grouped, owners)) or organization.phone,
        address="; ".join(addresses(grouped, places)) or organization.address,
    )


def _exclusions(rules: Mapping[str, list[str]], minimum: float | None, maximum: float | None) -> Exclusions:
    """Return who a service turns away by its access rules and ages; those of a service for parents may be a child's."""
    limits = [value for value in map(number, rules[terms.INCOME_LIMIT_PERCENT]) if value is not None]
    for_parents = bool(rules[terms.REQUIRES_MINOR_CHILDREN])
    ages_of_children = for_parents and maximum is not None and maximum < _ADULT_FROM
    return Exclusions(
        requires_minor_children=for_parents,
        single_adults_only=bool(rules[terms.SINGLE_ADULTS_ONLY]),
        income_limit_percent=min(limits, default=None),
        minimum_age=None if ages_of_children else minimum,
        maximum_age=None if ages_of_children else maximum,
        oldest_child=maximum if ages_of_children else None,
        not_served=tuple(rules[terms.NOT_SERVED]),
    )


def _accessibility(row: Row, places: Iterable[str], grouped: GroupedRows) -> tuple[str, ...]:
    """Return what makes a service's places accessible, and who interprets there."""
    of_places = (
        held.get("description") or held.get("details", "")
        for place in places
        for held in grouped.of("accessibility", "location_id", place)
    )
    return tuple(filter(None, (*of_places, row.get("interpretation_services", ""))))


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


def _cost_option(row: Row) -> CostOption:
    return CostOption(
        option=row.get("option", ""),
        amount=number(row.get("amount", "")),
        currency=row.get("currency", "") or "USD",
        description=row.get("amount_description", ""),
    )
