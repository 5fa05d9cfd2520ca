"""Words of a draft that are found again after the draft was changed: by quotation, by what stands around it, by place.

Like the text quote and text position selectors of the Web Annotation Data Model (W3C, 2017, 4.2.4 and 4.2.5): a
quotation with its surroundings is laid beside the new text word by word, and the words that it lies beside are meant.
Where the same passage stands twice, the place decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from hartcity.model import Span


CONTEXT = 60
"""Characters on each side that are kept beside a quotation."""

_ALIKE = 60.0
"""How alike (0-100, ``rapidfuzz.fuzz.ratio``) words must be to those that they took the place of."""

_SPEAKS_FOR_ITSELF = 4
"""So many words are known without anything of what stood around them."""

_TOKEN = re.compile(r"\w+(?:['\u2019-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quotation, what stood ``before`` and ``after`` it, and its ``start`` in code points."""

    quote: str
    before: str = ""
    after: str = ""
    start: int = 0


def whole_words(text: str, span: Span) -> Span:
    """Return the place of all words that ``span`` touches; an empty place when it touches none."""
    touched = [token.span() for token in _TOKEN.finditer(text) if token.start() < span.end and span.start < token.end()]
    return Span(touched[0][0], touched[-1][1]) if touched else Span(span.start, span.start)


def anchor(text: str, span: Span) -> Anchor:
    """Return what the words at ``span`` are found again by."""
    start, end = whole_words(text, span)
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def find(wanted: Anchor, text: str) -> Span | None:
    """Return where the words stand in ``text`` now, a little changed perhaps, or None when they are gone.

    A short quotation counts only where something of what stood around it still does, so that a comment on one "the"
    never moves to another.
    """
    if not wanted.quote.strip():
        return None
    return _unchanged(wanted, text) or _moved(wanted, text)


def _unchanged(wanted: Anchor, text: str) -> Span | None:
    """Return the place of the passage with its surroundings, word for word, nearest to where it stood."""
    passage = f"{wanted.before}{wanted.quote}{wanted.after}"
    places = []
    place = text.find(passage)
    while place >= 0:
        places.append(place + len(wanted.before))
        place = text.find(passage, place + 1)
    if not places or not (wanted.before or wanted.after):
        return None
    start = min(places, key=lambda found: abs(found - wanted.start))
    return Span(start, start + len(wanted.quote))


def _moved(wanted: Anchor, text: str) -> Span | None:
    passage = f"{wanted.before}{wanted.quote}{wanted.after}"
    quoted = Span(len(wanted.before), len(wanted.before) + len(wanted.quote))
    old = [Span(*token.span()) for token in _TOKEN.finditer(passage)]
    new = [Span(*token.span()) for token in _TOKEN.finditer(text)]
    ours = [number for number, token in enumerate(old) if token.overlaps(quoted)]
    if not ours or not new:
        return None
    compared = SequenceMatcher(None, [t.of(passage) for t in old], [t.of(text) for t in new], autojunk=False)
    blocks = compared.get_matching_blocks()
    first, last = _beside(blocks, ours[0], ours[-1] + 1)
    if first >= last or not _is_known(blocks, ours, len(old)):
        return None
    span = Span(new[first].start, new[last - 1].end)
    return span if fuzz.ratio(wanted.quote, span.of(text)) >= _ALIKE else None


def _beside(blocks: Sequence[tuple[int, int, int]], start: int, end: int) -> tuple[int, int]:
    """Return the range of new words that lies beside the old words from ``start`` to ``end``."""
    first = last = None
    after = 0
    for old, new, size in blocks:
        if first is None and start < old + size:
            first = new + start - old if start >= old else after
        if last is None and end <= old + size:
            last = new + end - old if end > old else new
        after = new + size
    return (after if first is None else first), (after if last is None else last)


def _is_known(blocks: Sequence[tuple[int, int, int]], ours: list[int], count: int) -> bool:
    """Whether the words are long enough to be known by themselves, or a word beside them is still beside them."""
    kept = {number for old, _, size in blocks for number in range(old, old + size)}
    if sum(number in kept for number in ours) >= _SPEAKS_FOR_ITSELF or len(ours) == count:
        return True
    before, after = ours[0] - 1, ours[-1] + 1
    return before in kept or after in kept
