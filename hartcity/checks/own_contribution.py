"""Says what the writer will bring.

What: The writer or the writer's agency says what they will do or bring: papers, rides, interpreting, company at the
first visit.
Why: Agencies work together more easily when each knows what the other brings.
Example: I will gather the pay stubs and come along to the first visit.
Source: Wilder Foundation, Collaboration Factors Inventory (shared resources, clear roles); D'Amour et al. 2008,
PMC2563002, typology of collaboration.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say what you or your agency will do.",
        partly="Something will be done, but it is not clear what you will bring.",
        not_seen="What you or your agency will do was not seen.",
        question="Which part of the work could you or your agency take on?",
    ),
)


ACTS = (Act.OFFER,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("My part will be the paperwork and the rides.", State.MET),
    Example("I will also be there to translate.", State.MET),
    Example("We at Oak Street will hold her mail.", State.MET),
    Example("Our agency will cover the bus fare.", State.MET),
    Example("My supervisor and I will keep checking in on the family each week.", State.MET),
    Example("I will go with her.", State.MET),
    Example("I will be in touch.", State.NOT_SEEN),
    Example("She will drive herself.", State.NOT_SEEN),
    Example("I would love to hear more.", State.NOT_SEEN),
    Example("She will bring her papers.", State.NOT_SEEN),
    Example("You can help her.", State.NOT_SEEN),
)
