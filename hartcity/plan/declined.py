"""Requests that a directory says a service declines ("Braces and implants"), compared with what a plan asks of it."""

from __future__ import annotations

import re

from hartcity.model import PlannedService, Service
from hartcity.plan.vocabulary import phrases, words
from hartcity.plan.wording import content, sentences


_OTHERS = re.compile(r"[,;]|\s(?:and|or)\s|\([^)]*\)")
_NEGATED = re.compile(r"\b(?:not|no|never|without|instead of|rather than)\b|n['\u2019]t\b", re.IGNORECASE)


def declined_request(planned: PlannedService, listed: Service) -> tuple[str, bool]:
    """Return what ``listed`` declines and ``planned`` asks for, in the directory's words, and whether that is certain.

    Empty where nothing is asked that is declined. Whom a service turns away is no request, and is read elsewhere. A
    single everyday word ("emergencies") that stands in a need may mean something else, and is not certain.
    """
    own = content(f"{listed.name} {listed.organization}")
    asked = [content(one) for one in _asked(planned)]
    for declined in listed.not_served:
        if phrases("eligibility", "people").match(declined):
            continue
        for part in filter(None, map(str.strip, _OTHERS.split(declined))):
            telling = content(part) - own - content(" ".join(words("eligibility", "plain_request")))
            if telling and any(telling <= one for one in asked):
                everyday = content(" ".join(words("eligibility", "everyday_request")))
                return declined, bool(telling - everyday)
    return "", False


def _asked(planned: PlannedService) -> list[str]:
    spoken = [one for text in (planned.need, planned.benefit) for one in sentences(text)]
    return [planned.service, *(one for one in spoken if not _NEGATED.search(one))]
