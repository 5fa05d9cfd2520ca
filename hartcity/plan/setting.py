"""What the checks know besides the plan: the day they stand on, and a directory of organizations where there is one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from hartcity.model import Service, ServicePlan


class Directory(Protocol):
    """A directory of organizations, as far as a plan looks into it."""

    @property
    def services(self) -> tuple[Service, ...]:
        """Every service that the directory holds, each with its organization's name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The day that the checks stand on and the services of the directory in use."""

    as_of: dt.date
    listed: tuple[Service, ...] = ()


def day(words: str) -> dt.date | None:
    """Read an ISO 8601 date (``2026-12-07``); None for anything that is no such day of the calendar."""
    try:
        return dt.date.fromisoformat(words.strip())
    except ValueError:
        return None


def setting_of(plan: ServicePlan, today: dt.date, directory: Directory | None = None) -> Setting:
    """Return what the checks of ``plan`` rest on; its own ``as_of`` goes before ``today``."""
    return Setting(day(plan.as_of) or today, directory.services if directory else ())
