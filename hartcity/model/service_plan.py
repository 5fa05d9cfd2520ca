"""Part 1 of the assignment as values. Dates are kept as the ISO 8601 words that were typed; checks read them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ServiceUser:
    """The person the plan is for, under an alias. ``annual_income`` is in US dollars."""

    alias: str = ""
    pronouns: str = ""
    language_preference: str = "person_first"
    household_size: int | None = None
    annual_income: float | None = None
    needs: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """What the service user agreed to: which words to whom, for what, from when until when."""

    obtained: bool = False
    written: bool = False
    scope: tuple[str, ...] = ()
    purpose: str = ""
    recipient: str = ""
    starts: str = ""
    expires: str = ""
    revocable: bool = False


@dataclass(frozen=True, slots=True)
class PlannedService:
    """One service of one organization, and how the service user gets in.

    ``finances_said`` and ``eligibility_said`` tell who said so and when; ``if_refused`` is the way out when the service
    says no, and ``chosen`` what the service user chose themselves.
    """

    organization: str = ""
    service: str = ""
    need: str = ""
    benefit: str = ""
    coordination: str = ""
    finances: str = ""
    eligibility: str = ""
    documents: tuple[str, ...] = ()
    barriers: str = ""
    owner: str = ""
    start: str = ""
    review: str = ""
    finances_said: str = ""
    eligibility_said: str = ""
    wait: str = ""
    if_refused: str = ""
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """The whole of Part 1.

    ``as_of`` is the day that the checks stand on; empty means today. ``meeting_times`` are times, in
    words, at which the writer could meet the reader of the email.
    """

    service_user: ServiceUser = field(default_factory=ServiceUser)
    consent: Consent = field(default_factory=Consent)
    services: tuple[PlannedService, ...] = ()
    coordination: str = ""
    email_recipient: str = ""
    as_of: str = ""
    meeting_times: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What holds names: the alias, who reads the email, and each service with its organization and its owner."""
        of_services = (name for one in self.services for name in (one.organization, one.service, one.owner))
        return (self.service_user.alias, self.email_recipient, self.consent.recipient, *of_services)
