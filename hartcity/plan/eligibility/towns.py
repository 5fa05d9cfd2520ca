"""Towns by name: those whose people a service is for, and the one that a plan says the person lives in."""

from __future__ import annotations

import re

from hartcity.plan.vocabulary import branches


HOME = "Hart City"

_NAME = rf"[A-Z][\w'\u2019-]+(?:\s(?:{branches('towns', 'endings')}))?"
_LIVING = (
    r"[Ll]iv(?:e|es|ing)|[Rr]esid(?:e|es|ing)|[Hh]ous(?:ed|eholds)|[Ff]amilies|[Pp]eople|[Aa]nyone|[Ee]veryone|"
    r"[Ss]eniors|[Aa]dults"
)
_OF = r"(?:the\s)?(?:(?:city|town|village|township)\sof\s)?"
_AND = r"(?:,\s(?:or\s|and\s)?|\s(?:or|and|&)\s)"
_PEOPLE_OF = re.compile(
    rf"\b(?:(?:[Rr]esidents?|[Pp]eople|[Nn]eighbors)\s(?:of|from)|(?:{_LIVING})\s(?:with)?in)\s"
    rf"(?:either\s)?(?P<towns>{_OF}{_NAME}(?:{_AND}(?:in\s)?{_OF}{_NAME})*)"
    r"(?=\s*(?:$|[.,;:()]|(?:who|whose|with|without|and|or|only|aged?|over|under|may|can|are|is|for|of)\b|\d))"
)
_TOWNS_PEOPLE = re.compile(
    rf"(?<![\w'\u2019-])[a-z][\w'\u2019-]*[,;]?\s(?P<towns>{_NAME}(?:\s(?:or|and)\s{_NAME})*)\s"
    r"(?:residents|addresses)\b"
)
_FORMS = (_PEOPLE_OF, _TOWNS_PEOPLE)
_ANOTHER = re.compile(
    r"\b(?:[Rr]esidents? (?:of|in|from)|[Ll]iv(?:e|es|ing) in|[Rr]esid(?:e|es|ing) in|"
    r"(?:Service|service) area:?)\s[^.;]*?"
    r"(?<![\w'\u2019-])(?!Hart\b|City\b|County\b)[A-Z][a-z]+"
)
_PARTS = re.compile(_AND)
_BEFORE = re.compile(rf"^(?:in\s)?{_OF}")
_NO_TOWN = re.compile(rf"\b\w*(?:{branches('towns', 'parts')}|{branches('towns', 'larger')}|side|town)\b")
_SENTENCE = re.compile(r"[;.](?=\s(?!or\b)|$)", re.IGNORECASE)
_OR = re.compile(r"\bor\b(?!\s(?:older|over|above|up|more|younger|under|below|less)\b)", re.IGNORECASE)

_LIVES_IN = re.compile(
    r"\b(?:[Ll]ives?|[Ll]iving|[Rr]esides?|[Rr]esiding|[Rr]esident of|home is) (?:in |of )?"
    r"(?P<town>[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+)*)"
)
_IN_THIS_TOWN = re.compile(
    rf"\b(?:Hart|{branches('towns', 'parts')}|{branches('towns', 'smaller')}|\w*(?:Westside|Eastside))\b|"
    r"\b(?:North|South|East|West)$"
)


def towns_of(served: str) -> tuple[str, ...]:
    """Return the towns whose people a service is for; none where another way in stands beside, or a part of one."""
    sentences = _SENTENCE.split(without_lists(served))
    if any(_OR.search(one) for one in sentences if any(form.search(one) for form in _FORMS)):
        return ()
    listed = (found["towns"] for form in _FORMS for found in form.finditer(served))
    named = [_BEFORE.sub("", part.strip()) for towns in listed for part in _PARTS.split(towns)]
    return () if "City" in named or any(map(_NO_TOWN.search, named)) else tuple(dict.fromkeys(named))


def names_another(served: str) -> bool:
    """Whether a town stands beside or instead of the city: who of them is a resident is for a person to judge."""
    return bool(_ANOTHER.search(served))


def without_lists(served: str) -> str:
    """Return a description with one town where it names several, so that the "or" between them divides nothing."""
    for form in _FORMS:
        served = form.sub(lambda found: found.group().replace(found["towns"], _PARTS.split(found["towns"])[0]), served)
    return served


def without_towns(served: str, towns: tuple[str, ...]) -> str:
    """Return a description without the names of ``towns``."""
    names = "|".join(map(re.escape, towns))
    return re.sub(rf"\b(?:{names})\b", " ", served) if towns else served


def lived_in(words: str) -> frozenset[str]:
    """Return the other towns that a plan says somebody lives in; a street, a building or a part of town is none."""
    named = (found["town"] for found in _LIVES_IN.finditer(words))
    return frozenset(town.rstrip(".'\u2019") for town in named if not _IN_THIS_TOWN.search(town))
