"""What changed between two drafts: which words, and which findings went, stayed or came with them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from hartcity.model import Finding, Report, Span


if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WORDS = 4000
"""Longer drafts are compared line by line, since comparing word by word takes time with the square of the length."""

_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*|[^\w\s]|\n+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the older draft (``before``) that became words of the newer one (``after``); either may be empty."""

    before: Span
    after: Span


@dataclass(frozen=True, slots=True)
class Followed:
    """A finding of either draft and the place in the tuple of edits of the one that it belongs to, if any."""

    finding: Finding
    edit: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """Findings that the older draft had and the newer has not, that both have, and that only the newer has."""

    resolved: tuple[Followed, ...]
    kept: tuple[Followed, ...]
    new: tuple[Followed, ...]


def _words(text: str, *, by_line: bool) -> list[Span]:
    return [Span(*word.span()) for word in (_LINE if by_line else _WORD).finditer(text)]


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return the changes that turn ``before`` into ``after``, word by word, in the order of the text."""
    by_line = max(len(before.split()), len(after.split())) > MOST_WORDS
    old, new = _words(before, by_line=by_line), _words(after, by_line=by_line)
    compared = SequenceMatcher(None, [w.of(before) for w in old], [w.of(after) for w in new], autojunk=False)
    return tuple(
        Edit(_covering(old, old_start, old_end, before), _covering(new, new_start, new_end, after))
        for kind, old_start, old_end, new_start, new_end in compared.get_opcodes()
        if kind != "equal"
    )


def _covering(words: Sequence[Span], start: int, end: int, text: str) -> Span:
    """Return the place from the first to the last of these words; an empty place stands where they would begin."""
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    place = words[start].start if start < len(words) else len(text)
    return Span(place, place)


def _moved(place: int, changes: Sequence[Edit]) -> int:
    """Return where an unchanged place of the older draft stands in the newer one."""
    before = [edit for edit in changes if edit.before.end <= place]
    return place if not before else place - before[-1].before.end + before[-1].after.end


def _touched(span: Span, places: Sequence[Span]) -> int | None:
    return next((number for number, place in enumerate(places) if place.overlaps(span)), None)


def follow(before: Report, after: Report, changes: Sequence[Edit]) -> Progress:
    """Follow each finding from the older draft to the newer one.

    A finding is kept when the same check finds the same words at the place to which the edits moved them, or, failing
    that, the same words anywhere else; what is left of the older draft is resolved, what is left of the newer is new.
    """
    waiting: Counter[tuple[str, str, int]] = Counter(
        (finding.check, finding.text, finding.span.start) for finding in after.findings
    )
    kept_after: Counter[tuple[str, str, int]] = Counter()
    rest = []
    for finding in before.findings:
        key = (finding.check, finding.text, _moved(finding.span.start, changes))
        if waiting[key]:
            waiting[key] -= 1
            kept_after[key] += 1
        else:
            rest.append(finding)
    anywhere: dict[tuple[str, str], list[tuple[str, str, int]]] = {}
    for key in waiting.elements():
        anywhere.setdefault((key[0], key[1].casefold()), []).append(key)
    resolved = []
    for finding in rest:
        same = anywhere.get((finding.check, finding.text.casefold()))
        if same:
            kept_after[same.pop(0)] += 1
        else:
            resolved.append(finding)
    return _sorted_out(resolved, after, kept_after, changes)


def _sorted_out(
    resolved: list[Finding], after: Report, kept_after: Counter[tuple[str, str, int]], changes: Sequence[Edit]
) -> Progress:
    old, new = [edit.before for edit in changes], [edit.after for edit in changes]
    kept, fresh = [], []
    for finding in after.findings:
        key = (finding.check, finding.text, finding.span.start)
        followed = Followed(finding, _touched(finding.span, new))
        if kept_after[key]:
            kept_after[key] -= 1
            kept.append(followed)
        else:
            fresh.append(followed)
    gone = tuple(Followed(finding, _touched(finding.span, old)) for finding in resolved)
    return Progress(gone, tuple(kept), tuple(fresh))
