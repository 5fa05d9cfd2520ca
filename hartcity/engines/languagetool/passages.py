"""Passages as they travel: several in a request, and what comes back each to its own passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hartcity.engines.base import SUGGESTIONS_KEPT, Answer, Reply
from hartcity.engines.languagetool.java_process import CHECKS_AT_ONCE
from hartcity.engines.languagetool.status_board import NAME
from hartcity.model import Family, Finding, Severity, Span


if TYPE_CHECKING:
    from language_tool_python.match import Match


_BATCH = 3_000
"""Code points of passages that travel in one request."""

_WORTH_A_REQUEST = 300
"""Code points below which cutting a text in two costs more than it saves."""

_BETWEEN = "\n\n"
_LAST_OF_ONE_UNIT = 0xFFFF
# What cannot travel in a form or means something to the server, each replaced by one unit so that offsets stay true.
_STAND_INS = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


def as_sent(batch: Sequence[str]) -> str:
    """Return passages as one text that can travel."""
    return _BETWEEN.join(batch).translate(_STAND_INS)


def batches(passages: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut between passages: into about equal parts that can be checked at once, and none longer than a request is."""
    total = sum(len(passage) for passage in passages)
    longest = min(_BATCH, max(_WORTH_A_REQUEST, total // CHECKS_AT_ONCE))
    batch: list[str] = []
    size = 0
    for passage in passages:
        if batch and size + len(passage) // 2 > longest:
            yield batch
            batch, size = [], 0
        batch.append(passage)
        size += len(passage) + len(_BETWEEN)
    if batch:
        yield batch


def sorted_out(matches: Sequence[Match], batch: Sequence[str]) -> Sequence[Reply]:
    """Give each passage its own findings; one that reaches over the end of a passage is left out."""
    found: list[list[Finding]] = [[] for _ in batch]
    places: list[Span] = []
    start = 0
    for passage in batch:
        places.append(Span(start, start + len(passage)))
        start += len(passage) + len(_BETWEEN)
    number = 0
    for match in sorted(matches, key=lambda match: (match.offset, match.rule_id)):
        while number < len(places) - 1 and match.offset >= places[number].end:
            number += 1
        begin = match.offset - places[number].start
        passage = batch[number]
        end = begin + _code_points(passage, begin, match.error_length)
        if 0 <= begin < end <= len(passage):
            found[number].append(_finding(match, Span(begin, end), passage))
    return [Answer(tuple(findings)) for findings in found]


def _code_points(passage: str, begin: int, utf16_units: int) -> int:
    """Return how many code points from ``begin`` on take up so many UTF-16 units, counting on past the end."""
    taken = 0
    while utf16_units > 0:
        place = begin + taken
        utf16_units -= 2 if 0 <= place < len(passage) and ord(passage[place]) > _LAST_OF_ONE_UNIT else 1
        taken += 1
    return taken


def _finding(match: Match, span: Span, passage: str) -> Finding:
    return Finding(
        check=f"{NAME}.{match.rule_id}",
        family=Family.GRAMMAR,
        span=span,
        text=span.of(passage),
        message=match.message,
        severity=Severity.ADVICE,
        suggestions=tuple(dict.fromkeys(match.replacements))[:SUGGESTIONS_KEPT],
        engines=(NAME,),
    )
