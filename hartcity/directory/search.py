"""Finding services by what people say, in whole sentences or single words, also misspelled.

What a query asks for is heard first: the needs that its sayings name, and for whom (``synonyms``). A service counts by
how plainly it is about each need, and more if it is for such people. Words outside of sayings count by how telling
they are, in the directory and in English. Where a query names needs, only services about one of them are found, and
nothing where the directory has none; where it names none, its words and what they hint at must hold enough of it.
"""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from hartcity.directory.hearing import spoken
from hartcity.directory.mending import Mending
from hartcity.directory.query import Query, understood
from hartcity.directory.ranking import best_first
from hartcity.directory.service_words import ServiceWords
from hartcity.directory.synonyms import synonyms
from hartcity.directory.wording import stem, telling


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hartcity.directory.synonyms import Synonym
    from hartcity.model import Service

_NEED = 3.0
"""What a need counts, beside a word that tells most."""

_NAME = 6.0
"""What it counts that a service or its organization is called by all that was typed."""

_VERY_WORDS = 0.6
"""What it adds that a service is called by the very words in which a need was said; by others than its name, less."""

_LEAST = 0.3
"""What a service must hold at least of a need; less is chance."""

_ABOUT = 0.35
"""The share of the best service for a need from which on another is about it too."""

_PEOPLE = 0.6
"""By which share a service for the people of the query gains."""

_RESERVED = 0.8
"""What is left of a service that is made for people of whom the query does not speak."""

_HINTED = 2.0
"""What hints count where no need is said, beside words that a service holds."""

_ONE_HINT = 0.3
"""What a hint must tell at least."""

_PLAINLY_HINTED = 0.7
"""What hints must tell beside a need that was said."""

_ALSO_HINTED = 0.8
"""The share of the strongest hints from which on others count beside them."""

_ENOUGH = 0.2
"""The share of its telling words that a query without a need must find."""

_PLAIN = 0.05
"""What a word counts that says nothing by itself."""


class SearchIndex:
    """The words of every service, and what they mean for a query."""

    def __init__(self, services: Sequence[Service]) -> None:
        self._owners = [service.organization for service in services]
        self._words = ServiceWords(services)
        self._mending = Mending(self._words.known | spoken())

    def find(self, query: str) -> list[int]:
        """Return the places of the services that a query asks for, best first.

        A query without any telling word finds nothing, unless it is a name.
        """
        asked = understood(query, self._words.known, self._mending)
        needs = [self._need(synonym, said) for synonym, said in asked.needs.items()]
        if sum(map(bool, needs)) == 1:
            needs += self._hinted(asked, _PLAINLY_HINTED)
        people = [self._words.topic(synonym) for synonym in asked.people]
        scores = self._by_needs(asked, needs) or self._by_words(asked, people)
        self._nudge(scores, asked.plain)
        self._favor(scores, asked, people)
        named = self._words.named(" ".join(asked.said))
        for place, weight in named.items():
            scores[place] = scores.get(place, 0.0) + _NAME * weight
        return best_first(scores, [named, *needs], self._owners)

    def _need(self, synonym: Synonym, said: Iterable[str]) -> dict[int, float]:
        """Return the services that are about a need: by its topic, and by the very words in which it was said."""
        hits = dict(self._words.topic(synonym))
        others = self._words.called_any(synonym.unless)
        for words in said:
            for place, weight in self._words.called(words).items():
                if place not in others:
                    hits[place] = max(hits.get(place, 0.0), weight) + _VERY_WORDS * weight**3
        least = max(_LEAST, _ABOUT * max(hits.values(), default=0.0))
        return {place: weight for place, weight in hits.items() if weight >= least}

    def _by_needs(self, asked: Query, needs: Iterable[Mapping[int, float]]) -> dict[int, float]:
        """Return the services about any of the needs, the plainer the more."""
        scores: dict[int, float] = defaultdict(float)
        for hits in needs:
            best = max(hits.values(), default=1.0)
            for place, weight in hits.items():
                scores[place] += _NEED * weight * weight / best
        for word in asked.words:
            for place, weight in self._words.word(word).items():
                if place in scores:
                    scores[place] += self._telling(word) * weight
        return scores

    def _by_words(self, asked: Query, people: Sequence[Mapping[int, float]]) -> dict[int, float]:
        """Return the services that hold enough of what a query says or hints at.

        Where a need was said that the directory does not know, only plain hints at another one find anything.
        """
        scores: dict[int, float] = defaultdict(float)
        for hits in self._hinted(asked, _PLAINLY_HINTED if asked.needs else _ONE_HINT):
            for place, weight in hits.items():
                scores[place] += _HINTED * weight
        if not asked.needs:
            for made_for in people:
                for place, weight in made_for.items():
                    scores[place] += weight
            for word in asked.words:
                for place, weight in self._words.word(word).items():
                    scores[place] += self._telling(word) * weight
        least = _ENOUGH * (len(people) + sum(telling(word) for word in asked.words))
        return {place: score for place, score in scores.items() if score >= least}

    def _hinted(self, asked: Query, least: float) -> list[dict[int, float]]:
        """Return the services about each topic to which most of a query's words point, and at least so much of them."""
        strength = {
            synonym: sum(telling(word) for word in asked.words if stem(word) in synonym.hints)
            for synonym in synonyms()
            if synonym not in asked.needs
        }
        enough = max(least, _ALSO_HINTED * max(strength.values()))
        return [
            {place: min(1.0, hint) * weight for place, weight in self._words.topic(synonym).items()}
            for synonym, hint in strength.items()
            if hint >= enough
        ]

    def _nudge(self, scores: dict[int, float], plain: Iterable[str]) -> None:
        """Let words that say nothing by themselves decide between services that count alike."""
        for word in plain:
            for place, weight in self._words.word(word).items():
                if place in scores:
                    scores[place] += _PLAIN * telling(word) * weight

    def _favor(self, scores: dict[int, float], asked: Query, people: Iterable[Mapping[int, float]]) -> None:
        """Put forward what is for the people of the query, and put back what is reserved for others."""
        for hits in people:
            for place in hits.keys() & scores.keys():
                scores[place] *= 1 + _PEOPLE * min(1.0, hits[place])
        others = [
            self._words.called_any(one.reserved) for one in synonyms() if one.reserved and one not in asked.people
        ]
        for place in scores.keys() & frozenset().union(*others):
            scores[place] *= _RESERVED

    def _telling(self, word: str) -> float:
        """Return how much a word tells, in English and by how few services hold it."""
        number, holding = len(self._owners), len(self._words.word(word))
        return telling(word) * log(1 + number / holding) / log(1 + number) if holding else 0.0
