"""A directory of organizations and services that can be searched, filtered and compared."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from rapidfuzz import fuzz, process, utils

from hartcity.directory.assembly import organizations
from hartcity.directory.tables import TABLES


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hartcity.directory.rows import Tables
    from hartcity.directory.search import SearchIndex
    from hartcity.model import Exclusions, Organization, Service

ILLUSTRATIVE_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "directory"
"""Where the CSV tables of our own, invented Hart City stand."""

FACETS = ("need", "cost", "people", "language")
"""What services are filtered by, in the order in which it is shown."""

_SAME_NAME_FROM = 86.0
"""Similarity (0-100) from which two names are taken for one: it forgives a slip, and keeps two shelters apart."""

_SAME_SERVICE_FROM = 72.0
"""As above within one organization, where a part of a name is enough and few services can be meant."""

_IN_BRACKETS = re.compile(r"\s*\(.*?\)")


class Directory:
    """Organizations and services, read from HSDS 3.0 tables.

    ``name`` says whose directory it is. ``is_illustrative`` is true for our own invented one and for no other.
    """

    def __init__(self, tables: Tables, *, name: str = "", is_illustrative: bool = False) -> None:
        self.tables = tables
        self.name = name
        self.is_illustrative = is_illustrative

    @cached_property
    def organizations(self) -> tuple[Organization, ...]:
        """Every organization with its services, in the tables' order."""
        return organizations(self.tables)

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """Every service, organization by organization."""
        return tuple(service for organization in self.organizations for service in organization.services)

    @cached_property
    def _index(self) -> SearchIndex:
        from hartcity.directory.search import SearchIndex  # noqa: PLC0415 - who searches nothing loads no sayings

        return SearchIndex(self.services)

    @cached_property
    def _by_id(self) -> Mapping[str, Service]:
        return {service.id: service for service in self.services}

    @cached_property
    def _by_name(self) -> Mapping[str, Organization]:
        return {organization.name: organization for organization in self.organizations}

    def search(
        self,
        query: str = "",
        *,
        needs: Collection[str] = (),
        costs: Collection[str] = (),
        people: Collection[str] = (),
        languages: Collection[str] = (),
    ) -> tuple[Service, ...]:
        """Return the services that hold the query's words and at least one chosen value of each facet.

        Without a query the directory's order is kept; with one the best come first. Misspelled words are understood.
        """
        found = [self.services[place] for place in self._index.find(query)] if query.strip() else self.services
        chosen = {"need": set(needs), "cost": set(costs), "people": set(people), "language": set(languages)}
        return tuple(
            service
            for service in found
            if all(not wanted or wanted & facet_values(service)[facet] for facet, wanted in chosen.items())
        )

    def facets(self, services: Collection[Service] | None = None) -> Mapping[str, Mapping[str, int]]:
        """Return how many of ``services`` (all of them without) each value of each facet would leave."""
        counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
        for service in self.services if services is None else services:
            for facet, values in facet_values(service).items():
                counts[facet].update(values)
        return {
            facet: dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
            for facet, counted in counts.items()
        }

    def service(self, key: str) -> Service | None:
        """Return the service with this id."""
        return self._by_id.get(key)

    def organization(self, name: str) -> Organization | None:
        """Return the organization of this name; a slip of spelling, another case or an initialism is understood."""
        if name in self._by_name:
            return self._by_name[name]
        found = _closest(name, list(self._by_name))
        if found is None:
            others = {other.alternate_name: other.name for other in self.organizations if other.alternate_name}
            alternate = _closest(name, list(others))
            found = others[alternate] if alternate else None
        return self._by_name[found] if found else None

    def find_service(self, organization: str, service: str) -> Service | None:
        """Return an organization's service by names as a student may have typed them."""
        owner = self.organization(organization)
        if owner is None:
            return None
        found = process.extractOne(
            service,
            [each.name for each in owner.services],
            scorer=fuzz.token_set_ratio,
            processor=utils.default_process,
            score_cutoff=_SAME_SERVICE_FROM,
        )
        return owner.services[found[2]] if found else None

    def exclusions(self, organization: str, service: str = "") -> Exclusions | None:
        """Return who a service turns away, or None where this directory knows neither it nor its organization.

        A service that is not found gives what all services of its organization have in common, if they agree.
        """
        owner = self.organization(organization)
        if owner is None:
            return None
        found = self.find_service(organization, service)
        if found is not None:
            return found.exclusions
        shared = {each.exclusions for each in owner.services}
        return shared.pop() if len(shared) == 1 else None


def facet_values(service: Service) -> Mapping[str, frozenset[str]]:
    """Return the values by which a service is found under each facet: need, cost, people, language."""
    return {
        "need": frozenset(service.needs),
        "cost": frozenset(option.option for option in service.cost_options if option.option),
        "people": frozenset(service.people),
        "language": frozenset(_IN_BRACKETS.sub("", language) for language in service.languages),
    }


def load(folder: Path = ILLUSTRATIVE_FOLDER) -> Directory:
    """Return the illustrative directory, or the HSDS 3.0 CSV tables in another folder.

    Raises:
        FileNotFoundError: when the folder holds no organizations or no services.

    """
    tables = {
        table.name: pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
        for table in TABLES.values()
        if (path := folder / f"{table.file}.csv").exists()
    }
    if missing := {"organization", "service"} - set(tables):
        raise FileNotFoundError(f"{folder} holds no {' and no '.join(TABLES[name].file for name in sorted(missing))}")
    return Directory(tables, name="Illustrative Hart City", is_illustrative=folder == ILLUSTRATIVE_FOLDER)


def _closest(name: str, known: list[str]) -> str | None:
    found = process.extractOne(
        name, known, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_SAME_NAME_FROM
    )
    return found[0] if found else None
