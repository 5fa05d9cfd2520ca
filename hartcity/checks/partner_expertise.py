"""Acknowledges the reader's expertise or limits.

What: The draft names what the reader's agency knows, does well or cannot do: its experience, its program, its
waiting list.
Why: Knowing the partner's strengths and limits is one of the marks of collaboration that research describes.
Example: Your nurses see families like this one every week, and I know that evening places are few.
Source: D'Amour et al. 2008, PMC2563002 (mutual acquaintance, trust); Wilder Foundation, Collaboration Factors
Inventory (mutual respect and understanding).
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult
from hartcity.text import Document, Role


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You name what the reader's agency knows, does or can carry.",
        partly="There is praise, but nothing particular to this agency.",
        not_seen="The reader's expertise, program or limits were not mentioned.",
        question="What does this agency know or do, or what are its limits, that made you turn to it?",
    ),
)


def run(document: Document) -> CheckResult:
    """Weigh the words that show it."""
    return _verdict.weigh(document.evidence(Role.PARTNER))


EXAMPLES = ()
