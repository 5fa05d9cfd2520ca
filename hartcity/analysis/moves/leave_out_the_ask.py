"""Every sentence that asks, offers a time or hopes for an answer is cut out."""

import re

from hartcity.analysis.moves._compare import fell, has_lost
from hartcity.model import Draft, Report
from hartcity.text import Document


TITLE = "Leave out what is asked"
EXPECTATION = "The request or the meeting is no longer seen, or advocacy falls"

_ASKS = re.compile(
    r"\?|\b(?:ask|asking|request|please|could|would|may we|may i|meet|meeting|call|visit|available|let me know|hope)\b"
)


def make(draft: Draft) -> str | None:
    """Return the text without its asking sentences."""
    text, cut = draft.text, 0
    for sentence in reversed(Document(draft).body):
        if _ASKS.search(sentence.lower):
            text = text[: sentence.span.start] + text[sentence.span.end :].lstrip(" ")
            cut += 1
    return text if cut else None


def noticed(before: Report, after: Report) -> bool:
    """Whether the ask is missed."""
    asks = ("service_request", "meeting_request")
    return any(has_lost(check, before, after) for check in asks) or fell("advocacy", before, after)
