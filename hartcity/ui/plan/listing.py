"""What the directory in use says about a planned service."""

from __future__ import annotations

from hartcity.model import PlannedService, Service
from hartcity.plan.lookup import listed_service
from hartcity.plan.names import same_organization
from hartcity.ui.directory import in_use


_ENOUGH = 4
"""Characters of a name from which on its beginning tells which one is meant."""


def organizations() -> list[str]:
    """Return the names of the directory's organizations, in its order."""
    return list(dict.fromkeys(service.organization for service in in_use().services))


def meant(typed: str) -> str:
    """Return the listed organization that typed words begin or abbreviate; empty where none, several, or itself is."""
    names = organizations()
    begun = [name for name in names if name.casefold().startswith(typed.strip().casefold())]
    alike = begun if len(typed.strip()) >= _ENOUGH else []
    found = alike or [name for name in names if same_organization(name, typed)]
    return found[0] if len(found) == 1 and typed not in names else ""


def services_of(organization: str) -> list[str]:
    """Return the names of an organization's services; empty for one that the directory does not know."""
    names = {name for name in organizations() if same_organization(name, organization)}
    return [one.name for one in in_use().services if one.organization in names]


def listed(service: PlannedService) -> Service | None:
    """Return the directory's entry for a planned service."""
    return listed_service(service, in_use().services)


def first_words(service: Service) -> dict[str, object]:
    """Return what the directory fills in for a chosen service: the papers to bring.

    Whom a service serves and what it costs stand beside their fields and not in them: a plan is handed in as the
    student's own words.
    """
    return {"documents": list(service.documents)}
