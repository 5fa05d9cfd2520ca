"""Finding services by words that may be misspelled."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hartcity.model import Service

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_EVERYDAY = frozenset(
    re.findall(
        r"\w+",
        "a an and any are as at be by can do for from get help how i if in is it me my need of on or our she he they "
        "the this to we who with you your",
    )
)
_ALIKE_FROM = 82.0
"""Similarity (0-100) from which a word counts as the same word misspelled; one slip in six letters gives 83."""

_SHORT = 3
_PREFIX_SCORE = 95.0


class SearchIndex:
    """The words of every service, with the weight of the place where they stand."""

    def __init__(self, services: Sequence[Service]) -> None:
        postings: dict[str, dict[int, float]] = defaultdict(dict)
        for place, service in enumerate(services):
            for weight, text in _weighted(service):
                for word in words(text):
                    known = postings[word].get(place, 0.0)
                    postings[word][place] = max(known, weight)
        self._postings = dict(postings)
        self._vocabulary = list(postings)

    def find(self, query: str) -> list[int]:
        """Return the places of the services that hold the query's words, best first.

        A service must hold at least half of the words that the directory knows. Equal scores keep the
        directory's order. A query without any searchable word finds nothing.
        """
        scores: dict[int, float] = defaultdict(float)
        held: dict[int, int] = defaultdict(int)
        known = 0
        for word in dict.fromkeys(words(query)):
            hits = self._hits(word)
            known += bool(hits)
            for place, score in hits.items():
                scores[place] += score
                held[place] += 1
        enough = [place for place in scores if 2 * held[place] >= known]
        return sorted(enough, key=lambda place: (-held[place], -round(scores[place], 6), place))

    def _hits(self, word: str) -> dict[int, float]:
        alike = {word: 100.0} if word in self._postings else {}
        if len(word) >= _SHORT:
            alike |= {known: _PREFIX_SCORE for known in self._vocabulary if known != word and known.startswith(word)}
        if len(word) > _SHORT and not alike:
            close = process.extract(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_ALIKE_FROM, limit=None)
            alike |= {known: score for known, score, _ in close if known[0] == word[0] or score > _PREFIX_SCORE - 5}
        hits: dict[int, float] = {}
        for known, score in alike.items():
            for place, weight in self._postings[known].items():
                hits[place] = max(hits.get(place, 0.0), score * weight)
        return hits


def words(text: str) -> Iterator[str]:
    """Yield the searchable words of ``text``, case folded, without everyday words."""
    for found in _WORD.finditer(text):
        word = found.group().casefold()
        if word not in _EVERYDAY:
            yield word


def _weighted(service: Service) -> Iterable[tuple[float, str]]:
    yield 4.0, service.name
    yield 3.0, service.organization
    yield 3.0, " ".join(service.needs)
    yield 2.0, " ".join(service.people)
    yield 2.0, " ".join(service.keywords)
    yield 1.5, " ".join(service.languages)
    yield 1.0, f"{service.description} {service.served}"
    yield 0.5, service.mission
