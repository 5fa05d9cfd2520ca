"""Asks considerately.

What: The main request leaves the reader a choice: a question, a condition, a wish; please with an order is half of
it.
Why: A request that leaves room is easier to say yes to, and an honest no helps as well.
Example: Would it be possible to hold a place until Friday?
Source: Danescu-Niculescu-Mizil et al. 2013 (arXiv 1306.6078): indirect requests are rated politer, orders less; the
assignment: diplomacy.
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document, Manner


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You ask in a way that leaves the reader a choice.",
        partly="There is a request, but it leaves little choice.",
        not_seen="No request that leaves the reader a choice was seen.",
        question="How could the reader say no, or suggest something else, without discomfort?",
    ),
)


def run(document: Document) -> CheckResult:
    """Weigh how the requests of the body are put."""
    asks = document.asks
    orders = [ask for ask in asks if ask.manner is Manner.ORDER]
    kind = [ask for ask in asks if ask.manner.leaves_a_choice]
    if not asks or len(orders) == len(asks):
        return _verdict(State.NOT_SEEN, [ask.span for ask in orders])
    pressing = any(ask.pressing for ask in asks) or any(sentence.reading.presses for sentence in document.body)
    if kind and not orders and not pressing:
        return _verdict(State.MET, [ask.span for ask in kind])
    return _verdict(State.PARTLY, [ask.span for ask in kind or asks])


EXAMPLES = ()
