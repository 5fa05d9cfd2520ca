"""Says how to meet.

What: The draft says how or where the meeting would be: in person, by phone, by video, at whose office.
Why: The reader can put it in the calendar without asking back.
Example: by video, or at your office if that is easier
Source: Writing guides on calls to action; the assignment's list of channels (call, email, letter, in person).
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say how or where to meet.",
        partly="How to meet is only hinted at.",
        not_seen="How or where to meet was not seen.",
        question="In person, by phone or by video: what would be easiest for the reader?",
    ),
)


ACTS = (Act.MODE,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("Could we meet at your office on Monday?", State.MET),
    Example("Could we talk by phone?", State.MET),
    Example("Would a Zoom call suit you?", State.MET),
    Example("May I visit you on Friday?", State.MET),
    Example("Could we sit down over coffee at the library?", State.MET),
    Example("Can we speak, either by video or in person?", State.MET),
    Example("Could we get together next week?", State.NOT_SEEN),
    Example("She calls her sister from the library.", State.NOT_SEEN),
    Example("I will wait in your lobby.", State.NOT_SEEN),
)
