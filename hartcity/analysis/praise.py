"""What a draft does well, in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hartcity.assignment import Assignment
from hartcity.model import Finding, Report, Span, State
from hartcity.text.praise import harm, praised_sentences


STRENGTHS = 3
"""So many strengths are told at once."""


def praise(
    report: Report, asked: Assignment, sentences: Sequence[Span], set_aside: Sequence[Finding] = ()
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the checks that are met, what serves the service user first, each with the sentences that show it.

    A sentence that bears harmful words is never among them; a check that has no other is left out.
    ``set_aside`` are findings that the student is told no more, which are no reason to praise their words.
    """
    results = {result.check: result for result in report.checks}
    harmful = harm((*report.findings, *set_aside))
    for check in reversed([check for stage in asked.stages for check in stage.checks]):
        result = results.get(check)
        if result is not None and result.state is State.MET:
            found = praised_sentences(result.spans, sentences, harmful)
            if found:
                yield check, found


def strengths(report: Report, asked: Assignment, set_aside: Sequence[Finding] = ()) -> tuple[tuple[str, Span], ...]:
    """Return a few checks that are met, each with another sentence of the body that shows it."""
    found: dict[Span, str] = {}
    body = [sentence.span for sentence in report.outline.sentences]
    for check, sentences in praise(report, asked, body, set_aside):
        other = next((sentence for sentence in sentences if sentence not in found), None)
        if other is not None:
            found[other] = check
    return tuple((check, span) for span, check in found.items())[:STRENGTHS]
