"""Has start and review dates that exist and follow each other.

Why: without a day a plan does not start, and without a review nobody learns whether it works.

Example: start 2026-03-09, review 2026-04-06. February 30 is no day, and a review before the start reviews nothing.

Source: NASW Standards for Social Work Case Management (2013), standard 6: implementation and monitoring.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, ServicePlan, State
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_rides, with_services
from hartcity.plan.services import Placed, Seen, planned, summed_up
from hartcity.plan.setting import Setting, day
from hartcity.plan.wording import says_something


TITLE = "Start and review dates"
COMES = 7


def check(plan: ServicePlan, _setting: Setting) -> CheckResult:
    """Read both dates of each service."""
    return summed_up(
        "dates_in_order",
        (_seen(one) for one in planned(plan)),
        good="Each service has a start and, after it, a review.",
        nothing="There is no service to date yet.",
        ask="When could the first service start?",
    )


def _seen(one: Placed) -> Seen:
    start, review = day(one.service.start), day(one.service.review)
    for field, words, read in (("start", one.service.start, start), ("review", one.service.review, review)):
        if says_something(words) and read is None:
            reason = f"The {field} date of “{one.name}” is no day of the calendar."
            return Seen(one.path(field), State.PARTLY, reason, "Which day is meant (year-month-day)?")
    if start is None and review is None:
        question = "When does it start, and when will you look at how it goes?"
        return Seen(one.path("start"), State.NOT_SEEN, f"“{one.name}” has no dates yet.", question)
    if start is None:
        return Seen(one.path("start"), State.PARTLY, f"“{one.name}” has no start date yet.", "When does it start?")
    if review is None:
        question = "When will you look at how it goes?"
        return Seen(one.path("review"), State.PARTLY, f"“{one.name}” has no review date yet.", question)
    if review <= start:
        reason = f"The review of “{one.name}” does not come after its start."
        return Seen(one.path("review"), State.PARTLY, reason, "Which of the two days is meant otherwise?")
    return Seen(one.path("review"), State.MET)


EXAMPLES = (
    Example(State.MET, "start, then review", COMPLETE),
    Example(State.PARTLY, "review before start", with_rides(review="2026-03-01")),
    Example(State.PARTLY, "a day that does not exist", with_rides(start="2026-02-30")),
    Example(State.PARTLY, "no review", with_rides(review="")),
    Example(
        State.NOT_SEEN,
        "no dates",
        with_services(replace(RIDES, start="", review=""), replace(LUNCHES, start="", review="")),
    ),
)
