"""Asks for a meeting.

What: The draft asks for a meeting, call or visit with the writer; readiness to be reached is half of it, and
announcing a visit is none.
Why: The aim of the first message is a meeting at which services can start.
Example: Would you have twenty minutes to talk this through?
Source: The assignment's framing: establish a meeting to start services; casemanagementbasics.com on the referral
process.
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document, Wanted


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You ask for a meeting, call or visit.",
        partly="You are ready to talk, but you do not quite ask for a meeting.",
        not_seen="No request for a meeting was seen.",
        question="How would you like to meet the reader?",
    ),
)


def run(document: Document) -> CheckResult:
    """Weigh the requests of the body."""
    asks = [ask for ask in document.asks if ask.wanted is Wanted.MEETING]
    firm = [ask.span for ask in asks if ask.firm]
    if firm:
        return _verdict(State.MET, firm)
    hinted = [ask.span for ask in asks]
    return _verdict(State.PARTLY if hinted else State.NOT_SEEN, hinted)


EXAMPLES = ()
