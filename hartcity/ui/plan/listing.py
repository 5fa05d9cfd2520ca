"""What the directory in use says about a planned service."""

from __future__ import annotations

from hartcity.analysis.plan import illustrative
from hartcity.model import PlannedService, Service
from hartcity.plan import Directory
from hartcity.plan.lookup import listed_service
from hartcity.plan.names import same_organization


TO_BE_CONFIRMED = "To be confirmed: "


def directory_in_use() -> Directory:
    """Return the directory that the plan chooses from."""
    return illustrative()


def organizations() -> list[str]:
    """Return the names of the directory's organizations, in its order."""
    return list(dict.fromkeys(service.organization for service in directory_in_use().services))


def services_of(organization: str) -> list[str]:
    """Return the names of an organization's services; empty for one that the directory does not know."""
    return [one.name for one in directory_in_use().services if same_organization(one.organization, organization)]


def listed(service: PlannedService) -> Service | None:
    """Return the directory's entry for a planned service."""
    return listed_service(service, directory_in_use().services)


def first_words(service: Service) -> dict[str, object]:
    """Return what the directory fills in for a chosen service: whom it serves, costs and documents, to be confirmed."""
    return {
        "eligibility": f"{TO_BE_CONFIRMED}{service.served}" if service.served else "",
        "finances": f"{TO_BE_CONFIRMED}{service.cost}" if service.cost else "",
        "documents": list(service.documents),
    }
