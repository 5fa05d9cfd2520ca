"""Whom a service turns away: what the directory says of it, else what its names give away."""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import Exclusions, PlannedService, Service
from hartcity.plan.eligibility import traits
from hartcity.plan.eligibility.exclusions import condition_in, exclusions_in
from hartcity.plan.vocabulary import phrases


def turned_away(listed: Service) -> Exclusions:
    """Return the directory's facts about a service, and what its words add to them or say in their place."""
    told = exclusions_in(listed.served, "; ".join(listed.not_served))
    if not replace(listed.exclusions, not_served=()).is_known:
        return replace(told, requires=_required(listed))
    return replace(listed.exclusions, requires=listed.exclusions.requires or _required(listed))


def _required(listed: Service) -> tuple[str, ...]:
    served, conditions = (exclusions_in(words).requires for words in (listed.served, listed.eligibility))
    if listed.minimum_age is not None or listed.maximum_age is not None:
        # Where ages are told in figures, a condition's word for an age is about some of them ("13 or older; teens may
        # come on their own").
        conditions = tuple(trait for trait in conditions if not (traits.is_age(trait) or traits.is_youth(trait)))
    return tuple(dict.fromkeys((*served, *conditions)))


def told_by_name(service: PlannedService) -> Exclusions:
    """Return what the names of a service and its organization give away about whom it is for."""
    name = f"{service.organization} {service.service}"
    return Exclusions(
        requires_minor_children=bool(phrases("eligibility", "family_name").search(name)),
        requires=traits.asked_for(name),
    )


def unread_condition(listed: Service) -> str:
    """Return that the directory asks for something in words that nothing here reads, so that the plan is asked."""
    condition = condition_in(listed.served)
    return f"the directory says “{condition}”, and the plan does not say that this fits" if condition else ""
