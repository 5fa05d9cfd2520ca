"""Asks for a service of the plan.

What: The service asked for is one that the service plan names for this organization.
Why: The plan and the message should speak of the same service, for the same need.
Example: The plan says physical therapy, and the message asks for therapy visits.
Source: The assignment: the email requests services of the plan's organization.
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document
from hartcity.text.planned import reads_like_service


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You ask for a service that your plan names.",
        partly="The service of your plan is touched, but not clearly asked for.",
        not_seen="The service asked for is not the one in your plan.",
        question="Does your plan name the service that you ask for here?",
    ),
)


def run(document: Document) -> CheckResult:
    """Compare the services asked for with the plan."""
    plan = document.draft.plan
    if plan is None or not plan.services:
        return _verdict(State.NOT_APPLICABLE, (), "There is no service plan to compare with.")
    return _verdict(*reads_like_service(document, plan))


EXAMPLES = ()
