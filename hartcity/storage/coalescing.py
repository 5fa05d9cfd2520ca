"""When an autosave belongs to the version that is being written, and when it starts a new one.

A draft is saved every second or so, and nobody wants a version for each letter. A version is a stretch of work: it
ends with a pause, with enough changed words, or when words begin to disappear in numbers, in which case it keeps the
text from before they did. Words are what white space parts.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta


PAUSE = timedelta(minutes=2)
"""After so long without a save the next one starts a new version."""

CHANGED_WORDS = 40
"""So many words added or taken away since the version before start a new one."""

LOST_WORDS = 8
"""So many words fewer than the version had at its fullest (its longest, in characters) start a new one."""


def words_changed(before: str, after: str) -> int:
    """Return how many words of ``before`` are missing from ``after`` plus how many are new in it, in any order."""
    old, new = Counter(before.split()), Counter(after.split())
    return (old - new).total() + (new - old).total()


def is_shrinking(fullest: str, text: str) -> bool:
    """Whether ``text`` has lost so many words that ``fullest`` should be kept beside it."""
    return len(fullest.split()) - len(text.split()) >= LOST_WORDS


def is_new_stretch(before: str, newest: str, saved_at: datetime, now: datetime) -> bool:
    """Whether the version ``newest``, saved last at ``saved_at``, is complete; ``before`` is the text before it."""
    return now - saved_at >= PAUSE or words_changed(before, newest) >= CHANGED_WORDS
