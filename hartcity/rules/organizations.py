"""Whether capitalized words name an organization, and how far such a name goes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hartcity.rules.capitals import is_capitalized
from hartcity.rules.word_class import word_class
from hartcity.text.somebody import is_made
from hartcity.text.word_lists import is_ordinary


if TYPE_CHECKING:
    from hartcity.text.tokens import Tokenized


_LINKS = frozenset(("and", "&", "of", "for", "the", "in", "at"))
_SAINTS = frozenset(("st", "saint", "sts", "saints", "ste"))
_PERSONAL = frozenset(("mr", "mrs", "ms", "mx", "miss", "mister"))
"""Titles that no house bears before a name, unlike those of a faith (Father Joe's Villages, Brother Andre Shelter)."""

_OF_A_FAITH = frozenset(("brother", "deacon", "bishop", "rabbi", "mother"))
_ARTICLES = frozenset(("the", "a", "your", "our"))
_THEIRS = frozenset(("his", "her", "their", "'s"))
_OURS = frozenset(("our", "your"))
_NAMING = frozenset(("named", "nicknamed", "called"))
_GOING_BY = frozenset((("goes", "by"), ("go", "by"), ("went", "by"), ("name", "is"), ("name", "was")))
_ENDS = frozenset(((), (",",), (")",), (".",), (";",)))
_PLACING = frozenset(("at", "to", "in", "from", "near", "by", "with", "of", "inside", "outside", "behind"))
_FULL_NAME = 2
_GROUP = 3
_LONGEST_HOUSE = 3


def is_organization(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether an organization may be meant, by a word of the name or by what stands around it."""
    kinds = word_class("organization")
    held = (form for at, form in enumerate(forms[first:last], first) if form not in _SAINTS or at == last - 1)
    if forms[first] in _SAINTS or any(form in kinds for form in held):
        return True
    if _is_called_after(forms, first, last):
        return True
    link = last
    while link < len(forms) and link < last + 2 and forms[link] in _LINKS:
        link += 1
    if link == last or link == len(forms):
        return False
    return forms[link] in kinds or (link + 1 < len(forms) and forms[link + 1] in kinds and forms[last] in {"&", "and"})


def is_no_person(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the name is nobody's: of a saint, or it ends as the name of an organization or a group does.

    A title such as Mrs. before it, and what it is said to be, show that somebody is called so (his wife, Ada Church).
    """
    if forms[first] in _SAINTS:
        return True
    ends = last - first > 1 and (forms[last - 1] in _organizations_alone() or _is_group(forms, first, last))
    return ends and not is_somebodys_own(forms, first, last)


def is_somebodys_own(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a title, or what stands around the name, says that a person goes by it."""
    if _PERSONAL.intersection(forms[max(0, first - 2) : first + 1]):
        return True
    before, after = forms[max(0, first - 5) : first], forms[last : last + 1]
    if not before:
        return False
    people = word_class("relation") | word_class("person")
    if before[-1] in {",", "("}:
        return not people.isdisjoint(before[-2:-1]) and _OURS.isdisjoint(before[-3:-2]) and after in _ENDS
    if before[-1] in people:
        return not _THEIRS.isdisjoint(before[-2:-1]) and not before[-1].endswith(("s", "ren"))
    return before[-2:] in _GOING_BY or (before[-1] in _NAMING and word_class("organization").isdisjoint(before))


def _is_group(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a group bears somebody's name (the Betty Larkin Senior Players): an article, and a plural at the end."""
    end = forms[last - 1]
    return (
        last - first >= _GROUP
        and first > 0
        and forms[first - 1] in _ARTICLES
        and forms[first] in _heads()
        and end.endswith("s")
        and (is_ordinary(end) or is_made(end))
        and end not in word_class("surname")
    )


@cache
def _organizations_alone() -> frozenset[str]:
    """Return the words that end an organization's name and are nobody's surname."""
    return word_class("organization") - word_class("surname")


@cache
def _heads() -> frozenset[str]:
    """Return the words that a person's name begins with."""
    return word_class("first_name") | word_class("title") | _OF_A_FAITH | _SAINTS


def house_end(sentence: Tokenized, first: int, last: int) -> int | None:
    """Return the token up to which an organization's name goes that bears a person's (Mary's Center); None for others.

    ``first`` and ``last`` are the half-open range of its words with capitals, as everywhere here. Diane Hall may be
    either and is left to the reader, but where she stands as a place does (at Diane Hall).
    """
    forms = sentence.forms
    if forms[first] in _heads() and is_no_person(forms, first, last) and not _may_be_a_family(forms, first, last):
        return last
    return _somebodys(sentence, last)


def _may_be_a_family(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a first name stands before a word that is a family name too, and no word of place before them."""
    return (
        last - first == _FULL_NAME
        and forms[first] in word_class("first_name")
        and forms[last - 1] in word_class("family_name_too")
        and (first == 0 or forms[first - 1] not in _PLACING | _ARTICLES | _NAMING)
    )


def _somebodys(sentence: Tokenized, last: int) -> int | None:
    """Return where a house or a club ends that bears the name with 's (Father Joe's Villages, Mary's Center)."""
    if last >= len(sentence.tokens) or sentence.forms[last] != "'s":
        return None
    named_so = word_class("house")
    for at in range(last + 1, min(len(sentence.tokens), last + 1 + _LONGEST_HOUSE)):
        if not is_capitalized(sentence.plain, sentence.tokens[at]):
            return None
        if sentence.forms[at] in named_so:
            return at + 1
    return None


def _is_called_after(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a place is called after somebody (the Rosa Parks shelter)."""
    return (
        last - first > 1
        and first > 0
        and forms[first - 1] in _ARTICLES
        and last < len(forms)
        and forms[last] in word_class("organization")
    )
