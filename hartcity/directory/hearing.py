"""Which topics a query speaks of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hartcity.directory.synonyms import PASSING, Synonym, passing, synonyms
from hartcity.directory.wording import ages, classes, is_plain
from hartcity.rules.phrases import PhraseIndex


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.phrases import Place


_CLASS = re.compile(r"@(\w+)")


class Heard(NamedTuple):
    """A topic that a query speaks of, with the numbers of the tokens that say so, without those in between."""

    synonym: Synonym
    named: frozenset[int]


class Saying(NamedTuple):
    """A phrase of the phrase language, its classes written out, and the topic that it speaks of."""

    phrase: str
    synonym: Synonym


def hear(said: Sequence[str]) -> list[Heard]:
    """Return the topics that tokens speak of, in the order in which they begin; those of an age come first.

    The longest words win: who says "food stamps" speaks of no food. Needs and people are heard side by side.
    """
    found = {
        Heard(sayings()[place.entry].synonym, frozenset(_named(said, place))) for place in sayings_index().places(said)
    }
    small = frozenset(at for at, token in enumerate(said) if is_plain(token))
    kept = [one for one in found if not any(_hides(other, one, small) for other in found)]
    told = set(ages(said))
    kept += [
        Heard(synonym, frozenset())
        for synonym in synonyms()
        if synonym.ages and any(min(synonym.ages) <= age <= max(synonym.ages) for age in told)
    ]
    return sorted(kept, key=lambda one: (min(one.named, default=-1), one.synonym.topic, sorted(one.named)))


@cache
def sayings() -> tuple[Saying, ...]:
    """Return all that people say, by the numbers of the index."""
    return tuple(
        Saying(_CLASS.sub(lambda found: classes()[found[1]], phrase), synonym)
        for synonym in (*synonyms(), *passing())
        for phrase in synonym.said
    )


@cache
def sayings_index() -> PhraseIndex:
    """Return the index that finds sayings among tokens."""
    index = PhraseIndex()
    for saying in sayings():
        index.add(saying.phrase, saying.synonym.topic)
    return index


@cache
def spoken() -> frozenset[str]:
    """Return the words that stand in what people say, for typed words that nearly are one of them."""
    return sayings_index().words


def _named(said: Sequence[str], place: Place) -> Iterator[int]:
    """Yield the numbers of the tokens that a saying names: the first, the last, and what lies between, without gaps."""
    words = _words(place.entry)
    return (at for at in range(place.start, place.end) if at in (place.start, place.end - 1) or said[at] in words)


def _hides(other: Heard, one: Heard, small: frozenset[int]) -> bool:
    """Whether a topic is not meant, as its words are some of another's, or shared with what is said in passing.

    ``small`` numbers the words that say nothing by themselves, which nobody minds sharing.
    """
    if other.synonym.kind == PASSING != one.synonym.kind:
        return not (other.named & one.named) <= small and not other.named <= one.named
    return other.synonym.kind == one.synonym.kind and one.named < other.named


@cache
def _words(entry: int) -> frozenset[str]:
    """Return the words that one saying names."""
    alone = PhraseIndex()
    alone.add(sayings()[entry].phrase)
    return alone.words
