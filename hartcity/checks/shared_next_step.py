"""Proposes a joint next step.

What: The draft proposes something that both sides do after the first meeting: a plan, a division of tasks, a review
date, a shared goal.
Why: A shared plan keeps services from being doubled or dropped.
Example: After the first month, our two offices could look at the plan together and decide who keeps in touch.
Source: CDC and HRSA 2008, Recommendations for Case Management Collaboration and Coordination; D'Amour et al. 2008,
PMC2563002 (shared goals).
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You propose something for both agencies to do together.",
        partly="Working together is hoped for, but no step is named.",
        not_seen="No joint step after the first meeting was seen.",
        question="What could the two of you decide, plan or look at together once the service has begun?",
    ),
)


ACTS = (Act.JOINT_STEP,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("We might touch base every other Friday until he is settled.", State.MET),
    Example("Could we agree on who keeps the records?", State.MET),
    Example("From there, you and I could map out the first month with him.", State.MET),
    Example("I propose a monthly check-in between our agencies.", State.MET),
    Example("It would be good to settle who tells him about the decision.", State.MET),
    Example("Your nurse and I could compare notes after each visit.", State.MET),
    Example("I will check on her each week.", State.NOT_SEEN),
    Example("Can we talk on Monday about the plan?", State.NOT_SEEN),
    Example("I look forward to your reply.", State.NOT_SEEN),
    Example("I will bring the forms.", State.NOT_SEEN),
    Example("We met in March.", State.NOT_SEEN),
    Example("I will follow up next week.", State.NOT_SEEN),
)
