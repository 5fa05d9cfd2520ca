"""Asks considerately.

What: The main request leaves the reader a choice: a question, a condition, a wish; please with an order is half of
it, and so is a kind request beside an order. A courteous question that may be a request counts as one.
Why: A request that leaves room is easier to say yes to, and an honest no helps as well.
Example: Would it be possible to hold a place until Friday?
Source: Danescu-Niculescu-Mizil et al. 2013 (arXiv 1306.6078): indirect requests are rated politer, orders less; the
assignment: diplomacy.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Acts, Document


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You ask in a way that leaves the reader a choice.",
        partly="There is a request, but it leaves little choice.",
        not_seen="No request that leaves the reader a choice was seen.",
        question="How could the reader say no, or suggest something else, without discomfort?",
    ),
)


ACTS = (Act.ASK_SERVICE, Act.ASK_MEETING, Act.ASK_OTHER, Act.POLITE, Act.ORDER)
_ASKS = frozenset({Act.ASK_SERVICE, Act.ASK_MEETING})


def run(document: Document) -> CheckResult:
    """Weigh how the requests of the body are put."""
    asks = [
        (sentence.span, acts.seen)
        for sentence, acts in zip(document.body, document.acts, strict=True)
        if acts.seen & _ASKS or _may_ask_kindly(sentence.plain, acts)
    ]
    orders = [span for span, seen in asks if Act.ORDER in seen]
    kind = [span for span, seen in asks if Act.POLITE in seen and Act.ORDER not in seen]
    if kind and not orders:
        return _verdict(State.MET, kind)
    if kind or (asks and not orders):
        return _verdict(State.PARTLY, orders or [span for span, _ in asks])
    return _verdict(State.NOT_SEEN, orders)


def _may_ask_kindly(plain: str, acts: Acts) -> bool:
    """Whether a courteous question may ask for a service or a meeting, and asks for nothing else as far as is seen.

    "Might a guard be sent, or could we find another way?" leaves open which of the two it is, not that it asks.
    """
    both = acts.seen | acts.perhaps
    return plain.endswith("?") and Act.POLITE in acts.seen and not both.isdisjoint(_ASKS) and Act.ASK_OTHER not in both


EXAMPLES = (
    Example("If that is too soon, a later date is just as welcome; could we talk on Friday?", State.MET),
    Example("I'd be glad to learn if he could join the group.", State.MET),
    Example("I would like to ask for a ride for him.", State.MET),
    Example("Would it be possible to meet?", State.MET),
    Example("It would help us greatly if you could call.", State.MET),
    Example("Can we talk on Friday?", State.MET),
    Example("Might a crossing guard be sent, or could we find another way together?", State.MET),
    Example("Could you tell me which forms she needs?", State.NOT_SEEN),
    Example("Make room for her tonight.", State.NOT_SEEN),
    Example("I demand a call back.", State.NOT_SEEN),
    Example("You must give her a bed.", State.NOT_SEEN),
    Example("I need you to call me immediately.", State.NOT_SEEN),
    Example("Give him a place in the class.", State.NOT_SEEN),
    Example("I expect an answer by Friday.", State.NOT_SEEN),
)
