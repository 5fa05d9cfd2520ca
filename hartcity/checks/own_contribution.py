"""Says what the writer will bring.

What: The writer or the writer's agency says what they will do or bring: papers, rides, interpreting, company at the
first visit.
Why: Agencies work together more easily when each knows what the other brings.
Example: I will gather the pay stubs and come along to the first visit.
Source: Wilder Foundation, Collaboration Factors Inventory (shared resources, clear roles); D'Amour et al. 2008,
PMC2563002, typology of collaboration.
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult
from hartcity.text import Document, Role


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say what you or your agency will do.",
        partly="Something will be done, but it is not clear what you will bring.",
        not_seen="What you or your agency will do was not seen.",
        question="Which part of the work could you or your agency take on?",
    ),
)


def run(document: Document) -> CheckResult:
    """Weigh the words that show it."""
    return _verdict.weigh(document.evidence(Role.OFFER))


EXAMPLES = ()
