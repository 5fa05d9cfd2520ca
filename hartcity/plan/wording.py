"""Small questions about the words of one field: does it say anything, what is it about, where does a sentence end."""

from __future__ import annotations

import re

from hartcity.plan.vocabulary import words


WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_TITLE = re.compile(r"\b(Mr|Ms|Mrs|Mx|Dr|St|a\.m|p\.m|[A-Z])\.(?=\s)")
_STOP = frozenset(
    "a an the and or but if so to of in on at by for from with without into up as is are was were be been being has "
    "have had do does did not no it its he she they them his her their him who whom which that this these those there "
    "i we you my our your me us will would can could should may might also then than when while about".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "y", "e")
_SHORTEST_STEM = 3


_POINTS = re.compile(
    r"(?:please )?(?:see|look at|look under|cf) (?:(?:the|my|our|under) )?(?:(?:other|first|second|above|next) )?"
    r"(?:above|below|notes?|needs?|eligibility|benefits?|coordination|finances|barriers|goals?|strengths?|plan|list|"
    r"services?|background|intake|attach\w*|previous|part \w+)"
    r"(?: (?:section|fields?|box|tab|part|above|below|entry|one))?"
)
"""A field that only points to another one."""


def says_something(text: str) -> bool:
    """Whether a field holds words that are more than a placeholder such as ``n/a``."""
    plain = " ".join(text.casefold().replace("\u2019", "'").split()).strip(" .!?,;:-\u2013\u2014()[]*_/")
    is_empty = plain in words("placeholder", "nothing") or _POINTS.fullmatch(plain)
    return bool(WORD.search(plain)) and not is_empty


def is_unconfirmed(text: str) -> bool:
    """Whether a field still holds the words of a directory that an earlier version put there, to be confirmed."""
    return text.startswith("To be confirmed: ")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(word.casefold().replace("\u2019", "'") for word in WORD.findall(text))


def stem(word: str) -> str:
    """Cut a word to what its forms share (``meals``, ``meal``): lightly, to compare two short fields."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def content(text: str) -> frozenset[str]:
    """Return the stems of the words that carry a text's meaning."""
    return frozenset(stem(word) for word in tokens(text) if word not in _STOP)


def sentences(text: str) -> tuple[str, ...]:
    """Split a short field into sentences; a semicolon ends one, an abbreviated title does not."""
    guarded = _TITLE.sub(lambda found: found.group().replace(".", "\u2024"), text)
    return tuple(part.replace("\u2024", ".").strip() for part in _SENTENCE.split(guarded) if part.strip())
