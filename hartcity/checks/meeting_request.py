"""Asks for a meeting.

What: The draft asks for a meeting, call or visit with the writer; readiness to be reached is half of it, and
announcing a visit is none.
Why: The aim of the first message is a meeting at which services can start.
Example: Would you have twenty minutes to talk this through?
Source: The assignment's framing: establish a meeting to start services; casemanagementbasics.com on the referral
process.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You ask for a meeting, call or visit.",
        partly="You are ready to talk, but you do not quite ask for a meeting.",
        not_seen="No request for a meeting was seen.",
        question="How would you like to meet the reader?",
    ),
)


ACTS = (Act.ASK_MEETING,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it."""
    return _verdict.weigh(document.showing(*ACTS))


EXAMPLES = (
    Example("Would your schedule allow a short visit from us in the coming week?", State.MET),
    Example("Please choose a time to meet from these: Monday at 9 or Tuesday at 1.", State.MET),
    Example("Could she and I come in together on Thursday?", State.MET),
    Example("I would welcome the chance to visit your program.", State.MET),
    Example("Might you have half an hour on May 4 or May 6?", State.MET),
    Example("I could bring him to meet you on Monday at 9 or on Thursday at 3.", State.MET),
    Example("Would it be all right if I called you on Friday?", State.MET),
    Example("can we chat tmrw at 4", State.MET),
    Example("I want to make an appointment with you for talk about this case.", State.MET),
    Example("Is a short call possible on Monday, December 14 at 8:15 a.m.?", State.MET),
    Example("Might I trouble you for an appointment on January 14 or January 15?", State.MET),
    Example("Twenty minutes of your time is what I am after: Monday at 4 or Tuesday at noon.", State.MET),
    Example("He would like to visit his daughter.", State.NOT_SEEN),
    Example("The meeting with her landlord is on Friday.", State.NOT_SEEN),
    Example("I am free whenever.", State.NOT_SEEN),
    Example("Would you have an hour of child care for him on Monday?", State.NOT_SEEN),
    Example("If I called at a bad time last week, I am sorry.", State.NOT_SEEN),
    Example("She has a doctor's appointment on Monday at 10.", State.NOT_SEEN),
    Example("She would like a dental appointment.", State.NOT_SEEN),
    Example("Since our call on Monday I have found two more papers for you.", State.NOT_SEEN),
    Example("A visit on Monday at 9 showed me how she lives.", State.NOT_SEEN),
    Example("My teacher will give you a call on Thursday at 4.", State.NOT_SEEN),
    Example("I drive her to a meeting with her lawyer on May 4.", State.NOT_SEEN),
    Example("Could you see her this week?", State.NOT_SEEN),
)
