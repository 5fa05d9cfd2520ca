"""When an autosave belongs to the version that is being written, and when it starts a new one.

A draft is saved every second or so, and nobody wants a version for each letter. A version is a stretch of work: it
ends with a pause, with enough changed words, or when words begin to disappear in numbers, in which case it keeps the
text from before they did. It never ends in the middle of a sentence that the writer only goes on with: all of it is
still there to be read. Words are what white space parts.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta


PAUSE = timedelta(minutes=2)
"""After so long without a save the next one starts a new version."""

CHANGED_WORDS = 40
"""So many words added or taken away since the version before start a new one, once a sentence is at its end."""

LOST_WORDS = 8
"""So many words fewer than the version had at its fullest (its longest, in characters) start a new one."""

SENTENCE_WORDS = 4
"""So many words in a line, and no end to them, are a sentence that is being written."""

_ENDS = (".", "!", "?", ":", "\u2026", '"', "\u201d", ")")


def words_changed(before: str, after: str) -> int:
    """Return how many words of ``before`` are missing from ``after`` plus how many are new in it, in any order."""
    return words_gone(before, after) + words_gone(after, before)


def words_gone(before: str, after: str) -> int:
    """Return how many words of ``before`` are missing from ``after``, in any order."""
    return (Counter(before.split()) - Counter(after.split())).total()


def is_shrinking(fullest: str, text: str) -> bool:
    """Whether ``text`` has lost so many words that ``fullest`` should be kept beside it."""
    return len(fullest.split()) - len(text.split()) >= LOST_WORDS


def is_cut_off(newest: str, text: str) -> bool:
    """Whether ``text`` only goes on with a line of ``newest`` that was left in the middle of a sentence.

    A line of a few words without an end is a name or an address, not a sentence.
    """
    start = next((at for at, (old, new) in enumerate(zip(newest, text, strict=False)) if old != new), len(newest))
    rest = newest[start:]
    if len(text) <= len(newest) or not text.endswith(rest):
        return False
    added = text[start : len(text) - len(rest)]
    line = newest[:start].rpartition("\n")[2].rstrip()
    is_at_its_end = not rest.partition("\n")[0].strip()
    is_open = len(line.split()) >= SENTENCE_WORDS and not line.endswith(_ENDS)
    return is_at_its_end and is_open and not added.lstrip(" ").startswith("\n")


def is_new_stretch(before: str, newest: str, text: str, *, rested: timedelta) -> bool:
    """Whether ``newest`` is complete, so that ``text`` starts a version of its own.

    ``before`` is the text of the version before ``newest``, which was saved last ``rested`` ago.
    """
    is_enough = rested >= PAUSE or words_changed(before, newest) >= CHANGED_WORDS
    return is_enough and not is_cut_off(newest, text)
