"""Says that the service user consented.

What: The draft says that the person agreed to this contact or disclosure, in any words, spoken or written; a
promise for later is half of it.
Why: Consent to disclose comes before the first contact; the reader needs to know that you may speak.
Example: She went over this note with me and signed our release.
Source: National Organization for Human Services, Ethical Standards 2024, section on clients (informed consent,
privacy); 45 CFR 164.508 and 28 CFR 90.4 on written consent.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say that the person agreed to this contact.",
        partly="Consent is announced or assumed here, but not yet given.",
        not_seen="Nothing here says that the person agreed to this contact.",
        question="Has the person agreed that you write to this agency, and could the reader see that here?",
    ),
)


ACTS = (Act.CONSENT, Act.CONSENT_IN_DOUBT, Act.NO_CONSENT)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that show it; a consent that is announced or in doubt is half of one."""
    doubted = [shown.span for shown in document.showing(Act.CONSENT_IN_DOUBT) if shown.firm]
    given = [shown for shown in document.showing(Act.CONSENT) if shown.span not in doubted]
    if any(shown.firm for shown in given):
        return _verdict.weigh(given)
    denied = [shown.span for shown in document.showing(Act.NO_CONSENT) if shown.firm]
    if denied and not doubted:
        return _verdict(State.NOT_SEEN, denied, "Here you say that the person has not agreed yet.")
    return _verdict(State.PARTLY, doubted) if doubted else _verdict.weigh(given)


EXAMPLES = (
    Example("This letter goes to you with his consent, which he gave in writing.", State.MET),
    Example("Her consent covers only this request.", State.MET),
    Example("He said I could tell you about the eviction.", State.MET),
    Example("The family gave me the go-ahead to write to you.", State.MET),
    Example("Consent was given verbally on Thursday.", State.MET),
    Example("Both of them said yes to this contact and signed our form.", State.MET),
    Example("He initialed our disclosure sheet line by line.", State.MET),
    Example("It is with her express and written leave that I write.", State.MET),
    Example("She is on board with this email.", State.MET),
    Example("He knows that I am in touch with you.", State.MET),
    Example("She will sign a release on Friday.", State.PARTLY),
    Example("He is going to sign our consent form tomorrow.", State.PARTLY),
    Example("She agreed to see a counselor.", State.NOT_SEEN),
    Example("I assume she would agree.", State.PARTLY),
    Example("I have not asked for her consent.", State.NOT_SEEN),
    Example("Her landlord gave her permission to stay through June.", State.NOT_SEEN),
    Example("Her doctor approved the exercise program.", State.NOT_SEEN),
)
