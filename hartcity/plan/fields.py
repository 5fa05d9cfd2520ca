"""The fields of a plan that hold sentences, each with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.model import ServicePlan


_OF_USER = ("needs", "strengths", "goals")
_OF_SERVICE = ("need", "benefit", "coordination", "finances", "eligibility", "barriers", "wait", "if_refused", "chosen")
_ENTRY = re.compile(r"\]$|\.need$")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


def is_listed(path: str, text: str) -> bool:
    """Whether a field is an entry of a list (or names one, as a service does with its need) and holds no sentence."""
    return _ENTRY.search(path) is not None and _SENTENCE_END.search(text) is None


def written_fields(plan: ServicePlan) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each field that a student writes sentences in, in the plan's order."""
    for name in _OF_USER:
        for index, line in enumerate(getattr(plan.service_user, name)):
            yield f"service_user.{name}[{index}]", line
    for index, line in enumerate(plan.consent.scope):
        yield f"consent.scope[{index}]", line
    yield "consent.purpose", plan.consent.purpose
    for index, service in enumerate(plan.services):
        for name in _OF_SERVICE:
            yield f"services[{index}].{name}", getattr(service, name)
    yield "coordination", plan.coordination
