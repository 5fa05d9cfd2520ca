"""One report on one draft: engines, checks, rules and metrics brought together."""

from __future__ import annotations

import atexit
import re
import threading
from collections.abc import Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from hartcity import checks, metrics, reader, rules
from hartcity.analysis import marking, scoring
from hartcity.analysis.certain import with_certain
from hartcity.analysis.original import told_of_original
from hartcity.analysis.refusals import Reading, refuse
from hartcity.assignment import Assignment, load
from hartcity.engines import ENGINES, Grammar, GrammarResult, GrammarStatus
from hartcity.model import CheckResult, Draft, Family, Finding, Report, ServicePlan
from hartcity.text import Document
from hartcity.text.expanded import expand


READER = "reader"
"""The reader's name among the engines that a report rests on."""

_MOST_SIMULTANEOUS_CHECKS = 16
_NAME_WORD = re.compile(r"[^\W\d_][\w'\u2019-]+")


class _Engines:
    """The grammar engines of this process, made when they are first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: tuple[Grammar, ThreadPoolExecutor] | None = None

    def grammar(self) -> Grammar:
        """Return the engines, all of them starting or started."""
        grammar, _ = self._once()
        grammar.start()
        return grammar

    def ask(
        self, text: str, names: tuple[str, ...], accepted_words: frozenset[str], *, wait: bool
    ) -> Future[GrammarResult]:
        """Ask the engines called ``names``, beside this thread; those that nobody asks for are not started."""
        grammar, pool = self._once()
        if "languagetool" in names:
            grammar.start()
        return pool.submit(grammar.find, text, engines=names, accepted_words=accepted_words, wait=wait)

    def close(self) -> None:
        """Stop what was started; it starts again when it is next needed."""
        with self._lock:
            made, self._made = self._made, None
        if made is not None:
            grammar, pool = made
            pool.shutdown(wait=False, cancel_futures=True)
            grammar.close()

    def _once(self) -> tuple[Grammar, ThreadPoolExecutor]:
        with self._lock:
            if self._made is None:
                self._made = Grammar(), ThreadPoolExecutor(_MOST_SIMULTANEOUS_CHECKS, thread_name_prefix="grammar")
            return self._made


_engines = _Engines()
atexit.register(_engines.close)


def start_engines() -> None:
    """Start the grammar engines and the reader in the background, so that they are warm when the first draft comes."""
    reader.start()
    _engines.grammar()


def engine_status() -> GrammarStatus:
    """Return how far each grammar engine is: a snapshot to show."""
    return _engines.grammar().status()


def close() -> None:
    """Stop the grammar engines that this process started. Safe to call more than once."""
    _engines.close()


def check_draft(
    draft: Draft,
    *,
    assignment: str | Assignment = "advocacy-email",
    engines: Collection[str] | None = None,
    wait: bool = True,
    accepted_words: Collection[str] = (),
) -> Report:
    """Return the report on ``draft``.

    ``engines`` names the engines to ask (``languagetool``, ``harper``, ``reader``; all by default, none when empty).
    With ``wait`` the report waits until LanguageTool is ready or known to be absent. ``accepted_words`` are never
    misspellings. Offsets in the report are code points into ``draft.text``. Raises AssignmentError.
    """
    asked = load(assignment) if isinstance(assignment, str) else assignment
    if (expanded := expand(draft.text)) is not None:
        written_out = replace(draft, text=expanded.text)
        report = _check(written_out, asked, engines=engines, wait=wait, accepted_words=accepted_words)
        return told_of_original(report, expanded, draft.text)
    return _check(draft, asked, engines=engines, wait=wait, accepted_words=accepted_words)


def _check(
    draft: Draft,
    asked: Assignment,
    *,
    engines: Collection[str] | None,
    wait: bool,
    accepted_words: Collection[str],
) -> Report:
    read = replace(draft, text=draft.text[: asked.limits.characters])
    known = reader.load() if engines is None or READER in engines else None
    document = Document(read, known)
    accepted = frozenset(accepted_words) | _names_in(draft.plan)
    names = ENGINES if engines is None else tuple(name for name in engines if name != READER)
    asking = _engines.ask(read.text, names, accepted, wait=wait) if names else None
    sheet = (*rules.all_rules(), *asked.rules) if asked.rules else None
    heard = rules.hear(document, email=asked.is_email, rules=sheet)
    found = marking.weigh(document, heard.findings, known, email=asked.is_email)
    if known is not None and asked.is_email:
        found = with_certain(document, heard, found)
    results = {check.id: check.run(document) for check in checks.all_checks()} if asked.is_email else {}
    for check, question in asked.questions.items():
        if check in results and results[check].question:
            results[check] = replace(results[check], question=question)
    answer = asking.result() if asking else GrammarResult((), dict.fromkeys(ENGINES))
    own = _without_doubles(found, answer.findings) if asking else _without_grammar(found)
    findings = tuple(sorted((*own, *answer.findings), key=_place))
    notices = answer.notices
    if known is None and (engines is None or READER in engines):
        notices = (*notices, "The reader could not be loaded, so this report rests on rules alone.")
    if len(read.text) < len(draft.text):
        notices = (*notices, f"Only the first {asked.limits.characters:,} characters were read.")
    took_part = {**answer.engines, READER: known.version if known else None}
    return _report(asked, document, results, findings, took_part, notices)


def _report(  # noqa: PLR0913, PLR0917 - the parts of a report
    asked: Assignment,
    document: Document,
    results: Mapping[str, CheckResult],
    findings: tuple[Finding, ...],
    engines: Mapping[str, str | None],
    notices: tuple[str, ...],
) -> Report:
    reading = Reading(
        document, asked.is_email, metrics.gibberish(document), metrics.word_salad(document), asked.limits.fewest_words
    )
    refused = refuse(reading)
    measured = metrics.measure(document)
    scored = metrics.score(document, findings=findings, email=asked.is_email)
    values = {name: None if refused else score.value for name, score in scored.items()}
    criteria = (
        scoring.unscored(asked)
        if refused
        else scoring.criteria(asked, results, findings, {**measured, **values}, len(document.words))
    )
    return Report(
        id=document.draft.id,
        refused=refused,
        scores=values,
        criteria=criteria,
        checks=tuple(results.values()),
        findings=findings,
        metrics=measured,
        engines=engines,
        notices=notices,
    )


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
    if plan is None:
        return frozenset()
    names = [plan.service_user.alias, plan.email_recipient, plan.consent.recipient]
    names += [name for service in plan.services for name in (service.organization, service.service, service.owner)]
    return frozenset(_NAME_WORD.findall(" ".join(names)))
