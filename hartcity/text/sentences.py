"""Where sentences begin and end."""

from __future__ import annotations

import re

from hartcity.model import Span
from hartcity.text.marks_in_names import (
    LONGEST_NAME,
    begins_a_sentence,
    goes_on_as_name,
    mark_in_name,
    names_of_pieces,
)


_ABBREVIATION = re.compile(
    r"(?<![\w'])(?:[A-Z]|mr|mrs|ms|mx|dr|prof|rev|st|ave|blvd|rd|apt|no|nos|vs|etc|inc|ltd|co|corp|dept|est|approx|ext|fig|jr|sr"
    r"|e\.g|i\.e|a\.m|p\.m|u\.s|u\.s\.a|u\.k|d\.c|ph\.d|m\.d|m\.s\.w|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|tues?|thurs?"
    r"|fri|mon|wed|sat|sun|assn|bldg|ste|dist|div|univ|attn|encl|tel|misc|min|hrs?|yrs?|mos)\.$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:Gov|Sen|Rep|Hon|Pres|Supt|Capt|Cpt|Lt|Sgt|Cpl|Col|Gen|Maj|Adm|Cmdr|Det|Ofc|Insp|Fr|Sra?|Srta|Bro|Msgr|Atty"
    r"|Asst|Assoc|Amb|Dir|Drs|Messrs|Mmes?|St|Ste|Ft|Mt|Pt)\.$"
)
_MAY_END_A_SENTENCE = re.compile(
    r"\b(?:a\.m|p\.m|etc|inc|ltd|co|corp|u\.s|u\.s\.a|u\.k|d\.c|ph\.d|m\.d|m\.s\.w|jr|sr|jan|feb|apr|jun|jul|aug|sept?|oct|nov"
    r"|dec|mon|tues?|wed|thurs?|fri|sat|sun|apt|st|ave|blvd|rd|dept|bldg|ste|ext|min|hrs?|yrs?|mos|misc|est)\.$",
    re.IGNORECASE,
)
_NATION = re.compile(r"\b(?:U\.S|U\.S\.A|U\.K|D\.C|Dept|Univ|Assn|Dist|Div|Bldg)\.$", re.IGNORECASE)
_GENERATION = re.compile(r"\b[JS]r\.$")
_HOUR = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_AFTER_AN_HOUR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:eastern|central|mountain|pacific|[ecmp][ds]?t)\b"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:\b[A-Z][\w'-]+|\b\d[\w-]*),?\s(?:[A-Z][\w.]*\s)?\w+\.$")
_END = re.compile(r"(?<![.!?\u2026])[.!?\u2026]+[\"')\]]*(?=\s|$)")
_BEGIN = re.compile(r"[a-z]{3}[.!?]\s{1,3}[A-Za-z]")
# A street's name: behind a number or a word of place, which a person's name is not (on Main St., but Rosa St. James).
_STREET = re.compile(
    r"(?:\b\d[\w-]*|\b(?i:on|at|along|off|near|down|up|to|from|of|and|between|by|across|over|past|[NSEW]|north|south"
    r"|east|west))\.?\s(?:[A-Z\d][\w'-]*\s){1,3}St\.$"
)
_LONGEST_ABBREVIATION = 12


def sentences(plain: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of ``plain[start:end]`` as spans without the white space around them.

    A full stop after an abbreviation ends a sentence only where one can end there and a capital follows; a mark that
    belongs to a name (the Ready, Set, Work! class) ends none.
    """
    found: list[Span] = []
    begin = start
    shuns_capitals = _shuns_capitals(plain, start, end)
    inside = {at for name in names_of_pieces(plain, start, end) for at in range(*name)}
    for stop in _END.finditer(plain, start, end):
        if stop.start() in inside:
            continue
        if stop.end() < end and not _ends_here(plain, stop, Span(begin, end), shuns_capitals=shuns_capitals):
            continue
        _append_trimmed(found, plain, begin, stop.end())
        begin = stop.end()
    _append_trimmed(found, plain, begin, end)
    return tuple(found)


def _shuns_capitals(plain: str, start: int, end: int) -> bool:
    """Whether sentences begin with small letters here: more of them do than not."""
    begun = [
        found[0][-1].islower()
        for found in _BEGIN.finditer(plain, start, end)
        if found[0][3] == "." or not mark_in_name(plain, found.start() + 3, start)
    ]
    return 2 * sum(begun) > len(begun)


def _ends_here(plain: str, stop: re.Match[str], around: Span, *, shuns_capitals: bool) -> bool:
    following = plain[stop.end() : min(around.end, stop.end() + 40)].lstrip(" \n\"'([")
    if stop[0].startswith(("?", "!")):
        inner = len(stop[0].rstrip("\"')]")) == 1 and plain[stop.end() : stop.end() + 1] == " "
        return not (inner and mark_in_name(plain, stop.start(), around.start))
    if following[:1].islower() and not shuns_capitals:
        return False
    if stop[0] != ".":
        return not following[:1].islower()
    before = plain[max(0, stop.end() - _LONGEST_ABBREVIATION) : stop.end()]
    if _TITLE.search(before) and following[:1].isupper():
        is_one = before.endswith("Sr.") or (before.endswith("St.") and _is_street(plain, stop.end(), following))
        return is_one and _follows_a_name(plain, around.start, stop.end())
    if not _ABBREVIATION.search(before):
        return True
    if not (_MAY_END_A_SENTENCE.search(before) and following[:1].isupper()):
        return False
    if _NATION.search(before):
        return begins_a_sentence(following)
    if _GENERATION.search(before) and goes_on_as_name(f" {following}"):
        return False
    return not (_HOUR.search(before) and _AFTER_AN_HOUR.match(following))


def _is_street(plain: str, end: int, following: str) -> bool:
    """Whether the "St." that ends here is a street's, and no part of a name that goes on."""
    led = _STREET.search(plain[max(0, end - LONGEST_NAME) : end]) is not None
    return led or begins_a_sentence(following)


def _follows_a_name(plain: str, begin: int, end: int) -> bool:
    """Whether an abbreviation stands behind a name or a house number, as in Main St. and John Hale Sr."""
    since = max(begin, end - LONGEST_NAME)
    found = _SUFFIX.search(plain[since:end])
    return found is not None and (since + found.start() > begin or found[0][0].isdigit())


def _append_trimmed(found: list[Span], plain: str, start: int, end: int) -> None:
    piece = plain[start:end]
    lead = len(piece) - len(piece.lstrip())
    body = piece.strip()
    if body:
        found.append(Span(start + lead, start + lead + len(body)))
