"""Is written to an organization of the plan.

What: The draft is written to an organization that the service plan names: in the salutation, the address, the
subject, or by the service that it asks for.
Why: Part 2 continues Part 1; a message to somebody else leaves the plan behind.
Example: Dear Maple Street Clinic team, (and the plan names Maple Street Clinic)
Source: The assignment: an email to one of the organizations of Part 1.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, PlannedService, ServicePlan, State
from hartcity.text import Document
from hartcity.text.planned import reads_like_recipient


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="The message goes to an organization of your plan.",
        partly="It is not clear which organization of your plan this is for.",
        not_seen="The message seems to go to an organization that your plan does not name.",
        question="Which organization of your plan is this message for?",
    ),
)


def run(document: Document) -> CheckResult:
    """Compare the addressee and the service with the plan."""
    return _verdict.by_plan(reads_like_recipient, document)


_PLAN = ServicePlan(
    services=(
        PlannedService(organization="Harbor Street Night Shelter", service="overnight bed", need="a place to sleep"),
        PlannedService(organization="Millbrook Legal Clinic", service="eviction defense", need="a hearing in May"),
    ),
    email_recipient="Harbor Street Night Shelter",
)
EXAMPLES = (
    Example(
        "Dear Harbor Street team,\n\n"
        "I am a case aide at Birch Hill Family Services, and I am writing to ask for a bed for a "
        "veteran. He works nights.",
        State.MET,
        plan=_PLAN,
    ),
    Example("Dear Ms. Vale,\n\nCould your night shelter hold a bed for a veteran?", State.MET, plan=_PLAN),
    Example(
        "Harbor Street Night Shelter\n9 Pier Road\n\n"
        "Dear Ms. Vale:\n\n"
        "Could we meet at your office on Monday at 10 or Tuesday at 2? I will bring his papers, and I "
        "thank you for reading.",
        State.MET,
        plan=_PLAN,
    ),
    Example(
        "Dear Ms. Vale,\n\nI write because Harbor Street Night Shelter has been kind to our clients.",
        State.MET,
        plan=_PLAN,
    ),
    Example("Dear Mr. Poe,\n\nWould one of your lawyers take an eviction case?", State.MET, plan=_PLAN),
    Example(
        "Dear Mr. Poe,\n\n"
        "Could we meet at your office on Monday at 10 or Tuesday at 2? I will bring his papers, and I "
        "thank you for reading.",
        State.MET,
        plan=_PLAN,
        subject="Millbrook Legal Clinic: a question",
    ),
    Example("Dear Ms. Vale,\n\nI hope you are well.", State.PARTLY, plan=_PLAN),
    Example(
        "Dear Green Door Dental Clinic team,\n\nCould you see a man with tooth pain for a dental visit?",
        State.NOT_SEEN,
        plan=_PLAN,
    ),
    Example(
        "Dear Ms. Vale,\n\nCould your drivers give a man a ride to his dental appointment?", State.NOT_SEEN, plan=_PLAN
    ),
    Example(
        "Dear Ms. Vale,\n\n"
        "I am a case aide at Birch Hill Family Services, and I am writing to ask for a bed for a "
        "veteran. He works nights.",
        State.NOT_APPLICABLE,
    ),
)
