"""What engines read in place of names that have a mark of their own, which ends a sentence for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import cycle
from typing import NamedTuple

from hartcity.model import Span
from hartcity.text.characters import plain
from hartcity.text.marks_in_names import name_with_mark
from hartcity.text.sentences import sentences


_INNER_MARK = re.compile(r"(?<=[\w'])[!?](?=[\"']? ?\w)")
_LONG = ("Daniel", "Susan", "Robert", "Teresa")
_LAST = ("", "A", "Al", "Ann", "Anna", "Laura", "Thomas", "Matthew", "Margaret", "Catherine")
"""Names that both engines know, by their length; every name is as long as what it stands for."""


class PlainNames(NamedTuple):
    """A text as engines read it, as long as the text itself, and where other words than its own stand in it."""

    text: str
    replaced: tuple[Span, ...]

    def keeps(self, span: Span) -> bool:
        """Whether what stands there is the text's own, so that something may be said of it."""
        return not any(span.overlaps(name) for name in self.replaced)


def with_plain_names(text: str) -> PlainNames:
    """Write a person's name wherever a name has a ``!`` or ``?`` of its own (the Got Food? Network).

    Engines that take the mark for the end of a sentence ask for a capital behind it, and do not see the subject of the
    verb; with a plain name there they read one sentence.
    """
    view = plain(text)
    marks = [found.start() for found in _INNER_MARK.finditer(view)]
    if not marks:
        return PlainNames(text, ())
    begins = [sentence.start for sentence in sentences(view, 0, len(view))]
    found: list[Span] = []
    for mark in marks:
        begin = begins[max(0, bisect_right(begins, mark) - 1)]
        name = name_with_mark(view, mark, begin)
        if name is not None and (not found or name.start >= found[-1].end):
            found.append(name)
    return PlainNames(_replaced(text, found), tuple(found))


def _replaced(text: str, names: Sequence[Span]) -> str:
    ends = [0, *(name.end for name in names)]
    kept = (text[end : name.start] + _name_of(name.end - name.start) for end, name in zip(ends, names, strict=False))
    return "".join(kept) + text[ends[-1] :]


def _name_of(length: int) -> str:
    """Return a name, or several with spaces between, of so many letters."""
    said, names = "", cycle(_LONG)
    while length - len(said) >= len(_LAST):
        said += f"{next(names)} "
    return said + _LAST[length - len(said)]
