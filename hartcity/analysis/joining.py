"""One report from what was read off a draft and what the grammar engines said of it."""

from __future__ import annotations

from hartcity import metrics
from hartcity.analysis import scoring
from hartcity.analysis.own_part import OwnPart
from hartcity.analysis.standing import as_advice, as_advice_checks
from hartcity.assignment import Assignment
from hartcity.engines import ENGINES, GrammarResult
from hartcity.model import Family, Finding, Notice, Report
from hartcity.text import Document


READER = "reader"
"""The reader's name among the engines that a report rests on."""

_NOBODY = GrammarResult((), dict.fromkeys(ENGINES))


def joined(
    own: OwnPart,
    asked: Assignment,
    said: GrammarResult | None,
    notices: tuple[Notice, ...],
    advice_only: frozenset[str] = frozenset(),
) -> Report:
    """Return the report on what was read with what the engines said; None where none was asked."""
    document, grammar = own.document, (said or _NOBODY).findings
    rest = _without_grammar(own.found) if said is None else _without_doubles(own.found, grammar)
    findings = as_advice(sorted((*rest, *grammar), key=_place), advice_only)
    results = as_advice_checks(own.results, advice_only)
    counting = tuple(
        one for one in findings if one.check not in advice_only and not (asked.is_email and _is_aside(document, one))
    )
    scored = metrics.score(document, findings=counting, email=asked.is_email)
    values = {name: None if own.refused else score.value for name, score in scored.items()}
    parts = {name: () if own.refused else score.parts for name, score in scored.items()}
    return Report(
        id=document.draft.id,
        refused=own.refused,
        scores=values,
        criteria=(
            scoring.unscored(asked)
            if own.refused
            else scoring.criteria(
                asked, results, counting, {**own.measured, **values}, document.word_count, parts=parts
            )
        ),
        checks=tuple(results.values()),
        findings=findings,
        metrics=own.measured,
        engines={**(said or _NOBODY).engines, READER: own.reader},
        notices=notices,
        outline=own.outline,
        grades=own.grades,
        parts=parts,
        agreement=own.agreement,
    )


def _is_aside(document: Document, finding: Finding) -> bool:
    """Whether wording is found in a letterhead, a signature or quoted words: told, but nobody's prose to be scored."""
    return not finding.family.is_private and document.is_framed(finding.span)


def _without_grammar(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the rules' findings for a report that claims nothing about grammar, as no engine was asked."""
    return tuple(one for one in found if one.family is not Family.GRAMMAR)


def _without_doubles(found: tuple[Finding, ...], engines: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the rules' findings without those of grammar that an engine tells too, as it has a correction ready."""
    return tuple(
        one
        for one in found
        if one.family is not Family.GRAMMAR or not any(one.span.overlaps(other.span) for other in engines)
    )


def _place(finding: Finding) -> tuple[int, int, str, str]:
    return (finding.span.start, finding.span.end, finding.family, finding.check)
