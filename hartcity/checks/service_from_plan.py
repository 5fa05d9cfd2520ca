"""Asks for a service of the plan.

What: The service asked for is one that the service plan names for this organization.
Why: The plan and the message should speak of the same service, for the same need.
Example: The plan says physical therapy, and the message asks for therapy visits.
Source: The assignment: the email requests services of the plan's organization.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, PlannedService, ServicePlan, State
from hartcity.text import Document
from hartcity.text.planned import reads_like_service


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You ask for a service that your plan names.",
        partly="The service of your plan is touched, but not clearly asked for.",
        not_seen="The service asked for is not the one in your plan.",
        question="Which service of your plan do you ask for here?",
    ),
)


def run(document: Document) -> CheckResult:
    """Compare the services asked for with the plan."""
    return _verdict.by_plan(reads_like_service, document)


_PLAN = ServicePlan(
    services=(
        PlannedService(organization="Harbor Street Night Shelter", service="overnight bed", need="a place to sleep"),
        PlannedService(organization="Millbrook Legal Clinic", service="eviction defense", need="a hearing in May"),
    ),
    email_recipient="Harbor Street Night Shelter",
)
EXAMPLES = (
    Example("Dear Ms. Vale,\n\nCould your shelter hold a bed for a veteran tonight?", State.MET, plan=_PLAN),
    Example(
        "Dear Ms. Vale,\n\nI am writing to request an overnight bed for a man who works nights.", State.MET, plan=_PLAN
    ),
    Example("need a bed for my guy", State.MET, plan=_PLAN),
    Example("Dear Ms. Vale,\n\nI would like to refer a veteran for an emergency shelter bed.", State.MET, plan=_PLAN),
    Example("Dear Ms. Vale,\n\nHe is hoping that you have a bed for him this week.", State.MET, plan=_PLAN),
    Example("Dear Ms. Vale,\n\nWould you have room for one more cot?", State.MET, plan=_PLAN),
    Example(
        "Dear Ms. Vale,\n\nI write for a man who has told me about the overnight bed at your agency.\n\n"
        "Would you be able to take him in?",
        State.MET,
        plan=_PLAN,
    ),
    Example("Dear Ms. Vale,\n\nCould you help him with his eviction hearing?", State.PARTLY, plan=_PLAN),
    Example("Dear Ms. Vale,\n\nCould you help her with a SNAP application?", State.NOT_SEEN, plan=_PLAN),
    Example("Dear Ms. Vale,\n\nAny help would be appreciated.", State.NOT_SEEN, plan=_PLAN),
    Example(
        "Dear Ms. Vale,\n\n"
        "I am a case aide at Birch Hill Family Services, and I am writing to ask for a bed for a "
        "veteran. He works nights.",
        State.NOT_APPLICABLE,
    ),
)
