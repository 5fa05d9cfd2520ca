"""Shows a strength, an effort or a goal of the service user.

What: The draft shows something that the person has done, keeps up, is good at or wants.
Why: Strengths and goals let the reader meet a person and not a list of troubles.
Example: He has walked to every class this term and wants to finish in May.
Source: CDC Health Communication, Key Principles; Hashtag Nonprofit, Highlighting strengths: goals and contributions
come first.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You show a strength, an effort or a goal of the person.",
        partly="There is a hint of a strength.",
        not_seen="No strength, effort or goal of the person was seen.",
        question="What has the person already done, kept up or set as a goal?",
    ),
)


ACTS = (Act.STRENGTH,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("Despite the pain, he shows up for every shift.", State.MET),
    Example("Since then he has stayed sober and rejoined his choir.", State.MET),
    Example("She graduated from high school at fifty-one.", State.MET),
    Example("She has worked at the same bakery for nine years.", State.MET),
    Example("She dreams of opening a hair salon.", State.MET),
    Example("She has raised four children on her own.", State.MET),
    Example("She has been without a home since May.", State.NOT_SEEN),
    Example("They are waiting for an answer.", State.NOT_SEEN),
    Example("I have been patient.", State.NOT_SEEN),
    Example("I hope that one day she will be motivated.", State.NOT_SEEN),
    Example("I hope to become a counselor.", State.NOT_SEEN),
    Example("He needs a bed tonight.", State.NOT_SEEN),
    Example("I am eager to hear from you.", State.NOT_SEEN),
    Example("He was evicted on Monday.", State.NOT_SEEN),
)
