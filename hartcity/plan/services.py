"""What a check over every service of a plan has in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hartcity.model import CheckResult, PlannedService, ServicePlan, State
from hartcity.plan.wording import says_something


class Placed(NamedTuple):
    """A service with its place in the plan, counted from 0."""

    number: int
    service: PlannedService

    def path(self, field: str) -> str:
        """Return the path of one of its fields (``services[1].benefit``)."""
        return f"services[{self.number}].{field}"

    @property
    def name(self) -> str:
        """How the service is called when a question is asked about it."""
        return self.service.service.strip() or self.service.organization.strip() or f"service {self.number + 1}"


class Seen(NamedTuple):
    """What a check saw at one field: how far it is there, and when it is not, what was seen and what to ask."""

    path: str
    state: State
    reason: str = ""
    question: str = ""


def planned(plan: ServicePlan) -> tuple[Placed, ...]:
    """Return the services that say what is planned or with whom; a row left blank is no service yet."""
    return tuple(
        Placed(index, service)
        for index, service in enumerate(plan.services)
        if says_something(service.organization) or says_something(service.service)
    )


def summed_up(check: str, seen: Iterable[Seen], *, good: str, nothing: str, ask: str) -> CheckResult:
    """Fold what was seen at each service into one result.

    ``good`` is the reason when all is there; ``nothing`` and ``ask`` are the reason and the question when there is no
    service to look at.
    """
    looked_at = tuple(seen)
    missing = tuple(one for one in looked_at if one.state is not State.MET)
    if not looked_at:
        return CheckResult(check, State.NOT_SEEN, reason=nothing, question=ask, fields=("services",))
    if not missing:
        return CheckResult(check, State.MET, reason=good, fields=tuple(one.path for one in looked_at))
    state = State.NOT_SEEN if all(one.state is State.NOT_SEEN for one in looked_at) else State.PARTLY
    first = missing[0]
    others = len(missing) - 1
    more = f" {others} more {'service has' if others == 1 else 'services have'} an open question too." if others else ""
    return CheckResult(
        check, state, reason=first.reason + more, question=first.question, fields=tuple(one.path for one in missing)
    )
