"""Says how to meet.

What: The draft says how or where the meeting would be: in person, by phone, by video, at whose office.
Why: The reader can put it in the calendar without asking back.
Example: by video, or at your office if that is easier
Source: Writing guides on calls to action; the assignment's list of channels (call, email, letter, in person).
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document, Sentence, Wanted
from hartcity.text.availability import names_a_mode, speaks_of_availability


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say how or where to meet.",
        partly="How to meet is only hinted at.",
        not_seen="How or where to meet was not seen.",
        question="In person, by phone or by video: what would be easiest for the reader?",
    ),
)


def run(document: Document) -> CheckResult:
    """Look for a mode or a place in the sentences that ask for a meeting."""
    asked = [
        (sentence, ask) for sentence in document.body for ask in sentence.reading.asks if ask.wanted is Wanted.MEETING
    ]
    named = [(sentence.span, ask.firm) for sentence, ask in asked if names_a_mode(sentence.plain)]
    named += [(sentence.span, True) for sentence in _after(document) if names_a_mode(sentence.plain) and asked]
    if any(firm for _, firm in named):
        return _verdict(State.MET, [span for span, firm in named if firm])
    return _verdict(State.PARTLY if named else State.NOT_SEEN, [span for span, _ in named])


def _after(document: Document) -> list[Sentence]:
    """Return the sentences beside a request to meet that only add how ('By phone is fine too')."""
    body = document.body
    asked = {
        at for at, sentence in enumerate(body) if any(ask.wanted is Wanted.MEETING for ask in sentence.reading.asks)
    }
    return [
        body[at + 1]
        for at in sorted(asked)
        if at + 1 < len(body) and at + 1 not in asked and speaks_of_availability(body[at + 1].plain)
    ]


EXAMPLES = (
    Example("Could we meet at your office on Monday?", State.MET),
    Example("Could we talk by phone?", State.MET),
    Example("Would a Zoom call suit you?", State.MET),
    Example("May I visit you on Friday?", State.MET),
    Example("Could we sit down over coffee at the library?", State.MET),
    Example("Can we speak, either by video or in person?", State.MET),
    Example("Could we meet on Monday?", State.NOT_SEEN),
    Example("Could we get together next week?", State.NOT_SEEN),
    Example("She calls her sister from the library.", State.NOT_SEEN),
    Example("I will wait in your lobby.", State.NOT_SEEN),
)
