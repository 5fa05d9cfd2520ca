"""Thanks the reader.

What: The draft thanks the reader for their time, work or thought, in any words; a bare "Thank you," as the closing
or "I would be grateful if" is half of it.
Why: Thanks is the strongest single sign of politeness that was measured in written requests.
Example: I appreciate the time you are giving to this.
Source: Danescu-Niculescu-Mizil et al. 2013, A computational approach to politeness (arXiv 1306.6078): gratitude
weighs most of the strategies.
"""

from __future__ import annotations

import re

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document, Part, Shown


_THANKS = re.compile(r"\b(?:thank|thanks|gratitude|gratefully|appreciation)\b", re.IGNORECASE)
_THANKS_FOR = " for "

_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You thank the reader.",
        partly="There is a polite formula, but no thanks of its own.",
        not_seen="No thanks to the reader was seen.",
        question="What has the reader already given, or is about to give, that you could thank them for?",
    ),
)


ACTS = (Act.THANKS,)


def run(document: Document) -> CheckResult:
    """Weigh the sentences that thank, and a closing that does."""
    closing = [
        Shown(span, firm=_THANKS_FOR in span.of(document.plain))
        for span in document.part(Part.CLOSING)
        if _THANKS.search(span.of(document.plain))
    ]
    return _verdict.weigh((*document.showing(*ACTS), *closing))


EXAMPLES = (
    Example("Your time is a gift, and I do not take it lightly; thank you.", State.MET),
    Example("It means a lot to us that you read this.", State.MET),
    Example("Thanks so much for reading this.", State.MET),
    Example("I am in your debt for this.", State.MET),
    Example("I want to thank your staff for their patience.", State.MET),
    Example("Thank u for ur help last month!", State.MET),
    Example("Any help would be greatly appreciated.", State.MET),
    Example("Thanks to the food bank, she ate last night.", State.NOT_SEEN),
    Example("No thanks to your office, we found a bed.", State.NOT_SEEN),
    Example("He is looking for work.", State.NOT_SEEN),
    Example("I hope this finds you well.", State.NOT_SEEN),
    Example("Thank goodness the storm passed.", State.NOT_SEEN),
    Example("Please give this your attention.", State.NOT_SEEN),
)
