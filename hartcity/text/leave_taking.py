"""Closings: where one stands, and whether it is a professional one."""

from __future__ import annotations

import re


_FORM = (
    r"(?:(?:i\sremain,?\s)?(?:(?:yours|very|most)\s){0,2}(?:sincerely|respectfully|truly|faithfully|cordially|warmly|gratefully|appreciatively|kindly|hopefully|collegially)(?:\syours|\ssubmitted)?"
    r"|(?:i\sremain,?\s)?(?:(?:with|in|my|our|all|kind|kindest|best|warm|warmest|many|deep|sincere|great|high|highest|much|every|good|deepest|the|shared|continued|hope|and)\s){0,4}"
    r"(?:regards?|wishes|thanks|gratitude|appreciation|respect|partnership|solidarity|collaboration|best|hope|community|service|peace|sincerity|esteem)"
    r"(?:\s(?:always|again|and\s(?:gratitude|respect|thanks|appreciation|hope|regards|warm\swishes|best\swishes|kind\sregards|best\sregards)))?"
    r"|thank\syou(?:\s(?:so|very)\smuch)?(?:\s(?:again|kindly|in\sadvance))?(?:\s(?:and\s(?:best|kind|warm)\s\w{3,9}|for\s(?:your\s)?(?:time|consideration|help)(?:\sand\s(?:time|consideration|help))?))?|thanks(?:\s(?:again|so\smuch|in\sadvance|and\sregards|very\smuch))?"
    r"|take\scare|yours|all\sthe\sbest|be\swell|until\sthen|looking\sforward\sto\s(?:hearing\sfrom\syou|your\s(?:reply|response|answer)|(?:speaking|talking|working|meeting)\s(?:with\s)?you)|respectfully\ssubmitted)"
)
_CASUAL = r"(?:cheers|thx|ty|ttyl|xoxo?|hugs|love|later|peace\sout|bye|ciao|in\stears|god\sbless(?:\syou)?|blessings|have\sa\s(?:great|good|nice|blessed|wonderful)\s\w{3,9}|desperately|impatiently|waiting|in\s\w{3,12}|your\sfriend|prayerfully|best\sof\sluck|talk\ssoon|cordially\sannoyed)"
_PROFESSIONAL = re.compile(_FORM + r"\s{0,2}[,.!\u2014-]{0,3}$", re.IGNORECASE)
_LINE = re.compile(rf"(?:{_FORM}|{_CASUAL})\s{{0,2}}[,.!\u2014-]{{0,3}}$", re.IGNORECASE)
_WITH_NAME = re.compile(rf"(?:{_FORM}|{_CASUAL})\s{{0,2}}[,\u2014-]\s{{0,2}}(?=[A-Z])", re.IGNORECASE)
_IN_TEXT = re.compile(
    r"(?<=[.!?])\s{1,3}(?P<closing>(?:yours\s)?(?:sincerely|respectfully|cordially|warmly|truly)(?:\syours)?|(?:with\s)?(?:kind|best|warm|kindest|warmest)\s(?:regards|wishes)|regards|best|yours truly|(?:many\s)?thanks|thank you|take care)\s?[,\u2014]\s{1,3}(?=[A-Z])",
    re.IGNORECASE,
)
_WARM_ENOUGH = 40


def closing_length(text: str) -> int:
    """Return how many characters of a line are a closing; a name may follow it on the same line. 0 for none."""
    if len(text) <= 2 * _WARM_ENOUGH and _LINE.match(text):
        return len(text)
    found = _WITH_NAME.match(text)
    if found is None or len(text[found.end() :].split()) > 2 * len("names"):
        return 0
    return found.end() if text[found.end() : found.end() + 1].isupper() else 0


def closing_in(text: str) -> int:
    """Return where a closing begins inside a line of running text ('… time. Sincerely, Ana Ruiz'), or -1."""
    last = -1
    for found in _IN_TEXT.finditer(text):
        if len(text[found.end() :].split()) <= 4 * len("names"):
            last = found.start("closing")
            break
    return last


def is_professional(closing: str) -> bool:
    """Whether a closing is a form that suits a message between agencies."""
    return _PROFESSIONAL.match(closing.strip()) is not None
