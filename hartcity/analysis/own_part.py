"""What is read off a draft itself, whatever the grammar engines will say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hartcity import checks, metrics, reader, rules
from hartcity.analysis import marking
from hartcity.analysis.agreement import agreement
from hartcity.analysis.certain import with_certain
from hartcity.analysis.evidence import with_findings
from hartcity.analysis.refusals import TextFacts, refuse
from hartcity.assignment import Assignment
from hartcity.model import Agreement, CheckResult, Draft, Finding, GradeRange, Outline, OutlineSentence
from hartcity.text import Document


@dataclass(frozen=True)
class OwnPart:
    """What is read off a draft without the grammar engines; ``reader`` is the version of the reader, if one read it."""

    document: Document
    reader: str | None
    results: Mapping[str, CheckResult]
    found: tuple[Finding, ...]
    refused: str | None
    measured: Mapping[str, float | None]
    outline: Outline
    grades: GradeRange | None
    agreement: tuple[Agreement, ...]


def read_own(draft: Draft, asked: Assignment, *, reads: bool) -> OwnPart:
    """Read a draft with checks, rules, metrics and, where ``reads``, the reader."""
    known = reader.load() if reads else None
    document = Document(draft, known)
    sheet = (*rules.all_rules(), *asked.rules) if asked.rules else None
    heard = rules.hear(document, email=asked.is_email, rules=sheet)
    found = marking.weigh(document, heard.findings, known, email=asked.is_email)
    if known is not None and asked.is_email:
        found = with_certain(document, heard, found)
    results = {check.id: check.run(document) for check in checks.all_checks()} if asked.is_email else {}
    results = with_findings(document, results, found)
    for check, question in asked.questions.items():
        if check in results and results[check].question:
            results[check] = replace(results[check], question=question)
    refused = refuse(
        TextFacts(
            document,
            asked.is_email,
            metrics.gibberish(document),
            metrics.word_salad(document),
            asked.limits.fewest_words,
        )
    )
    return OwnPart(
        document=document,
        reader=known.version if known else None,
        results=results,
        found=found,
        refused=refused,
        measured=metrics.measure(document),
        outline=_outline(document),
        grades=None if refused else metrics.readability_range(document),
        agreement=agreement(document, results) if asked.is_email else (),
    )


def _outline(document: Document) -> Outline:
    return Outline(
        words=document.word_count,
        paragraphs=document.paragraphs,
        sentences=tuple(
            OutlineSentence(sentence.span, len(sentence.forms)) for sentence in document.body if sentence.forms
        ),
    )
