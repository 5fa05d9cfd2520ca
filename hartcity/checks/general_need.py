"""States the service user's need in general terms.

What: The draft says what the person needs or what has happened, in general words.
Why: The reader can only decide whether this is their work when they know the need.
Example: A father of two has been without steady work since the plant closed.
Source: The assignment: the message introduces the general needs of the service user; NASW Standards for Social Work
Case Management 2013, standards on assessment and planning.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say what the person needs.",
        partly="A need can be guessed, but it is not said.",
        not_seen="The person's need was not seen.",
        question="What does the person need, in one plain sentence?",
    ),
)


ACTS = (Act.NEED,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("He has nowhere to sleep after Friday.", State.MET),
    Example("The nearest clinic is two bus rides away, and she cannot sit that long.", State.MET),
    Example("Since her husband died she hardly leaves the house.", State.MET),
    Example("She needs a safe place to sleep.", State.MET),
    Example("They are behind on the rent.", State.MET),
    Example("She is struggling to feed three children on one wage.", State.MET),
    Example("We toured your building in May.", State.NOT_SEEN),
    Example("I enjoyed your talk at the fair.", State.NOT_SEEN),
    Example("She is a wonderful person.", State.NOT_SEEN),
    Example("They could benefit from some support of some kind.", State.NOT_SEEN),
    Example("I hope this email finds you well.", State.NOT_SEEN),
)
