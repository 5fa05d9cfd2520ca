"""Finding a plan's service in a directory, and an organization in a plan."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from hartcity.model import PlannedService, Service, ServicePlan
from hartcity.plan.names import names_organization, parts, same_organization
from hartcity.plan.services import Placed, planned
from hartcity.plan.wording import content


_ALIKE = 80


def listed_service(service: PlannedService, listed: Iterable[Service]) -> Service | None:
    """Return the directory's entry for a planned service; of an organization's services the most alike in name."""
    services = tuple(listed)
    own = [one for one in services if parts(one.organization) == parts(service.organization)]
    if not own:
        names = dict.fromkeys(one.organization for one in services)
        alike = {name for name in names if same_organization(name, service.organization)}
        own = [one for one in services if one.organization in alike]
    if not own:
        return None
    best = max(own, key=lambda one: (_likeness(one.name, service.service), one.name))
    return best if _likeness(best.name, service.service) >= _ALIKE else None


def services_of(plan: ServicePlan, recipient: str) -> tuple[Placed, ...]:
    """Return the services that an organization gives in this plan, the organization named as in an address line."""
    return tuple(one for one in planned(plan) if names_organization(recipient, one.service.organization))


def _likeness(one: str, other: str) -> float:
    """Compare two names of services, 0-100: all words of the shorter in the longer count as the same."""
    first, second = content(one), content(other)
    if first and second and (first <= second or second <= first):
        return 100.0
    return float(fuzz.token_sort_ratio(one.casefold(), other.casefold()))
