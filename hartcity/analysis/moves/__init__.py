"""Ways to spoil a good draft on purpose, to see whether the scores notice: one move a file, found and not listed.

A score that stays when the ask is cut out does not measure the ask. The moves are what the tests try on our own drafts,
and what a reader can try on the page about scoring.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from hartcity.model import Draft, Report
from hartcity.plugins import modules_in


@dataclass(frozen=True, slots=True)
class Move:
    """A change to a draft's text, and what must follow from it.

    ``make`` returns the changed text, or None where the draft has nothing to change. ``noticed`` says whether the
    report on the changed text, beside the report on the first, shows what it should.
    """

    id: str
    title: str
    expectation: str
    make: Callable[[Draft], str | None]
    noticed: Callable[[Report, Report], bool]


@cache
def all_moves() -> tuple[Move, ...]:
    """Return every move of this folder, ordered by id."""
    return tuple(
        Move(name, module.TITLE, module.EXPECTATION, module.make, module.noticed)
        for name, module in modules_in(__name__).items()
    )


__all__ = ["Move", "all_moves"]
