"""A draft as the checks take it, from what a workspace holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from hartcity.model import Draft, Kind, ServicePlan
from hartcity.plan import PlanError, plan_from_json


class Written(Protocol):
    """A text with its subject and kind: the work of a tab, or a version of it."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def subject(self) -> str:
        """The subject line."""

    @property
    def kind(self) -> str:
        """``email`` or ``letter``."""


class Planned(Written, Protocol):
    """A draft with the plan that it belongs to."""

    @property
    def plan(self) -> Mapping[str, Any]:
        """The plan in the contract's JSON, empty while there is none."""


def plan_of(value: Mapping[str, Any]) -> ServicePlan | None:
    """Return a plan from the contract's JSON; None while there is none or it cannot be read."""
    try:
        return plan_from_json(dict(value)) if value else None
    except PlanError:
        return None


def of_work(work: Planned) -> Draft:
    """Return the draft that a tab is working on."""
    return of_writing(work, work.plan)


def of_writing(writing: Written, plan: Mapping[str, Any]) -> Draft:
    """Return a draft with the plan that it is read with; a kind that is none of ours is an email."""
    kind = Kind.LETTER if writing.kind == Kind.LETTER else Kind.EMAIL
    return Draft(text=writing.text, subject=writing.subject, kind=kind, plan=plan_of(plan))
