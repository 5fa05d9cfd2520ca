"""Whether words with capitals read as the name of a person and not of an agency, a form or a day."""

from __future__ import annotations

import re

from hartcity.text.frequency import is_familiar, zipf
from hartcity.text.kept import WORDS, kept
from hartcity.text.listed import are_known
from hartcity.text.word_lists import is_ordinary, word_list


_WORD = r"[A-Z\u00c0-\u00de][\w'\u2019-]{1,24}"
_LETTER = r"[A-Z]\."
_JOINT = r"(?:(?:and|&|de|del|da|di|la|le|van|von|der|den|al|el|bin|y)\s){0,2}"
_NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Miss|Mx|Mister)\.?\s(?:{_LETTER}\s?)?{_WORD}(?:\s{_WORD})?"
    rf"|{_WORD},\s{_WORD}(?:\s{_LETTER})?(?=[,;(]|$)"
    rf"|(?:{_LETTER}\s?){{1,3}}{_WORD}(?:\s{_WORD})?"
    rf"|{_WORD}\s{_LETTER}(?!\s{_WORD})"
    rf"|{_WORD}(?:\s(?:{_LETTER}\s){{0,2}}{_JOINT}{_WORD}){{1,3}})"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NO_PERSON = ("organization", "house")
_NATION = re.compile(
    r"(?:mexic|americ|afric|germ|russi|syri|nigeri|ethiopi|eritre|kore|haiti|ukraini|colombi|guatemal)an"
    r"|\w{2,20}(?:ese|ish|inian|alian|asian|eian|isian|avian|arian|egian)"
    r"|(?:somal|afghan|iraq|pakistan|yemen|bengal|israel|nepal)i?"
    r"|(?:hondur|salvador|venezuel|ecuador|peruv|cub|puerto ric|dominic|burm|congol|karen|hmong|filipin)\w*$"
)
_ENDINGS = tuple("ship tion sion ment ness ing ings ed ly able ible care ism ist ity ics al ers age".split())
_BEGINNINGS = frozenset("re tele un pre non co sub mini micro bio eco cyber multi inter over under out self".split())
_SIDES = tuple("north south east west".split())
_SITES = tuple("side gate town ville view point crest".split())
_SHORTEST_HALF = 3
_EVERYDAY = 6.0
"""The Zipf frequency of words such as "my", which some go by too."""


def name_in_front(text: str) -> str:
    """Return the name of a person that a text opens with (J. Okafor; Okafor, Ada; Sven and Alma Lind), else nothing."""
    found = _NAME.match(text)
    return found[0] if found and is_somebody(found[0]) else ""


def is_somebody(name: str) -> bool:
    """Whether none of the words is one that agencies are called by, and one of them is no ordinary word."""
    words = [word.lower() for word in _LETTERS.findall(name) if word.lower() not in word_list("title")]
    if any(word in word_list(kind) for word in words for kind in _NO_PERSON):
        return False
    return any(not is_ordinary(word) and not is_nobodys(word) for word in words)


def is_nobodys(word: str) -> bool:
    """Whether a word is a name that no person goes by: of a day, a nation or a program."""
    return any(word in word_list(kind) for kind in ("calendar", "nation", "program_name"))


@kept(WORDS)
def is_given(word: str) -> bool:
    """Whether a lower-case word is known as a first name or a surname and is no word of ordinary English."""
    if is_ordinary(word) or is_nobodys(word) or zipf(word) >= _EVERYDAY:
        return False
    return any(word in word_list(kind) for kind in ("first_name", "surname"))


@kept(WORDS)
def is_strange(word: str) -> bool:
    """Whether a lower-case word is in none of our lists, and no place or people that is called after what it is."""
    if len(word) == 1 or is_ordinary(word) or is_nobodys(word) or is_familiar(word) or are_known(word):
        return False
    return not (_NATION.match(word) or word.startswith(_SIDES) or word.endswith(_SITES))


@kept(WORDS)
def is_made(word: str) -> bool:
    """Whether a lower-case word is made as English makes words: by an ending (campership), or from two (forklift)."""
    halves = ((word[:at], word[at:]) for at in range(2, len(word) - _SHORTEST_HALF + 1))
    return word.endswith(_ENDINGS) or any(
        is_ordinary(end) and (start in _BEGINNINGS or (len(start) >= _SHORTEST_HALF and is_ordinary(start)))
        for start, end in halves
    )
