"""Asks for a particular service.

What: The draft asks for a service of the reader's agency, by its name or in a plain description; "any help" is not
particular, and a service that must be guessed is half of it.
Why: A reader can say yes only to something that they know how to give.
Example: Could one of your nurses see a man in his sixties for a foot check?
Source: Writing guides on explicit calls to action (what, by when); the assignment: request services from one
organization.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You ask for a particular service.",
        partly="A service can be guessed, but it is not asked for clearly.",
        not_seen="No request for a particular service was seen.",
        question="Which service of this agency do you ask for?",
    ),
)


ACTS = (Act.ASK_SERVICE,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that ask; without one, a need that is told as the reason for writing lets it be guessed."""
    asked = document.showing(*ACTS)
    needs = {shown.span for shown in document.showing(Act.NEED) if shown.firm}
    reasons = [shown for shown in document.showing(Act.PURPOSE) if shown.firm and shown.span in needs]
    return _verdict.weigh(asked or [shown._replace(firm=False) for shown in reasons])


EXAMPLES = (
    Example("Would a spot in your anger management group be open to him?", State.MET),
    Example("We would be thankful for a wheelchair ramp for his front door.", State.MET),
    Example("Would you be able to offer him a seat in your job training?", State.MET),
    Example("Any chance of a ride to dialysis for an older neighbor of ours?", State.MET),
    Example("Please consider her for a place in your child care program.", State.MET),
    Example("Put him on your meal list.", State.MET),
    Example("I am writing about a mother of two who needs a bed, and her lease ends this month.", State.PARTLY),
    Example("She slept at your shelter in March.", State.NOT_SEEN),
    Example("I would like some information about your agency.", State.NOT_SEEN),
    Example("Any help would be appreciated.", State.NOT_SEEN),
    Example("I am not asking for a bed.", State.NOT_SEEN),
    Example("Our agency offers counseling on Tuesdays.", State.NOT_SEEN),
    Example("I hope you can help.", State.NOT_SEEN),
)
