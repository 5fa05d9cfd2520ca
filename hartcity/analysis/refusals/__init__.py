"""When to give no score: one reason a file, found and not listed.

A refusal is no verdict on the writer. It says that the text is not the kind of text that the criteria were made for,
and what was seen. Findings are given all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from hartcity.analysis.refusals._text_facts import TextFacts
from hartcity.plugins import modules_in


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason to give no score. ``order`` decides which reason is given when several hold, lowest first.

    ``examples`` are texts with whether they are refused for this reason. ``emails_only`` reasons are not asked about a
    text that need not be an email.
    """

    id: str
    order: int
    emails_only: bool
    reason: Callable[[TextFacts], str | None]
    examples: tuple[tuple[str, bool], ...]
    documentation: str


@cache
def all_refusals() -> tuple[Refusal, ...]:
    """Return every reason in this folder, in the order in which they are tried."""
    found = [
        Refusal(
            name,
            module.ORDER,
            module.EMAILS_ONLY,
            module.reason,
            tuple(module.EXAMPLES),
            module.__doc__ or "",
        )
        for name, module in modules_in(__name__).items()
    ]
    return tuple(sorted(found, key=lambda refusal: (refusal.order, refusal.id)))


def refuse(facts: TextFacts) -> str | None:
    """Return the first reason not to score, or None."""
    for refusal in all_refusals():
        if refusal.emails_only and not facts.is_email_expected:
            continue
        said = refusal.reason(facts)
        if said:
            return said
    return None


__all__ = ["Refusal", "TextFacts", "all_refusals", "refuse"]
