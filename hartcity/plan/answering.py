"""Whether a planned service answers a stated need: one reading for the check, the picture and its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hartcity.model import PlannedService, Service
from hartcity.plan.topics import alike, answering, naming, topics, wanted
from hartcity.plan.wording import says_something, tokens


_ONE_WORD, _TWO_WORDS = 1, 3
"""What shared words have to weigh more than; each weighs two, and one that only the benefit has weighs one."""


def answers(service: PlannedService, need: str) -> bool:
    """Whether a planned service is plainly about a stated need.

    Where both say what they are about, that decides, and no word that they happen to share. Where one of them does,
    a word that they share is beside the point more often than not, so it takes two. What a service would change tells
    of much beside it, and weighs half. A need that stands word for word beside the service is always meant.
    """
    return _is_for(service, need) or _may_change(service, need)


def _is_for(service: PlannedService, need: str) -> bool:
    own, stated = need.strip(" .").casefold(), service.need.strip(" .").casefold()
    if own == stated or (len(tokens(own)) > 1 and own in stated):
        return True
    asked, said = wanted(need), f"{service.need} {service.service}"
    offered = _offered(service)
    if asked and offered:
        return answering(asked, offered, wanted(service.need))
    if not asked and naming(need) and naming(need) <= naming(service.service):
        return True
    shared = 2 * len(naming(need) & naming(said)) + len(naming(need) & naming(service.benefit) - naming(said))
    return shared > (_TWO_WORDS if asked or offered else _ONE_WORD)


def _may_change(service: PlannedService, need: str) -> bool:
    """Whether what a service would change is told to be about a need, and nothing of the two tells of another thing."""
    return not (wanted(need) and _offered(service)) and _would_change(service, need)


def _would_change(service: PlannedService, need: str) -> bool:
    """Whether a service says that it would change something about what a need is about."""
    return bool(wanted(need) & topics(service.benefit))


def links(needs: Sequence[str], services: Sequence[PlannedService]) -> tuple[tuple[int, ...], ...]:
    """Return for each need the places of the services that it is for; none where no service can be meant.

    Where no service is plainly about a need, the first one that is about no other need is meant, unless both tell
    plainly of different things; else one that says that it would change something about it.
    """
    found = [
        [place for place, service in enumerate(services) if says_something(need) and _is_for(service, need)]
        for need in needs
    ]
    for need, places in zip(needs, found, strict=True):
        if not places and says_something(need):
            places.extend(place for place, service in enumerate(services) if _may_change(service, need))
    _link_the_rest(found, needs, services)
    return tuple(map(tuple, found))


def _link_the_rest(found: list[list[int]], needs: Sequence[str], services: Sequence[PlannedService]) -> None:
    """Link the needs that no service is plainly about, those first of which both sides tell something alike."""
    free = [place for place in range(len(services)) if not any(place in places for places in found)]
    for may_mean in (_is_like, _may_mean):
        for need, places in zip(needs, found, strict=True):
            meant = next((place for place in free if may_mean(services[place], need)), None)
            if not places and says_something(need) and meant is not None:
                places.append(meant)
                free.remove(meant)
    for need, places in zip(needs, found, strict=True):
        if not places and says_something(need):
            places.extend([place for place, service in enumerate(services) if _would_change(service, need)][:1])


def is_about_something_else(service: PlannedService, needs: Sequence[str], listed: Service | None) -> bool:
    """Whether a service is plainly for none of the stated needs, and not for the need that stands beside it either.

    What it is for is told by its name and by the directory's entry. Words that name no topic may well mean the same in
    a way that no list knows.
    """
    if not needs or not all(map(topics, needs)) or not _offered(_by_name(service)):
        return False
    return not any(_is_by_name_for(service, need, listed) for need in (service.need, *needs))


def is_for_another(service: PlannedService, others: Sequence[PlannedService], listed: Service | None) -> bool:
    """Whether the need beside a service is plainly what another one of the plan is for, and not what this one is."""
    need = service.need
    if not wanted(need) or not _offered(_by_name(service)) or _is_by_name_for(service, need, listed):
        return False
    return any(answers(_by_name(other), need) for other in others)


def _by_name(service: PlannedService) -> PlannedService:
    return replace(service, need="", benefit="")


def _is_by_name_for(service: PlannedService, need: str, listed: Service | None) -> bool:
    """Whether a service's name, or what the directory says that it offers, has to do with a need."""
    entry = (listed.name, *listed.needs, *listed.keywords) if listed else ()
    offered = ". ".join((service.service, service.organization, *entry))
    if answers(_by_name(service), need) or naming(need) & naming(offered):
        return True
    return alike(wanted(need), topics(offered))


def says_what_it_is_about(service: PlannedService) -> bool:
    """Whether the words of a service tell what it is about, so that it can be known to answer another need."""
    return bool(_offered(service))


def _may_mean(service: PlannedService, need: str) -> bool:
    """Whether a service may be for a need in words that no list knows; not where each tells of something else."""
    return not (wanted(need) and _offered(service)) or _is_like(service, need)


def _is_like(service: PlannedService, need: str) -> bool:
    asked = wanted(need)
    return bool(naming(need) & naming(service.service) or asked & topics(service.benefit)) or alike(
        asked, _offered(service)
    )


def _offered(service: PlannedService) -> frozenset[str]:
    return wanted(service.need) | (wanted(service.service) or topics(service.organization))
