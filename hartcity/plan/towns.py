"""Towns by name: those whose people a service is for, and the one that a plan says the person lives in."""

from __future__ import annotations

import re


_NAME = r"[A-Z][\w'\u2019-]+(?:\s(?:City|Falls|Springs|Hills|Beach|Valley|Creek|Lake|Grove|Junction|County))?"
_TOWN = rf"(?:the\s)?(?:(?:city|town|village|township)\sof\s)?{_NAME}"
_LIVING = (
    r"[Ll]iv(?:e|es|ing)|[Rr]esid(?:e|es|ing)|[Hh]ous(?:ed|eholds)|[Ff]amilies|[Pp]eople|[Aa]nyone|[Ee]veryone|"
    r"[Ss]eniors|[Aa]dults"
)
_PEOPLE_OF = re.compile(
    rf"\b(?:(?:[Rr]esidents?|[Pp]eople|[Nn]eighbors)\s(?:of|from)|(?:{_LIVING})\s(?:with)?in)\s"
    rf"(?:either\s)?(?P<towns>{_TOWN}(?:(?:,\s(?:or\s|and\s)?|\s(?:or|and|&)\s)(?:in\s)?{_TOWN})*)"
    r"(?=\s*(?:$|[.,;:()]|(?:who|whose|with|without|and|or|only|aged?|over|under|may|can|are|is|for|of)\b|\d))"
)
_TOWNS_PEOPLE = re.compile(
    rf"(?<![\w'\u2019-])[a-z][\w'\u2019-]*[,;]?\s(?P<towns>{_NAME}(?:\s(?:or|and)\s{_NAME})*)\s"
    r"(?:residents|addresses)\b"
)
_PARTS = re.compile(r",\s(?:or\s|and\s)?|\s(?:or|and|&)\s")
_BEFORE = re.compile(r"^(?:in\s)?(?:the\s)?(?:(?:city|town|village|township)\sof\s)?")
_NO_TOWN = re.compile(
    r"(?:Street|St|Avenue|Road|Lane|Homes?|Houses?|Apartments?|Shelter|District|Heights|Park|Place|Court|Center|"
    r"Tower|Towers|Ward|Side|Village|Terrace|Square|Manor|Commons|Downtown|Uptown|Gardens|County|State|America|US|"
    r"(?:\w*(?:side|town)))\b"
)
_SENTENCE = re.compile(r"[;.](?=\s(?!or\b)|$)", re.IGNORECASE)
_OR = re.compile(r"\bor\b(?!\s(?:older|over|above|up|more|younger|under|below|less)\b)", re.IGNORECASE)


def towns_of(served: str) -> tuple[str, ...]:
    """Return the towns whose people a service is for; none where another way in stands beside, or a part of one."""
    sentences = (sentence for sentence in _SENTENCE.split(without_lists(served)) if _is_of_a_town(sentence))
    if any(map(_OR.search, sentences)):
        return ()
    named = [
        _BEFORE.sub("", part.strip())
        for form in (_PEOPLE_OF, _TOWNS_PEOPLE)
        for found in form.finditer(served)
        for part in _PARTS.split(found["towns"])
    ]
    return () if "City" in named or any(map(_NO_TOWN.search, named)) else tuple(dict.fromkeys(named))


def _is_of_a_town(sentence: str) -> bool:
    return bool(_PEOPLE_OF.search(sentence) or _TOWNS_PEOPLE.search(sentence))


def without_lists(served: str) -> str:
    """Return a description with one town where it names several, so that the "or" between them divides nothing."""
    rest = served
    for form in (_PEOPLE_OF, _TOWNS_PEOPLE):
        rest = form.sub(lambda found: found.group().replace(found["towns"], _PARTS.split(found["towns"])[0]), rest)
    return rest


def without_towns(served: str, towns: tuple[str, ...]) -> str:
    """Return a description without the names of ``towns``."""
    names = "|".join(map(re.escape, towns))
    return re.sub(rf"\b(?:{names})\b", " ", served) if towns else served
