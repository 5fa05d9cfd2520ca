"""Where words and phrases stand in the services of a directory, and how much each place counts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hartcity.directory.wording import is_plain, stem, tokens
from hartcity.text.frequency import is_known


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hartcity.directory.synonyms import Synonym
    from hartcity.model import Service

_NAME, _KEYWORD, _ORGANIZATION, _NEED, _PEOPLE, _LANGUAGE, _DESCRIPTION, _MISSION = (
    1,
    0.8,
    0.75,
    0.7,
    0.6,
    0.5,
    0.4,
    0.2,
)
"""What each place counts."""

_SHORTEST_BEGINNING = 4
_BEGINNING = 0.8
"""What a word counts of which only the beginning was typed."""

_APART = 0.5
"""What a phrase counts whose words stand in a service itself, but not beside each other."""

_LONGER = 0.15
"""How much more each further word of a phrase tells."""

_COMES_NEAR = 0.5
"""What the words count that only come near a topic, beside those that mean it."""

_AND_MORE = 0.05
_MOST_MORE = 4
"""Each further phrase of a topic that a service holds adds a little, up to so many."""


class ServiceWords:
    """The words of every service; services are named by their places in the directory, weights are about 0 to 1."""

    def __init__(self, services: Sequence[Service]) -> None:
        known: set[str] = set()
        written: dict[str, str] = {}
        for text in {text for service in services for _, text in _weighted(service)}:
            said = tokens(text)
            known.update(said)
            written[text] = _joined(said)
        self.known = frozenset(known)
        self._fields = [tuple((weight, written[text]) for weight, text in _weighted(each)) for each in services]
        self._postings: dict[str, dict[int, float]] = {}
        for place, fields in enumerate(self._fields):
            for weight, words in fields:
                for word in words.split():
                    places = self._postings.setdefault(word, {})
                    places[place] = max(places.get(place, 0.0), weight)
        self._topics: dict[Synonym, Mapping[int, float]] = {}
        self._called: dict[tuple[str, ...], frozenset[int]] = {}

    def word(self, word: str) -> Mapping[int, float]:
        """Return how much a word counts in each service that holds it; what is no word may be the beginning of one."""
        exact = self._postings.get(stem(word))
        if exact is not None or len(word) < _SHORTEST_BEGINNING or is_known(word):
            return exact or {}
        hits: dict[int, float] = {}
        for longer, places in self._postings.items():
            if longer.startswith(word):
                for place, weight in places.items():
                    hits[place] = max(hits.get(place, 0.0), _BEGINNING * weight)
        return hits

    def called(self, words: str, least: float = _PEOPLE) -> Mapping[int, float]:
        """Return how much words count that stand side by side in what a service is called or counted among."""
        return {place: weight for place, weight in self._phrase(words, together=True).items() if weight >= least}

    def named(self, words: str) -> Mapping[int, float]:
        """Return how much words count that stand side by side in a name of a service or its organization."""
        return self.called(words, _ORGANIZATION)

    def topic(self, synonym: Synonym) -> Mapping[int, float]:
        """Return how much each service is about a topic, by the phrases that mean it or come near it."""
        if synonym not in self._topics:
            best: dict[int, float] = {}
            number: dict[int, int] = defaultdict(int)
            for share, phrases in ((1.0, synonym.means), (_COMES_NEAR, synonym.also)):
                for phrase in phrases:
                    for place, weight in self._phrase(phrase).items():
                        best[place] = max(best.get(place, 0.0), share * weight)
                        number[place] += 1
            others = self.called_any(synonym.unless)
            self._topics[synonym] = {
                place: weight * (1 + _AND_MORE * min(_MOST_MORE, number[place] - 1))
                for place, weight in best.items()
                if place not in others
            }
        return self._topics[synonym]

    def called_any(self, phrases: tuple[str, ...]) -> frozenset[int]:
        """Return the services that are called by one of the phrases of a topic, or counted among them."""
        if phrases not in self._called:
            self._called[phrases] = frozenset(place for phrase in phrases for place in self.called(phrase))
        return self._called[phrases]

    def _phrase(self, phrase: str, *, together: bool = False) -> Mapping[int, float]:
        """Return how much a phrase counts in each service that holds all its words; ``together``: side by side."""
        said = tokens(phrase)
        telling = [word for word in said if not is_plain(word)]
        may_part = len({stem(word) for word in telling}) > 1 and not together
        each = [self._postings.get(stem(word), {}) for word in (telling if may_part else said)]
        if not each:
            return {}
        words, longer = _joined(said), 1 + _LONGER * max(0, len(telling) - 1)
        hits: dict[int, float] = {}
        for place in set.intersection(*(set(places) for places in each)):
            beside = max((weight for weight, field in self._fields[place] if words in field), default=0.0)
            weakest = min(places[place] for places in each)
            apart = _APART * weakest if may_part and weakest >= _DESCRIPTION else 0.0
            if beside or apart:
                hits[place] = longer * max(beside, apart)
        return hits


def _joined(said: Iterable[str]) -> str:
    return " ".join(("", *(stem(word) for word in said), ""))


def _weighted(service: Service) -> Iterator[tuple[float, str]]:
    yield _NAME, service.name
    yield _ORGANIZATION, service.organization
    for weight, texts in ((_NEED, service.needs), (_KEYWORD, service.keywords), (_PEOPLE, service.people)):
        for text in texts:
            yield weight, text
    yield _LANGUAGE, " , ".join(service.languages)
    yield _DESCRIPTION, service.served
    yield _DESCRIPTION, service.description
    yield _MISSION, service.mission
