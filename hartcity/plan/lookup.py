"""Finding a plan's service in a directory, and an organization in a plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rapidfuzz import fuzz

from hartcity.model import PlannedService, Service, ServicePlan
from hartcity.plan.names import distinctive, names_organization, parts, same_organization
from hartcity.plan.services import Placed, planned
from hartcity.plan.wording import content


_ALIKE = 80
_HALF_ALIKE = 0.45
_MARGIN = 0.15
_BEGINNING = 2
"""Words that a department's name has in common with its organization's."""


def listed_service(service: PlannedService, listed: Iterable[Service]) -> Service | None:
    """Return the directory's entry for a planned service; of an organization's services the most alike in name."""
    own = _of_the_organization(service, tuple(listed))
    if not own:
        return None
    best = max(own, key=lambda one: (_likeness(one.name, service.service), one.name))
    return best if _likeness(best.name, service.service) >= _ALIKE else _standing_out(own, service.service)


def entries_of(service: PlannedService, listed: Iterable[Service]) -> tuple[Service, ...]:
    """Return the entry for a planned service; all of its organization's when no name of a service is like its own."""
    services = tuple(listed)
    found = listed_service(service, services)
    return (found,) if found else _of_the_organization(service, services)


def _of_the_organization(service: PlannedService, services: tuple[Service, ...]) -> tuple[Service, ...]:
    own = tuple(one for one in services if parts(one.organization) == parts(service.organization))
    if own:
        return own
    names = dict.fromkeys(one.organization for one in services)
    alike = {name for name in names if same_organization(name, service.organization)}
    alike |= {called(service.organization, services)} if not alike else set()
    return tuple(one for one in services if one.organization in alike)


def called(name: str, listed: Collection[Service]) -> str:
    """Return an organization's name as the directory has it, also for a department of it; any other name as it is.

    A department's name begins as its organization's, and goes on with what that offers ("Rowan Street Dental").
    """
    names = dict.fromkeys(one.organization for one in listed)
    if known := next((each for each in names if same_organization(each, name)), ""):
        return known
    return next((each for each in names if _is_a_department(name, each, listed)), name)


def _is_a_department(name: str, organization: str, listed: Collection[Service]) -> bool:
    own, whole = parts(name), parts(organization)
    shared = next((place for place, pair in enumerate(zip(own, whole, strict=False)) if pair[0] != pair[1]), len(own))
    if shared < _BEGINNING or shared == len(own) or not distinctive(" ".join(own[:shared])):
        return False
    services = (one for one in listed if one.organization == organization)
    return set(own[shared:]) <= {part for one in services for part in parts(" ".join((one.name, *one.keywords)))}


def services_of(plan: ServicePlan, recipient: str) -> tuple[Placed, ...]:
    """Return the services that an organization gives in this plan, the organization named as in an address line."""
    return tuple(one for one in planned(plan) if names_organization(recipient, one.service.organization))


def _standing_out(own: tuple[Service, ...], name: str) -> Service | None:
    """Return the service that shares clearly more words with a name than any other of its organization does."""
    ranked = sorted(((_shared(one.name, name), one.name, one) for one in own), reverse=True, key=lambda rank: rank[:2])
    most, next_most = ranked[0][0], ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][2] if most >= _HALF_ALIKE and most - next_most >= _MARGIN else None


def _shared(one: str, other: str) -> float:
    """Return the Dice coefficient of the telling words of two names, 0-1."""
    first, second = _telling(one), _telling(other)
    return 2 * len(first & second) / max(len(first) + len(second), 1)


def _likeness(one: str, other: str) -> float:
    """Compare two names of services, 0-100: all words of the shorter in the longer count as the same."""
    first, second = _telling(one), _telling(other)
    if first and second and (first <= second or second <= first):
        return 100.0
    return float(fuzz.token_sort_ratio(one.casefold(), other.casefold()))


def _telling(name: str) -> frozenset[str]:
    return content(name.replace("-", " "))
