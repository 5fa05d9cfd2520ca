"""Says what the service would make possible.

What: The draft says what would change for the person with the service: what it would let them do, keep or reach.
Why: The reader sees what their yes is good for; the person stays the one who acts.
Example: A ride twice a week would let him keep the treatment that keeps him well.
Source: Hashtag Nonprofit, Highlighting strengths (aspiration, obstacle, how help removes it); Nonprofit Quarterly
2014, Five ways to empower storytellers.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say what the service would make possible.",
        partly="There is an outcome, but not what the service would change.",
        not_seen="What the service would make possible was not seen.",
        question="What could the person do, keep or reach with this service?",
    ),
)


ACTS = (Act.IMPACT,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("Steady rides would take the worry out of each week.", State.MET),
    Example("Your help would make sure the lights stay on.", State.MET),
    Example("Even two nights would give them time to find a room.", State.MET),
    Example("Your class would help him talk with his daughter's teacher.", State.MET),
    Example("Two afternoons of respite could keep this couple together at home.", State.MET),
    Example("Having a coach would keep him on track through the winter.", State.MET),
    Example("If nobody helps, she will lose her home.", State.NOT_SEEN),
    Example("I would be happy to explain.", State.NOT_SEEN),
    Example("She would rather not say more.", State.NOT_SEEN),
    Example("That would be very kind.", State.NOT_SEEN),
    Example("I would like to meet you.", State.NOT_SEEN),
    Example("He lost his job.", State.NOT_SEEN),
    Example("I can bring the forms.", State.NOT_SEEN),
)
