"""Says that the service user consented.

What: The draft says that the person agreed to this contact or disclosure, in any words, spoken or written; a
promise for later is half of it.
Why: Consent to disclose comes before the first contact; the reader needs to know that you may speak.
Example: She went over this note with me and signed our release.
Source: National Organization for Human Services, Ethical Standards 2024, section on clients (informed consent,
privacy); 45 CFR 164.508 and 28 CFR 90.4 on written consent.
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult
from hartcity.text import Document, Role


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say that the person agreed to this contact.",
        partly="Consent is announced, but not yet given.",
        not_seen="Nothing here says that the person agreed to this contact.",
        question="Has the person agreed that you write to this agency, and could the reader see that here?",
    ),
)


def run(document: Document) -> CheckResult:
    """Weigh the words that show it."""
    return _verdict.weigh(document.evidence(Role.CONSENT))


EXAMPLES = ()
