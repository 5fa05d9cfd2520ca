"""Organizations and their services as values; how a directory file looks is known to ``hartcity.directory`` alone."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Facts about who a service turns away, as far as they can be compared with a plan. None and False: nothing known.

    Ages are in years, both ends included, and are the service user's own: the ages of children in child care are left
    to ``Service``. ``income_limit_percent`` is in percent of the federal poverty guideline of
    the household's size. ``requires_minor_children``: only parents or guardians with children under 18.
    ``single_adults_only``: nobody who comes with children under 18. ``income_limit_dollars`` is in dollars a year.
    ``youngest_child`` and ``oldest_child`` are the ages of a child that is taken.
    ``requires`` names traits, all of them asked for
    (``veteran``); ``age_waived_by`` names those of which one opens the door to somebody younger than ``minimum_age``,
    and ``one_of`` those of which one is asked for. ``excludes`` names groups that are turned away, each by the traits
    that make it. ``smallest_household`` counts people, and so does ``income_limit_for``, the household that a limit in
    dollars is told for. ``towns`` names those of which the person has to live in one. ``not_served`` holds the
    directory's own words.
    """

    requires_minor_children: bool = False
    single_adults_only: bool = False
    income_limit_percent: float | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    income_limit_dollars: float | None = None
    oldest_child: float | None = None
    youngest_child: float | None = None
    requires: tuple[str, ...] = ()
    age_waived_by: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    excludes: tuple[tuple[str, ...], ...] = ()
    smallest_household: int | None = None
    income_limit_for: int | None = None
    towns: tuple[str, ...] = ()
    not_served: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the directory says anything at all about who is turned away."""
        return self != Exclusions()


@dataclass(frozen=True, slots=True)
class CostOption:
    """One way in which access is paid for. ``option`` is a plain word (``Free``, ``Sliding scale``, ``Deposit``).

    ``amount`` is in ``currency`` and None when none is named.
    """

    option: str = ""
    amount: float | None = None
    currency: str = "USD"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """One service of one organization; ``organization`` is the organization's name.

    ``phone`` and ``address`` are those at which this service is reached, several divided by a semicolon; where the
    directory names none for it, its organization's.
    """

    name: str
    organization: str
    id: str = ""
    mission: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    served: str = ""
    not_served: tuple[str, ...] = ()
    eligibility: str = ""
    minimum_age: float | None = None
    maximum_age: float | None = None
    cost: str = ""
    cost_options: tuple[CostOption, ...] = ()
    documents: tuple[str, ...] = ()
    application: str = ""
    wait: str = ""
    hours: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    address: str = ""
    exclusions: Exclusions = field(default_factory=Exclusions)


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization with its services, in the directory's order."""

    name: str
    id: str = ""
    alternate_name: str = ""
    mission: str = ""
    funding: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    contact: str = ""
    services: tuple[Service, ...] = ()
