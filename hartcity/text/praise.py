"""Which words of a draft may be quoted as something that works: none that may harm somebody.

Every place that quotes strengths asks here: the brief, the recap, the report to print and what a class does well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hartcity.model import Finding, Span


def harm(findings: Iterable[Finding]) -> tuple[Span, ...]:
    """Return where words stand that may harm somebody, however sure or grave the findings are."""
    return tuple(finding.span for finding in findings if finding.family.is_harmful)


def praised_sentences(spans: Iterable[Span], sentences: Sequence[Span], harmful: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentence that each piece of evidence begins with, in order, without evidence that is harmful anywhere.

    Evidence that stands in no sentence (a subject, a signature) is taken as it is.
    """
    fit = (span for span in spans if is_praised(span, sentences, harmful))
    return tuple(dict.fromkeys(_around(span, sentences)[0] for span in fit))


def is_praised(span: Span, sentences: Sequence[Span], harmful: Sequence[Span]) -> bool:
    """Whether evidence may be quoted as it stands: nothing in it, and in the sentences it belongs to, is harmful."""
    whole = _around(span, sentences)
    return not any(one.overlaps(other) for one in (span, *whole) for other in harmful)


def _around(span: Span, sentences: Sequence[Span]) -> list[Span]:
    return [sentence for sentence in sentences if sentence.overlaps(span)] or [span]
