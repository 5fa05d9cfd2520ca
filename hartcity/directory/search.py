"""Finding services by words that may be misspelled."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from hartcity.directory.synonyms import spoken, synonyms


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hartcity.model import Service

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_EVERYDAY = frozenset(
    spelled
    for word in (
        "a about all am an and any anyone are as at be because but by can can't cannot could did do does doesn't "
        "don't for from get gets getting give go got had has have he help her him his how i i'm if in is isn't it "
        "it's just know lot make me month much my need needs no not of on or our out please she so some somebody "
        "someone something somewhere than that the their them there they this to too us very want wants was we "
        "week what what's when where which who why will with without won't would you your "
        "i've he's she's aren't wasn't where's couldn't didn't hasn't haven't"
    ).split()
    for spelled in (word, word.replace("'", ""))
)
_BESIDE_OTHERS = frozenset(
    (
        "afford anymore anyone anything around bad became become been before being best better "
        "cheap close day days down else even ever every everyone everything feel feeling "
        "feels few find finding folks going gonna gotta here into keep kind "
        "kinda last let like little looking more most never nearby near nobody now off okay one only over own "
        "people person please program programs put really right same see service services so soon start "
        "still stuff sure take tell than thing things think today tomorrow tonight took trying until up use "
        "wanna wants way well worse year years yes yet"
    ).split()
)
"""Words that say what is sought only where nothing else does: a service called "Feel Better" is found by its name."""

_PLAIN = _EVERYDAY | _BESIDE_OTHERS

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
        self._said = sorted({*self._vocabulary, *spoken()})

    def find(self, query: str) -> list[int]:
        """Return the places of the services that hold the query's words, best first.

        A service must hold at least half of the words that the directory knows. Equal scores keep the
        directory's order. A query without any searchable word finds nothing.
        """
        scores: dict[int, float] = defaultdict(float)
        held: dict[int, int] = defaultdict(int)
        known = 0
        for hits in self._parts(query):
            known += bool(hits)
            for place, score in hits.items():
                scores[place] += score
                held[place] += 1
        enough = [place for place in scores if 2 * held[place] >= known]
        return sorted(enough, key=lambda place: (-held[place], -round(scores[place], 6), place))

    def _parts(self, query: str) -> Iterator[dict[int, float]]:
        """Yield the scores for each part of a query: what people commonly say for something, then each other word."""
        plain, covered = self._spelled(query.replace("\u2019", "'")), set[str]()
        for synonym in synonyms():
            said = [found.group() for found in synonym.said.finditer(plain)]
            if not said:
                continue
            hits: dict[int, float] = {}
            own = {word for one in said for word in words(one)}
            for meant in (*synonym.means, *dict.fromkeys(said)):
                for place, score in self._all_of(meant).items():
                    hits[place] = max(hits.get(place, 0.0), score)
            covered |= own
            yield hits
        others = [word for word in dict.fromkeys(words(plain)) if word not in covered]
        telling = [word for word in others if word not in _BESIDE_OTHERS]
        for word in telling if telling or covered else others:
            yield self._hits(word)

    def _spelled(self, query: str) -> str:
        """Return the query with slips mended in words that neither the directory nor everyday speech knows."""

        def mended(found: re.Match[str]) -> str:
            word = found.group().casefold()
            is_known = word in _PLAIN or word in self._postings
            if is_known or len(word) <= _SHORT + 1 or any(one.said.search(word) for one in synonyms()):
                return found.group()
            close = process.extractOne(word, self._said, scorer=fuzz.ratio, score_cutoff=_ALIKE_FROM)
            return close[0] if close and close[0][0] == word[0] else found.group()

        return _WORD.sub(mended, query)

    def _all_of(self, phrase: str) -> dict[int, float]:
        """Return the scores of the services that hold every word of a phrase; of two, the longer phrase tells more."""
        each = [self._hits(word) for word in words(phrase)]
        if not each:
            return {}
        shared = set.intersection(*(set(hits) for hits in each))
        return {place: sum(hits[place] for hits in each) for place in shared}

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
        word = found.group().casefold().replace("\u2019", "'")
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
