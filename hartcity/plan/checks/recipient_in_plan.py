"""Addresses the email to one of its organizations.

Why: the email asks for a service of the plan, so it goes to an organization that the plan names.

Example: "Intake, Harbor Wheels" is an address at Harbor Wheels Volunteer Drivers; "the city council" is not.

Source: Hart City assignment, Part 2: the email goes to one of the organizations of Part 1.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, ServicePlan, State
from hartcity.plan.example import COMPLETE, Example
from hartcity.plan.lookup import services_of
from hartcity.plan.setting import Setting
from hartcity.plan.wording import says_something


TITLE = "A reader from the plan"
COMES = 9
ID = "recipient_in_plan"


def check(plan: ServicePlan, _setting: Setting) -> CheckResult:
    """Compare the email's recipient with the plan's organizations, however they are spelled."""
    fields = ("email_recipient",)
    if not says_something(plan.email_recipient):
        reason, question = "The plan does not say yet who will read the email.", "Which organization will you write to?"
        return CheckResult(ID, State.NOT_SEEN, reason=reason, question=question, fields=fields)
    if services_of(plan, plan.email_recipient):
        return CheckResult(ID, State.MET, reason="The email goes to an organization of the plan.", fields=fields)
    reason = f"{plan.email_recipient.strip()} is not one of the plan's organizations."
    question = "Which of the plan's organizations should read the email?"
    return CheckResult(ID, State.NOT_SEEN, reason=reason, question=question, fields=fields)


EXAMPLES = (
    Example(State.MET, "an organization of the plan", COMPLETE),
    Example(State.MET, "a desk within it", replace(COMPLETE, email_recipient="Intake, Harbor Wheels")),
    Example(State.NOT_SEEN, "another organization", replace(COMPLETE, email_recipient="Hart City Council")),
    Example(State.NOT_SEEN, "nobody", replace(COMPLETE, email_recipient="")),
)
