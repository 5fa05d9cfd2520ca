"""The titles of what reports name by an id: criteria and checks, as the screens say them."""

from __future__ import annotations

from functools import cache

from hartcity import assignment, checks
from hartcity.plan import plan_checks


@cache
def _checks() -> dict[str, str]:
    titles = {check.id: check.title for check in checks.all_checks()}
    titles |= {check.id: check.what for check in plan_checks()}
    return {key: title.rstrip(".") for key, title in titles.items()}


def check_title(identifier: str) -> str:
    """Return what a check looks for; one that is unknown here gives its id in words."""
    return _checks().get(identifier, _in_words(identifier))


def criterion_title(identifier: str) -> str:
    """Return the heading of a criterion of the course's assignment; another one gives its id in words."""
    titles = {item.id: item.title for item in assignment.load(assignment.COURSE).criteria}
    return titles.get(identifier, _in_words(identifier))


def _in_words(identifier: str) -> str:
    return identifier.replace("_", " ").capitalize()
