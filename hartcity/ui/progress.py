"""How far each step of the work is, as a shape and a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from hartcity.ui import session


Reach = Literal["empty", "begun", "there"]

ICONS: dict[Reach, str] = {
    "empty": ":material/radio_button_unchecked:",
    "begun": ":material/contrast:",
    "there": ":material/check_circle:",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step, how far it is, and a few words about it."""

    title: str
    reach: Reach
    words: str

    @property
    def icon(self) -> str:
        """The shape that stands for how far it is."""
        return ICONS[self.reach]


_FIELDS = {"benefit": "benefit", "coordination": "coordination", "finances": "costs"}
_FEWEST_SERVICES = 2
_FEWEST_WORDS = 60


def steps(work: session.Work) -> dict[str, Step]:
    """Return the steps of ``work`` by their address (``plan``, ``email``)."""
    return {"plan": _plan(work.plan), "email": _email(work.text)}


def _plan(plan: dict[str, Any]) -> Step:
    services = [service for service in plan.get("services") or [] if service.get("organization")]
    if not services:
        return Step("Service plan", "begun" if plan else "empty", "begun" if plan else "not started")
    gaps = [
        f"{words} missing for {count}"
        for name, words in _FIELDS.items()
        if (count := sum(not str(service.get(name) or "").strip() for service in services))
    ]
    counted = "1 service" if len(services) == 1 else f"{len(services)} services"
    organizations = {service["organization"] for service in services}
    is_there = not gaps and len(organizations) >= _FEWEST_SERVICES
    return Step("Service plan", "there" if is_there else "begun", ", ".join([counted, *gaps]))


def _email(text: str) -> Step:
    words = len(text.split())
    if not words:
        return Step("Email", "empty", "not started")
    return Step("Email", "there" if words >= _FEWEST_WORDS else "begun", "1 word" if words == 1 else f"{words} words")
