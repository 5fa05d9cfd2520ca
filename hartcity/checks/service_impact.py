"""Says what the service would make possible.

What: The draft says what would change for the person with the service: what it would let them do, keep or reach.
Why: The reader sees what their yes is good for; the person stays the one who acts.
Example: A ride twice a week would let him keep the treatment that keeps him well.
Source: Hashtag Nonprofit, Highlighting strengths (aspiration, obstacle, how help removes it); Nonprofit Quarterly
2014, Five ways to empower storytellers.
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult
from hartcity.text import Document, Role


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You say what the service would make possible.",
        partly="There is an outcome, but not what the service would change.",
        not_seen="What the service would make possible was not seen.",
        question="What could the person do, keep or reach with this service?",
    ),
)


def run(document: Document) -> CheckResult:
    """Weigh the words that show it."""
    return _verdict.weigh(document.evidence(Role.IMPACT))


EXAMPLES = ()
