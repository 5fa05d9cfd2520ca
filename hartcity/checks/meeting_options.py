"""Offers times to meet.

What: The draft offers two or more concrete times, or one with an invitation to name another; "next week" is no
time.
Why: Times to choose from save a round of messages.
Example: Would Monday at 10 or Wednesday at 2 suit you?
Source: Writing guides on calls to action with a timeline (bulbsoup.com LANG email); diplomacy by choices.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, Span, State
from hartcity.text import Act, Acts, Document, Sentence


_ENOUGH = 2

_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="The reader can choose a time.",
        partly="There is one time, and no clear second one.",
        not_seen="No concrete time for a meeting was seen.",
        question="Which two times could you offer, or would you let the reader name one?",
    ),
)


ACTS = (Act.TIMES, Act.OPEN_TIMES)


def run(document: Document) -> CheckResult:
    """Count the times in the sentences that offer some."""
    times = [span for sentence, acts in _offering(document) for span in _legible(sentence)]
    is_open = any(Act.OPEN_TIMES in acts.seen for acts in document.acts)
    if len(times) >= _ENOUGH or (times and is_open):
        return _verdict(State.MET, times)
    return _verdict(State.PARTLY if times else State.NOT_SEEN, times)


def _offering(document: Document) -> list[tuple[Sentence, Acts]]:
    pairs = zip(document.body, document.acts, strict=True)
    return [(sentence, acts) for sentence, acts in pairs if Act.TIMES in acts.seen]


def _legible(sentence: Sentence) -> list[Span]:
    """Return the times of a sentence that a calendar can hold; the sentence itself where none can be told apart."""
    named = [moment for moment in sentence.moments if not moment.pressing]
    days = [moment for moment in named if moment.day]
    return [moment.span for moment in named if moment.day or days] or [sentence.span]


EXAMPLES = (
    Example("Could we meet on Monday at 10 or Wednesday at 2?", State.MET),
    Example("May I call you on December 3 at 9 a.m. or December 4 at noon?", State.MET),
    Example("Could we talk Thursday morning or Friday afternoon?", State.MET),
    Example("Can we meet on the 4th of December at 11:00 or on the 7th of December at 15:30?", State.MET),
    Example("Could we meet on May 4 or 6?", State.MET),
    Example("Could we meet? I am free on Monday at 1 p.m. and on Friday at 9 a.m.", State.MET),
    Example("Could we meet on Monday at 10?", State.PARTLY),
    Example("Could we meet sometime soon?", State.NOT_SEEN),
    Example("She works on Monday at 10 and Wednesday at 2.", State.NOT_SEEN),
    Example("Please call me today!", State.NOT_SEEN),
    Example("Could we meet whenever you have a minute?", State.NOT_SEEN),
    Example("Would Tuesday at 3 p.m. suit you for a call, or is another time better?", State.MET),
)
