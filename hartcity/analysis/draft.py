"""One report on one draft: engines, checks, rules and metrics brought together."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from hartcity import checks, metrics, reader, rules
from hartcity.analysis import marking, scoring
from hartcity.analysis.agreement import agreement
from hartcity.analysis.certain import with_certain
from hartcity.analysis.original import told_of_original
from hartcity.analysis.refusals import TextFacts, refuse
from hartcity.analysis.standing import as_advice, as_advice_checks
from hartcity.assignment import COURSE, Assignment, load
from hartcity.engines import ENGINES, Asking, GrammarResult, GrammarStatus, shared
from hartcity.model import (
    Agreement,
    CheckResult,
    Draft,
    Family,
    Finding,
    GradeRange,
    Notice,
    NoticeKind,
    Outline,
    OutlineSentence,
    Report,
    ServicePlan,
)
from hartcity.text import Document, kept
from hartcity.text.expanded import expand


READER = "reader"
"""The reader's name among the engines that a report rests on."""

_NAME_WORD = re.compile(r"[^\W\d_][\w'\u2019-]+")
_NOBODY = GrammarResult((), dict.fromkeys(ENGINES))

_engines = shared.engines


def start_engines() -> None:
    """Start the grammar engines and the reader in the background, so that they are warm when the first draft comes."""
    reader.start()
    _engines.started()


def engine_status() -> GrammarStatus:
    """Return how far each grammar engine is: a snapshot to show."""
    return _engines.started().status()


def forget() -> None:
    """Forget, in this process, every sentence that was read; what is kept only saves time."""
    kept.forget()
    reader.forget()
    _engines.forget()


def close() -> None:
    """Stop the grammar engines that this process started. Safe to call more than once."""
    _engines.close()


def check_draft(
    draft: Draft,
    *,
    assignment: str | Assignment = COURSE,
    engines: Collection[str] | None = None,
    wait: bool = True,
    accepted_words: Collection[str] = (),
) -> Report:
    """Return the report on ``draft``.

    ``engines`` names the engines to ask (``languagetool``, ``harper``, ``reader``; all by default, none when empty).
    With ``wait`` the report waits until LanguageTool is ready or known to be absent. ``accepted_words`` are never
    misspellings. Offsets in the report are code points into ``draft.text``. Raises AssignmentError.
    """
    check = DraftCheck(draft, assignment=assignment, engines=engines, accepted_words=accepted_words)
    check.ask(wait=wait)
    return check.whole()


class DraftCheck:
    """One draft being checked: its own words are read once, and what the grammar engines find joins as it comes.

    For one thread at a time.
    """

    def __init__(
        self,
        draft: Draft,
        *,
        assignment: str | Assignment = COURSE,
        engines: Collection[str] | None = None,
        accepted_words: Collection[str] = (),
        advice_only: Collection[str] = (),
    ) -> None:
        """Take what ``check_draft`` takes, and read nothing yet.

        ``advice_only`` names the rules and checks that claim nothing here (see ``standing``). Raises AssignmentError.
        """
        self._advice_only = frozenset(advice_only)
        self._asked = load(assignment) if isinstance(assignment, str) else assignment
        self._draft = draft
        self._expanded = expand(draft.text)
        written_out = draft if self._expanded is None else replace(draft, text=self._expanded.text)
        self._read = replace(written_out, text=written_out.text[: self._asked.limits.characters])
        self._is_cut = len(self._read.text) < len(written_out.text)
        self._grammar = ENGINES if engines is None else tuple(name for name in engines if name != READER)
        self._reads = engines is None or READER in engines
        self._accepted = frozenset(accepted_words) | _names_in(draft.plan)
        self._asking: Asking | None = None
        self._own: _Own | None = None

    def ask(self, *, wait: bool = False) -> None:
        """Ask the grammar engines, beside this thread, anew where they were asked before; see ``check_draft``."""
        if self._grammar:
            grammar = _engines.started() if "languagetool" in self._grammar else _engines.made()
            self._asking = grammar.ask(self._read.text, engines=self._grammar, accepted_words=self._accepted, wait=wait)

    def whole(self) -> Report:
        """Return the report with all that the engines find, waiting for them."""
        own = self._own_part()
        return self._report(own, self._asking.result() if self._asking else None)

    def so_far(self, seconds: float = 0.0, *, by: Collection[str] = ENGINES) -> tuple[Report, bool]:
        """Return the report with what the engines found by now, and whether one of them has not answered yet.

        Waits up to ``seconds`` for those that ``by`` names.
        """
        own = self._own_part()
        if self._asking is None:
            return self._report(own, None), False
        self._asking.is_answered(seconds, by=tuple(by))
        is_pending = not self._asking.is_answered()
        return self._report(own, self._asking.so_far()), is_pending

    def without_grammar(self) -> Report:
        """Return the report that claims nothing about grammar, and asks no engine."""
        return self._report(self._own_part(), None)

    def _own_part(self) -> _Own:
        if self._own is None:
            self._own = _read(self._read, self._asked, reads=self._reads)
        return self._own

    def _report(self, own: _Own, said: GrammarResult | None) -> Report:
        notices = list(said.notices) if said else []
        if self._reads and own.reader is None:
            words = "The reader could not be loaded, so this report rests on rules alone."
            notices.append(Notice(words, NoticeKind.READER_MISSING, READER))
        if self._is_cut:
            words = f"Only the first {self._asked.limits.characters:,} characters were read."
            notices.append(Notice(words, NoticeKind.CUT))
        report = _joined(own, self._asked, said, tuple(notices), self._advice_only)
        if self._expanded is None:
            return report
        return told_of_original(report, self._expanded, self._draft.text)


@dataclass(frozen=True)
class _Own:
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


def _read(draft: Draft, asked: Assignment, *, reads: bool) -> _Own:
    known = reader.load() if reads else None
    document = Document(draft, known)
    sheet = (*rules.all_rules(), *asked.rules) if asked.rules else None
    heard = rules.hear(document, email=asked.is_email, rules=sheet)
    found = marking.weigh(document, heard.findings, known, email=asked.is_email)
    if known is not None and asked.is_email:
        found = with_certain(document, heard, found)
    results = {check.id: check.run(document) for check in checks.all_checks()} if asked.is_email else {}
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
    return _Own(
        document=document,
        reader=known.version if known else None,
        results=results,
        found=found,
        refused=refused,
        measured=metrics.measure(document),
        outline=_outline(document),
        grades=None if refused else metrics.readability_range(document),
        agreement=agreement(draft, results) if asked.is_email else (),
    )


def _outline(document: Document) -> Outline:
    return Outline(
        words=document.word_count,
        paragraphs=document.paragraphs,
        sentences=tuple(
            OutlineSentence(sentence.span, len(sentence.forms)) for sentence in document.body if sentence.forms
        ),
    )


def _joined(
    own: _Own,
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


def _names_in(plan: ServicePlan | None) -> frozenset[str]:
    """Return the words of the plan's names, which no engine should call a misspelling."""
    return frozenset(_NAME_WORD.findall(" ".join(plan.names))) if plan else frozenset()
