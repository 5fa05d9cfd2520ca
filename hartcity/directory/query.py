"""What somebody who searches a directory has said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.directory.hearing import hear, spoken
from hartcity.directory.synonyms import NEED, PEOPLE
from hartcity.directory.wording import is_plain, tokens
from hartcity.text.frequency import is_known


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hartcity.directory.mending import Mending
    from hartcity.directory.synonyms import Synonym


_MOST = 200
"""How many words and marks of a query are read; who pastes more has said by then what it is about."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood.

    ``needs`` are the topics heard in it, each with the wordings that speak of it, and ``people`` those of whom it
    speaks; ``said`` gives the tokens themselves. ``words`` are those outside of topics that may tell something,
    ``plain`` those that say nothing by themselves.
    """

    said: tuple[str, ...]
    needs: Mapping[Synonym, tuple[str, ...]]
    people: tuple[Synonym, ...]
    words: tuple[str, ...]
    plain: tuple[str, ...]


def understood(query: str, known: Collection[str], mending: Mending) -> Query:
    """Return what a query says; slips are mended in words that neither the directory's, sayings nor English know."""
    said: list[str] = []
    for token in tokens(query)[:_MOST]:
        is_right = token in known or token in spoken() or is_plain(token) or is_known(token)
        said += (token,) if is_right else mending.mended(token)
    heard = hear(said)
    narrowed = {topic for one in heard for topic in one.synonym.rather_than}
    needs: dict[Synonym, tuple[str, ...]] = {}
    for one in heard:
        if one.synonym.kind == NEED and one.synonym.topic not in narrowed:
            wording = " ".join(said[min(one.named) : max(one.named) + 1])
            needs[one.synonym] = (*needs.get(one.synonym, ()), wording)
    covered = {at for one in heard for at in one.named}
    others = list(dict.fromkeys(word for at, word in enumerate(said) if at not in covered and word[0].isalpha()))
    return Query(
        tuple(said),
        needs,
        tuple(dict.fromkeys(one.synonym for one in heard if one.synonym.kind == PEOPLE)),
        tuple(word for word in others if not is_plain(word)),
        tuple(word for word in others if is_plain(word)),
    )
