"""Has two body paragraphs.

What: The body, without salutation, closing, signature and headings, has exactly two paragraphs; three, or a second
one of a single stray line, is half of it.
Why: The assignment asks for two paragraphs; the form keeps the message short enough to be read at once.
Example: One paragraph for the person and the need, one for the meeting and the work together.
Source: The assignment: a two-paragraph advocacy email to one of the organizations.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document, Part
from hartcity.text.placed import Paragraph


_TWO = 2
_NEARLY = 3
_SHORTEST_PARAGRAPH = 12

_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="The body has two paragraphs.",
        partly="The body comes close to two paragraphs.",
        not_seen="The body does not have two paragraphs.",
        question="Where does the first thought end and the second begin?",
    ),
)


def run(document: Document) -> CheckResult:
    """Count the body paragraphs, and look at how long they are."""
    paragraphs = document.body_paragraphs
    spans = [paragraph.span for paragraph in paragraphs]
    lists = any(paragraph.part is Part.LIST_ITEM for paragraph in paragraphs)
    whole = [paragraph for paragraph in paragraphs if not _is_stray(paragraph)]
    if lists or len(paragraphs) > _NEARLY or len(paragraphs) <= 1:
        return _verdict(State.NOT_SEEN, spans)
    if len(paragraphs) == _TWO and len(whole) == _TWO:
        return _verdict(State.MET, spans)
    return _verdict(State.PARTLY, spans)


def _is_stray(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a single short line."""
    return paragraph.words < _SHORTEST_PARAGRAPH


_FIRST = (
    "I am a case aide at Birch Hill Family Services, and I am writing to ask for a bed for a veteran. He works nights."
)
_SECOND = (
    "Could we meet at your office on Monday at 10 or Tuesday at 2? I will bring his papers, and I thank you for "
    "reading."
)
_GREETING, _SIGNED = "Dear Intake Team,", "Sincerely,\nAna Ruiz\n555-010-0101"
EXAMPLES = (
    Example(f"{_GREETING}\n\n{_FIRST}\n\n{_SECOND}\n\n{_SIGNED}", State.MET),
    Example(f"{_GREETING}\n{_FIRST}\n{_SECOND}\n{_SIGNED}", State.MET),
    Example(
        f"{_GREETING}\n\n"
        "I am a case aide at Birch Hill Family Services, and I am writing to ask for\na bed for a "
        "veteran. He works nights, sleeps by day and has not missed a\nshift since May.\n\n"
        "Could we meet at your office on Monday at 10 or Tuesday at 2? I will bring\nhis papers. Thank "
        f"you.\n\n{_SIGNED}",
        State.MET,
    ),
    Example(f"PART 2: EMAIL\n\n{_GREETING}\n\n{_FIRST}\n\n{_SECOND}\n\n{_SIGNED}\n\nWord count: 58", State.MET),
    Example(
        "Birch Hill Family Services\n9 Hill Road\n\nNovember 30, 2026\n\nRe: A bed\n\n"
        f"Dear Ms. Vale:\n\n{_FIRST}\n\n{_SECOND}\n\n{_SIGNED}",
        State.MET,
    ),
    Example(f"{_GREETING}\n\n    {_FIRST}\n\n    {_SECOND}\n\n{_SIGNED}", State.MET),
    Example(f"Dear Ms. Vale, {_FIRST}\n\n{_SECOND}\n\nBest, Ana Ruiz", State.MET),
    Example(f"{_GREETING}\n\n{_FIRST}\n\nCall me.\n\n{_SIGNED}", State.PARTLY),
    Example(
        f"{_GREETING}\n\n{_FIRST}\n\n{_SECOND}\n\n"
        f"He likes chess, and he used to fix radios for his neighbors in the building.\n\n{_SIGNED}",
        State.PARTLY,
    ),
    Example(f"{_GREETING}\n\n{_FIRST} {_SECOND}\n\n{_SIGNED}", State.NOT_SEEN),
    Example(f"{_GREETING}\n\n{_FIRST}\n\n{_SECOND}\n\n{_FIRST}\n\n{_SECOND}\n\n{_SIGNED}", State.NOT_SEEN),
    Example(f"{_GREETING}\n\n{_FIRST}\n\n- a bed for six nights\n- a locker\n\n{_SECOND}\n\n{_SIGNED}", State.NOT_SEEN),
)
