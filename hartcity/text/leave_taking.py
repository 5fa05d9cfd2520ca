"""Closings: where one stands, and whether it is a professional one."""

from __future__ import annotations

import re


_FORM = (
    r"(?:(?:i\sremain,?\s)?(?:(?:yours|very|most)\s){0,2}"
    r"(?:sincerely|respectfully|truly|faithfully|cordially|warmly|gratefully|appreciatively|kindly|hopefully|collegially)"
    r"(?:\syours|\ssubmitted)?"
    r"|(?:i\sremain,?\s)?(?:(?:with|in|my|our|all|kind|kindest|best|warm|warmest|many|deep|sincere|great|high|highest"
    r"|much|every|good|deepest|the|shared|continued|hope|and)\s){0,4}"
    r"(?:regards?|wishes|greetings|thanks|gratitude|appreciation|respect|partnership|solidarity|collaboration|best|hope|community"
    r"|service|peace|sincerity|esteem)"
    r"(?:\sfor\s(?:your|the|all)(?:\s\w{1,14}){1,4})?(?:\s(?:always|again|and\s(?:gratitude|respect|thanks|appreciation|hope|regards|(?:warm|best|good)\swishes"
    r"|(?:kind|best)\sregards)))?"
    r"|thank\syou(?:\s(?:so|very)\smuch)?(?:\s(?:again|kindly|in\sadvance))?"
    r"(?:\s(?:and\s(?:best|kind|warm)\s\w{3,9}|for\s(?:your\s)?(?:time|consideration|help)"
    r"(?:\sand\s(?:time|consideration|help))?))?"
    r"|thanks(?:\s(?:again|so\smuch|in\sadvance|and\sregards|very\smuch))?"
    r"|v/r|(?:i\s(?:have\sthe\shonou?r\sto\s)?remain,?\s)?your\s(?:most\s)?obedient\sservant"
    r"|take\scare|yours|all\sthe\sbest|be\swell|until\sthen"
    r"|looking\sforward\sto\s(?:hearing\sfrom\syou|your\s(?:reply|response|answer)"
    r"|(?:speaking|talking|working|meeting)\s(?:with\s)?you))"
)
_CASUAL = (
    r"(?:cheers|obliged|much\sobliged|bye{2,6}|thx|ty|ttyl|xoxo?|hugs|love|later|peace\sout|bye|ciao|god\sbless(?:\syou)?|blessings"
    r"|have\sa\s(?:great|good|nice|blessed|wonderful)\s\w{3,9}|desperately|impatiently|waiting|in\s\w{3,12}"
    r"|your\sfriend|prayerfully|best\sof\sluck|talk\ssoon)"
)
_PROFESSIONAL = re.compile(_FORM + r"\s{0,2}[,.!\u2014-]{0,3}$", re.IGNORECASE)
_LINE = re.compile(rf"(?:{_FORM}|{_CASUAL})\s{{0,2}}[,.!\u2014-]{{0,3}}$", re.IGNORECASE)
_WITH_NAME = re.compile(rf"(?:{_FORM}|{_CASUAL})\s{{0,2}}[,\u2014-]\s{{0,2}}(?=[A-Z])", re.IGNORECASE)
_IN_TEXT = re.compile(
    r"(?<=[.!?])\s{1,3}(?P<closing>(?:yours\s)?(?:sincerely|respectfully|cordially|warmly|truly)(?:\syours)?"
    r"|(?:with\s)?(?:kind|best|warm|kindest|warmest)\s(?:regards|wishes)|regards|best|yours truly"
    r"|(?:many\s)?thanks|thank you|take care)\s?[,\u2014]\s{1,3}(?=[A-Z])",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?:(?:anyway|again|and|so|ok|well),?\s){0,2}(?:with\s|my\s|our\s|many\s|much\s|very\s|most\s){0,2}"
    r"(?:thank(?:s|ing)?|thx|kthx\w{0,5}|obliged|grateful(?:ly)?|gratitude|appreciated|appreciatively|sorry\sagain|god\sbless"
    r"|bless\syou|have\sa|take\scare|talk\ssoon|see\syou|best\swishes|be\swell|bye|cheers|xoxo)\b",
    re.IGNORECASE,
)
_LONGEST_SPOKEN = 16
_LONGEST_CLOSING = 80
_LONGEST_NAME = 10
_LONGEST_SIGNATURE = 20


def closing_length(text: str) -> int:
    """Return how many characters of a line are a closing; a name may follow it on the same line. 0 for none."""
    if len(text) <= _LONGEST_CLOSING and _LINE.match(text):
        return len(text)
    found = _WITH_NAME.match(text)
    if found is None or len(text[found.end() :].split()) > _LONGEST_NAME:
        return 0
    return found.end() if text[found.end() : found.end() + 1].isupper() else 0


def closing_in(text: str) -> int:
    """Return where a closing begins inside a line of running text ('… time. Sincerely, Ana Ruiz'), or -1."""
    last = -1
    for found in _IN_TEXT.finditer(text):
        if len(text[found.end() :].split()) <= _LONGEST_SIGNATURE:
            last = found.start("closing")
            break
    return last


def is_professional(closing: str) -> bool:
    """Whether a closing is a form that suits a message between agencies."""
    return _PROFESSIONAL.match(closing.strip()) is not None


def takes_leave(sentence: str) -> bool:
    """Whether the last sentence of a message takes leave, though it stands on no line of its own."""
    return len(sentence.split()) <= _LONGEST_SPOKEN and _SPOKEN.match(sentence) is not None
