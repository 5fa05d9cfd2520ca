"""What a student hands to the checks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hartcity.model.service_plan import ServicePlan


class Kind(StrEnum):
    """The two forms that Part 2 may take."""

    EMAIL = "email"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an email or letter, its subject line, and the service plan that it belongs to."""

    text: str
    id: str = ""
    subject: str = ""
    kind: Kind = Kind.EMAIL
    plan: ServicePlan | None = None
