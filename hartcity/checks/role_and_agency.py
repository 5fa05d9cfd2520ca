"""Says who the writer is and for which agency.

What: The first paragraph names the writer's role and the agency or program; one of the two, or both later, is half
of it.
Why: The reader needs to know early who speaks, and in what capacity.
Example: I am a practicum student with the outreach team of our county's family center.
Source: Social work letter guides on openings (who I am, my relationship, the ask); the assignment: professional
communication.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="Your role and agency stand in the first paragraph.",
        partly="Only a part of who you are stands in the first paragraph.",
        not_seen="Your role and agency were not seen in the body.",
        question="In what role, and for which agency, do you write?",
    ),
)


ACTS = (Act.INTRODUCTION, Act.HALF_INTRODUCTION)


def run(document: Document) -> CheckResult:
    """Look for role and agency in the body, and where they stand."""
    first = sum(sentence.paragraph == 0 for sentence in document.body)
    early = [shown.span for shown in document.showing(Act.INTRODUCTION, within=first) if shown.firm]
    if early:
        return _verdict(State.MET, early)
    some = [shown.span for shown in document.showing(*ACTS)]
    return _verdict(State.PARTLY if some else State.NOT_SEEN, some)


EXAMPLES = (
    Example("As part of my practicum with Stonebridge Family Resource Center, I work with older adults.", State.MET),
    Example("Let me introduce myself: I am a field student at Lower Valley Outreach.", State.MET),
    Example("Hello from Pine County Action Agency, where I am an intern on the housing team.", State.MET),
    Example("This is Kim from Bright Path Services, I'm a student worker there.", State.MET),
    Example("I am a practicum student at Birch Hill Family Services.", State.MET),
    Example("As a case manager at Northside Community Action, I support older adults.", State.MET),
    Example("My job at Lower Valley Outreach is to find rides for people.", State.MET),
    Example("I intern at Dovetail Recovery Partners.", State.MET),
    Example("Shay Brandt, intern, Copper Kettle Outreach.", State.MET),
    Example("I am in my first placement (Tidewater Youth Services).", State.MET),
    Example("I am a social work student.", State.PARTLY),
    Example("I hope you are well.", State.NOT_SEEN),
    Example("He works at Harbor Street Mission as a cook.", State.NOT_SEEN),
)
