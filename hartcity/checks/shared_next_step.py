"""Proposes a joint next step.

What: The draft proposes something that both sides do after the first meeting: a plan, a division of tasks, a review
date, a shared goal.
Why: A shared plan keeps services from being doubled or dropped.
Example: After the first month, our two offices could look at the plan together and decide who keeps in touch.
Source: CDC and HRSA 2008, Recommendations for Case Management Collaboration and Coordination; D'Amour et al. 2008,
PMC2563002 (shared goals).
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult
from hartcity.text import Document, Role


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You propose something for both agencies to do together.",
        partly="Working together is hoped for, but no step is named.",
        not_seen="No joint step after the first meeting was seen.",
        question="What could the two of you decide, plan or look at together once the service has begun?",
    ),
)


def run(document: Document) -> CheckResult:
    """Weigh the words that show it."""
    return _verdict.weigh(document.evidence(Role.NEXT_STEP))


EXAMPLES = ()
