"""Acknowledges the reader's expertise or limits.

What: The draft names what the reader's agency knows, does well or cannot do: its experience, its program, its
waiting list.
Why: Knowing the partner's strengths and limits is one of the marks of collaboration that research describes.
Example: Your nurses see families like this one every week, and I know that evening places are few.
Source: D'Amour et al. 2008, PMC2563002 (mutual acquaintance, trust); Wilder Foundation, Collaboration Factors
Inventory (mutual respect and understanding).
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You name what the reader's agency knows, does or can carry.",
        partly="There is praise, but nothing particular to this agency.",
        not_seen="The reader's expertise, program or limits were not mentioned.",
        question="What does this agency know or do, or what are its limits, that made you turn to it?",
    ),
)


ACTS = (Act.PARTNER,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("Nobody in this city knows eviction law as well as your attorneys do.", State.MET),
    Example("I recognize that your grant ends in June and that places are few.", State.MET),
    Example("We know how full your calendar is in winter.", State.MET),
    Example("I understand that your waiting list is long.", State.MET),
    Example("Few agencies in town have your knowledge of tenancy law.", State.MET),
    Example("I realize your staff is stretched thin this month.", State.MET),
    Example("You are the only clinic in the county that treats children at night.", State.MET),
    Example("Thank you for all you do.", State.NOT_SEEN),
    Example("Your reply would mean a lot.", State.NOT_SEEN),
    Example("You should know better.", State.NOT_SEEN),
    Example("Can your program take her?", State.NOT_SEEN),
    Example("Your agency lost her file.", State.NOT_SEEN),
    Example("Could your staff call me?", State.NOT_SEEN),
    Example("You are her only hope.", State.NOT_SEEN),
)
