"""Where sentences begin and end."""

from __future__ import annotations

import re

from hartcity.model import Span


_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|mr|mrs|ms|mx|dr|prof|rev|st|ave|blvd|rd|apt|no|nos|vs|etc|inc|ltd|co|corp|dept|est|approx|ext|fig|jr|sr"
    r"|e\.g|i\.e|a\.m|p\.m|u\.s|ph\.d|m\.s\.w|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|tues?|thurs?|fri)\.$",
    re.IGNORECASE,
)
_MAY_END_A_SENTENCE = re.compile(
    r"\b(?:a\.m|p\.m|etc|inc|ltd|co|corp|u\.s|jr|sr|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|apt|st|ave|rd)\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?\u2026]+[\"')\]]*(?=\s|$)")
_BEGIN = re.compile(r"[a-z]{3}[.!?]\s{1,3}[A-Za-z]")
_LONGEST_ABBREVIATION = 12


def sentences(plain: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of ``plain[start:end]`` as spans without the white space around them.

    A full stop after an abbreviation ends a sentence only where one can end there and a capital follows.
    """
    found: list[Span] = []
    begin = start
    shuns_capitals = _shuns_capitals(plain, start, end)
    for stop in _END.finditer(plain, start, end):
        if stop.end() < end and not _ends_here(plain, stop, end, shuns_capitals=shuns_capitals):
            continue
        _append_trimmed(found, plain, begin, stop.end())
        begin = stop.end()
    _append_trimmed(found, plain, begin, end)
    return tuple(found)


def _shuns_capitals(plain: str, start: int, end: int) -> bool:
    """Whether sentences begin with small letters here: more of them do than not."""
    begun = [found[0][-1].islower() for found in _BEGIN.finditer(plain, start, end)]
    return 2 * sum(begun) > len(begun)


def _ends_here(plain: str, stop: re.Match[str], end: int, *, shuns_capitals: bool) -> bool:
    following = plain[stop.end() : min(end, stop.end() + 8)].lstrip(" \n\"'([")
    if stop[0].startswith(("?", "!")):
        return True
    if following[:1].islower() and not shuns_capitals:
        return False
    if stop[0] != ".":
        return not following[:1].islower()
    before = plain[max(0, stop.end() - _LONGEST_ABBREVIATION) : stop.end()]
    if not _ABBREVIATION.search(before):
        return True
    return bool(_MAY_END_A_SENTENCE.search(before)) and following[:1].isupper()


def _append_trimmed(found: list[Span], plain: str, start: int, end: int) -> None:
    piece = plain[start:end]
    lead = len(piece) - len(piece.lstrip())
    body = piece.strip()
    if body:
        found.append(Span(start + lead, start + lead + len(body)))
