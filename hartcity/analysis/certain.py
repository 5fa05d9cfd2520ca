"""What rules know for certain, whatever the reader makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hartcity.model import Family, Finding, Span
from hartcity.rules import Heard
from hartcity.text import Document, Part
from hartcity.text.quoted import correspondents
from hartcity.text.reference import is_sent_along


_LABELED = frozenset({Part.REFERENCE, Part.QUOTED, Part.SUBJECT})
_BY_THE_READER = ".reads_like"
_NAME = re.compile(r"[A-Z][\w'\u2019-]+")
_ABBREVIATION = 5
_NEAR = 4


def with_certain(document: Document, heard: Heard, weighed: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of rules and reader with what rules are sure of put right, in no particular order.

    What the reader alone marks goes where a rule says that the words are fine, where those who wrote a quoted message
    are named, where it is the label of something told already, and where an abbreviation in capitals is taken for
    chat. What a rule tells of reference lines, subject and quotes stays though the reader, who has learned from
    sentences, does not second it: there a label says what a name or a number is.
    """
    known = tuple(span for part in document.part(Part.QUOTED) for span in correspondents(document.plain, part))
    told = tuple(one.span for one in heard.findings if one.family.is_private)

    def is_wrong(one: Finding) -> bool:
        if not one.check.endswith(_BY_THE_READER):
            return False
        if any(excuse.family is one.family and excuse.span.overlaps(one.span) for excuse in heard.fine):
            return True
        if one.family is Family.INFORMAL:
            return one.text.isupper() and len(one.text) <= _ABBREVIATION
        return one.family.is_private and (
            any(span.overlaps(one.span) for span in known) or any(_labels(document, one.span, span) for span in told)
        )

    kept = [one for one in weighed if not is_wrong(one)]
    return (*kept, *_labeled(document, heard.findings, kept))


def _labels(document: Document, label: Span, told: Span) -> bool:
    """Whether words stand right before what is told, in a reference line or a quoted message, and no comma between."""
    around = any(block.part in _LABELED and block.span.holds(told) for block in document.blocks)
    is_near = label.end <= told.start <= label.end + _NEAR
    return around and is_near and "," not in document.plain[label.end : told.start]


def _names_told(document: Document, ruled: Sequence[Finding]) -> frozenset[str]:
    """Return the words of the names that rules tell of in reference lines: they are known wherever they stand again."""
    lines = [line for line in document.part(Part.REFERENCE) if not is_sent_along(line.of(document.plain))]
    told = (one.text for one in ruled if one.family.is_private and any(line.holds(one.span) for line in lines))
    return frozenset(_NAME.findall(" ".join(told)))


def _is_one_of(names: frozenset[str], finding: Finding) -> bool:
    told = _NAME.findall(finding.text)
    return bool(told) and names.issuperset(told)


def _labeled(document: Document, ruled: Sequence[Finding], kept: Sequence[Finding]) -> Iterator[Finding]:
    labeled: list[Span] = [block.span for block in document.blocks if block.part in _LABELED]
    told = _names_told(document, ruled)
    for finding in ruled:
        if (
            finding.family.is_private
            and (any(span.holds(finding.span) for span in labeled) or _is_one_of(told, finding))
            and not any(one.family.is_private and one.span.overlaps(finding.span) for one in kept)
        ):
            yield finding
