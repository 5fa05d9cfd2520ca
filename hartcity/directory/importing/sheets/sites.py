"""A service of a list at one place or at several, each with its own phone, hours and languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from hartcity.directory.importing.sheets.fields import FIELDS


if TYPE_CHECKING:
    from collections.abc import Mapping

_MANY = re.compile(r"(?:(?<!\s)\s*)?[;\n]\s*")
_KEPT = {"organization", "service", "address", "phone", "hours", "languages"}


class Add(Protocol):
    """Adds a row that belongs to an owner to a table, and returns its id."""

    def __call__(self, table: str, line: int, owner: str, **cells: str) -> str:
        """Add the row."""
        ...


@dataclass(slots=True)
class _Service:
    """What the rows of one service have told so far; what is told of a place stands by its address."""

    line: int
    known: Mapping[str, str]
    links: dict[str, str]
    phones: list[str]
    hours: set[tuple[str, str]] = field(default_factory=set)
    languages: dict[str, list[str]] = field(default_factory=dict)


class Sites:
    """The services of a list and the places where they are given."""

    def __init__(self, add: Add) -> None:
        self._add = add
        self._services: dict[str, _Service] = {}

    def __contains__(self, service: str) -> bool:
        return service in self._services

    def add(self, line: int, key: str, known: Mapping[str, str], link: str, phone: str) -> None:
        """Take a service from the first row that tells of it; ``phone`` is its own or its organization's."""
        address = known.get("address", "")
        service = _Service(line, known, {address: link}, [phone])
        self._services[key] = service
        if known.get("hours"):
            self._add_hours(line, key, known, address)
        if known.get("languages"):
            service.languages[address] = several(known, "languages")

    def another(self, line: int, organization: str, key: str, known: Mapping[str, str]) -> str:
        """Take what another row says of where and when a service is given; return what of it could not be taken."""
        service = self._services[key]
        address = known.get("address") or next(iter(service.links))
        languages = [name for name in several(known, "languages") if name not in service.languages.get(address, ())]
        is_new = (
            address not in service.links
            or known.get("phone", "") not in {"", *service.phones}
            or any((address, text) not in service.hours for text in several(known, "hours"))
        )
        if not is_new and not languages:
            return f"it repeats the service of line {service.line}"
        if address not in service.links:
            self._add_place(line, organization, key, address)
        self._add_phone(line, key, known, address)
        self._add_hours(line, key, known, address)
        service.languages.setdefault(address, []).extend(languages)
        others = [each.label for each in FIELDS if each.name not in _KEPT and _differs(known, service.known, each.name)]
        return f"only its site was taken: {', '.join(others)} stand as in line {service.line}" if others else ""

    def finish(self) -> None:
        """Add the languages, with the place behind each where another place has others."""
        for key, service in self._services.items():
            differ = len({frozenset(names) for names in service.languages.values()}) > 1
            for address, names in service.languages.items():
                for name in names:
                    self._add("language", service.line, key, service_id=key, name=name, note=address if differ else "")

    def _add_place(self, line: int, organization: str, key: str, address: str) -> None:
        place = self._add("location", line, key, organization_id=organization, location_type="physical")
        self._add("address", line, key, location_id=place, address_1=address)
        link = self._add("service_at_location", line, key, service_id=key, location_id=place)
        self._services[key].links[address] = link

    def _add_phone(self, line: int, key: str, known: Mapping[str, str], address: str) -> None:
        service = self._services[key]
        number, first = known.get("phone", ""), service.phones[0]
        if not number or number in service.phones:
            return
        if first and len(service.phones) == 1:
            # The first number may be the organization's, and would be hidden by one that is nearer.
            self._add("phone", line, key, service_at_location_id=next(iter(service.links.values())), number=first)
        self._add("phone", line, key, service_at_location_id=service.links[address], number=number)
        service.phones.append(number)

    def _add_hours(self, line: int, key: str, known: Mapping[str, str], address: str) -> None:
        service = self._services[key]
        for text in several(known, "hours"):
            if (address, text) not in service.hours:
                self._add("schedule", line, key, service_at_location_id=service.links[address], description=text)
                service.hours.add((address, text))


def several(known: Mapping[str, str], name: str) -> list[str]:
    """Return the values of a cell, each once."""
    text = known.get(name)
    return list(dict.fromkeys(filter(None, _MANY.split(text)))) if text else []


def _differs(known: Mapping[str, str], first: Mapping[str, str], name: str) -> bool:
    return bool(known.get(name)) and known.get(name) != first.get(name)
