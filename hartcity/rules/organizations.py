"""Whether capitalized words name an organization, and how far such a name goes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hartcity.rules.capitals import is_capitalized
from hartcity.rules.word_class import word_class


if TYPE_CHECKING:
    from hartcity.text.tokens import Tokenized


_LINKS = frozenset(("and", "&", "of", "for", "the", "in", "at"))
_SAINTS = frozenset(("st", "saint", "sts", "saints", "ste"))
_LONGEST_HOUSE = 3


def is_organization(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether an organization may be meant, by a word of the name or by what stands around it."""
    kinds = word_class("organization")
    if any(form in kinds for form in forms[first:last]) or forms[first] in _SAINTS:
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
    """Whether the name is no person's whatever stands before it: of a saint, or it ends as an organization's does."""
    ends = last - first > 1 and forms[last - 1] in _organizations_alone()
    return ends or forms[first] in _SAINTS


@cache
def _organizations_alone() -> frozenset[str]:
    """Return the words that end an organization's name and are nobody's surname."""
    return word_class("organization") - word_class("surname")


@cache
def _heads() -> frozenset[str]:
    """Return the words that a person's name begins with."""
    return word_class("first_name") | word_class("title") | _SAINTS


def house_end(sentence: Tokenized, first: int, last: int) -> int | None:
    """Return the token up to which an organization's name goes that bears a person's (Mary's Center); None for others.

    ``first`` and ``last`` are the half-open range of its words with capitals, as everywhere here.
    """
    if sentence.forms[first] in _heads() and is_no_person(sentence.forms, first, last):
        return last
    return _somebodys(sentence, last)


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
        and forms[first - 1] in {"the", "a", "your", "our"}
        and last < len(forms)
        and forms[last] in word_class("organization")
    )
