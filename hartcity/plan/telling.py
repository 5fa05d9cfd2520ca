"""What a field says about this person, beyond praise, the agency's description of itself and the person's name."""

from __future__ import annotations

from hartcity.model import PlannedService
from hartcity.plan.vocabulary import pattern, phrases
from hartcity.plan.wording import content, sentences


def telling(text: str, service: PlannedService, alias: str) -> frozenset[str]:
    """Return the stems of the words in ``text`` that could not be said of anybody and of any service."""
    return content(phrases("benefit", "empty").sub(" ", _of_the_person(text, service, alias))) - content(alias)


def _of_the_person(text: str, service: PlannedService, alias: str) -> str:
    """Return a text without the sentences that only describe the agency."""
    called = tuple(filter(None, (alias.strip(" ."),)))
    agency = pattern(tuple(filter(None, (service.organization, " ".join(service.organization.split()[:1])))))
    return " ".join(
        sentence
        for sentence in sentences(text)
        if not (phrases("benefit", "about_the_agency").match(sentence) or agency.match(sentence))
        or phrases("benefit", "names_somebody").search(sentence)
        or pattern(called).search(sentence)
    )
