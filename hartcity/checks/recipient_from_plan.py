"""Is written to an organization of the plan.

What: The draft is written to an organization that the service plan names: in the salutation, the address, the
subject, or by the service that it asks for.
Why: Part 2 continues Part 1; a message to somebody else leaves the plan behind.
Example: Dear Maple Street Clinic team, (and the plan names Maple Street Clinic)
Source: The assignment: an email to one of the organizations of Part 1.
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult, State
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
    plan = document.draft.plan
    if plan is None or not plan.services:
        return _verdict(State.NOT_APPLICABLE, (), "There is no service plan to compare with.")
    return _verdict(*reads_like_recipient(document, plan))


EXAMPLES = ()
