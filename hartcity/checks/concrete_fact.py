"""Gives a concrete fact.

What: The draft gives at least one fact that could be checked and does not identify the person: since when, how
long, how many, how much, by when. What tells only who the person is counts half.
Why: One fact does more than many adjectives, and it lets the reader judge how urgent things are.
Example: The household has been without heat since the first week of November.
Source: The assignment's framing: the message is to be factual as well as compelling; guides to advocacy
letters (who, ask, why, close).
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You give at least one concrete fact.",
        partly="There is a first fact, but nothing about when, how long or how much.",
        not_seen="No concrete fact was seen.",
        question="Which number, date or length of time would help the reader, without saying who the person is?",
    ),
)


ACTS = (Act.FACT,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("She has been without heat since November 4.", State.MET),
    Example("He works thirty hours a week.", State.MET),
    Example("They owe $640 in rent.", State.MET),
    Example("She has moved three times this year.", State.MET),
    Example("The course starts in January.", State.MET),
    Example("He has been sober for eleven months.", State.MET),
    Example("She is having a hard time.", State.NOT_SEEN),
    Example("I hope you are well.", State.NOT_SEEN),
    Example("Could we meet on Monday at 10 or Tuesday at 3?", State.NOT_SEEN),
    Example("There is a lot going on with them.", State.NOT_SEEN),
    Example("He always tries his best.", State.NOT_SEEN),
)
