"""What findings say of the evidence that checks rest on, which see sentences and not what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from hartcity.model import CheckResult, Family, Finding, Span, State
from hartcity.text import Document


_ORDERS = frozenset({"demand.you_need_to", "demand.had_better", "demand.ultimatum"})
"""The rules that hear for certain that the reader is left no choice."""

_LONGEST_NAME = 6
"""So many words tell who somebody is; what is longer tells what happened too."""

_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half)"
)
_AGE = re.compile(
    rf"\b(?:is|was|aged?|turn(?:s|ed|ing)?)\s(?:about\s)?{_NUMBER}(?:[-\s]{_NUMBER})?(?:[-\s]years?[-\s]old)?(?=\s(?:and|on|in|but|who)\b|[,.;!?]|$)"
    rf"|\b{_NUMBER}(?:[-\s]{_NUMBER})?[-\s]years?[-\s](?:old|of\sage)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    rf"\b{_NUMBER}\b|\b(?:once|twice|since|ago|every|daily|weekly|monthly|yearly|nightly|first|second|third"
    r"|(?:minute|hour|day|night|week|weekend|month|season|year)s?|today|tonight|yesterday|tomorrow"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|spring|summer|autumn|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def with_findings(
    document: Document, results: Mapping[str, CheckResult], findings: Sequence[Finding]
) -> dict[str, CheckResult]:
    """Return the checks' results with those of two checks put right by what was found in the words they rest on."""
    judges: dict[str, _Judge] = {"concrete_fact": _fact, "considerate_ask": _ask}
    return {
        name: judges[name](document, result, findings) if name in judges and result.state is State.MET else result
        for name, result in results.items()
    }


_Judge = Callable[[Document, CheckResult, Sequence[Finding]], CheckResult]


def _fact(document: Document, result: CheckResult, findings: Sequence[Finding]) -> CheckResult:
    """Return half a fact where all that is told says who somebody is: an address, a birth date, a name, an age."""
    named = [one.span for one in findings if one.family is Family.IDENTIFIER and len(one.text.split()) <= _LONGEST_NAME]
    if any(_has_fact(document.plain, span, named) for span in result.spans):
        return result
    return replace(
        result,
        state=State.PARTLY,
        reason="The facts that were seen tell who the person is.",
        question="Which number, date or length of time would help the reader, without saying who the person is?",
    )


def _has_fact(plain: str, sentence: Span, named: Sequence[Span]) -> bool:
    """Whether a sentence that the reader takes for a fact tells more than who somebody is."""
    inside = [span for span in named if span.overlaps(sentence)]
    if not inside:
        return True
    rest, place = "", sentence.start
    for span in sorted(inside):
        rest += f"{plain[place : max(place, span.start)]} "
        place = max(place, span.end)
    return _FIGURE.search(_AGE.sub(" ", rest + plain[place : sentence.end])) is not None


def _ask(document: Document, result: CheckResult, findings: Sequence[Finding]) -> CheckResult:
    """Return half a considerate request where another sentence of the body orders the reader to do something."""
    body = [sentence.span for sentence in document.body]
    ordered = [one.span for one in findings if one.check in _ORDERS and any(s.holds(one.span) for s in body)]
    if not ordered:
        return result
    return replace(
        result,
        state=State.PARTLY,
        spans=tuple(ordered),
        reason="You ask considerately, and in another place you leave the reader no choice.",
        question="How could the reader say no, or suggest something else, without discomfort?",
    )
