"""Offers times to meet.

What: The draft offers two or more concrete times, or one with an invitation to name another; "next week" is no
time.
Why: Times to choose from save a round of messages.
Example: Would Monday at 10 or Wednesday at 2 suit you?
Source: Writing guides on calls to action with a timeline (bulbsoup.com LANG email); diplomacy by choices.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document, Moment, Sentence, Wanted
from hartcity.text.availability import half_times, invites, speaks_of_availability, speaks_of_the_person


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


def run(document: Document) -> CheckResult:
    """Count the times in the sentences that are about meeting."""
    about = _about_meeting(document)
    times = [moment for sentence in about for moment in _offered(sentence)]
    spans = [moment.span for moment in times]
    if len(times) >= _ENOUGH or (times and any(invites(sentence.plain) for sentence in about)):
        return _verdict(State.MET, spans)
    return _verdict(State.PARTLY if times else State.NOT_SEEN, spans)


def _about_meeting(document: Document) -> list[Sentence]:
    """Return the sentences that ask for a meeting, and their neighbors that speak of times."""
    if all(ask.wanted is not Wanted.MEETING for ask in document.asks):
        return []
    asked = [
        at
        for at, sentence in enumerate(document.body)
        if any(ask.wanted is Wanted.MEETING for ask in sentence.reading.asks)
    ]
    near = {at + step for at in asked for step in (-1, 1)}
    return [
        sentence
        for at, sentence in enumerate(document.body)
        if at in asked
        or (at in near and speaks_of_availability(sentence.plain) and not speaks_of_the_person(sentence.plain))
    ]


def _offered(sentence: Sentence) -> list[Moment]:
    """Return the times of a sentence that a calendar can hold."""
    halves = half_times(sentence.plain, sentence.span.start)
    moments = [
        moment
        for moment in sentence.reading.moments
        if not moment.pressing and not (not moment.day and any(half.overlaps(moment.span) for half in halves))
    ]
    days = [moment for moment in moments if moment.day]
    return [moment for moment in moments if moment.day or days]


EXAMPLES = (
    Example("Could we meet on Monday at 10 or Wednesday at 2?", State.MET),
    Example("May I call you on December 3 at 9 a.m. or December 4 at noon?", State.MET),
    Example("Would Tuesday at 3 p.m. suit you for a call, or is another time better?", State.MET),
    Example("Could we talk Thursday morning or Friday afternoon?", State.MET),
    Example("Can we meet on the 4th of December at 11:00 or on the 7th of December at 15:30?", State.MET),
    Example("Could we meet on May 4 or 6?", State.MET),
    Example("Could we meet? I am free on Monday at 1 p.m. and on Friday at 9 a.m.", State.MET),
    Example("Could we meet on Monday at 10?", State.PARTLY),
    Example("May I call you on December 3, or later that day?", State.PARTLY),
    Example("Could we meet next week?", State.NOT_SEEN),
    Example("Could we meet sometime soon?", State.NOT_SEEN),
    Example("She works on Monday at 10 and Wednesday at 2.", State.NOT_SEEN),
    Example("I am free on Monday at 10 or Tuesday at 2.", State.NOT_SEEN),
    Example("Please call me today!", State.NOT_SEEN),
    Example("Could we meet whenever you have a minute?", State.NOT_SEEN),
)
