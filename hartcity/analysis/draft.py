"""One report on one draft: engines, checks, rules and metrics brought together."""

from __future__ import annotations

import atexit
import re
import threading
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from hartcity import checks, metrics, rules
from hartcity.analysis import scoring
from hartcity.analysis.refusals import Evidence, refuse
from hartcity.assignment import Assignment, load
from hartcity.engines import Grammar, GrammarResult, GrammarStatus
from hartcity.model import CheckResult, Draft, Finding, Report, ServicePlan
from hartcity.text import Document


_MOST_SIMULTANEOUS_CHECKS = 16
_NAME_WORD = re.compile(r"[^\W\d_][\w'\u2019-]+")


class _Engines:
    """The grammar engines of this process, started when they are first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._grammar: Grammar | None = None
        self._pool: ThreadPoolExecutor | None = None

    def grammar(self) -> Grammar:
        """Return the engines, started."""
        return self._started()[0]

    def pool(self) -> ThreadPoolExecutor:
        """Return the threads in which engines are waited for."""
        return self._started()[1]

    def _started(self) -> tuple[Grammar, ThreadPoolExecutor]:
        with self._lock:
            if self._grammar is None or self._pool is None:
                self._grammar = Grammar()
                self._grammar.start()
                self._pool = ThreadPoolExecutor(_MOST_SIMULTANEOUS_CHECKS, thread_name_prefix="grammar")
            return self._grammar, self._pool

    def close(self) -> None:
        """Stop what was started; they start again when they are next needed."""
        with self._lock:
            grammar, pool, self._grammar, self._pool = self._grammar, self._pool, None, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
        if grammar is not None:
            grammar.close()


_engines = _Engines()
atexit.register(_engines.close)


def start_engines() -> None:
    """Start the grammar engines in the background, so that they are warm when the first draft comes."""
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
    assignment: str = "advocacy-email",
    engines: Collection[str] | None = None,
    wait: bool = True,
    accepted_words: Collection[str] = (),
) -> Report:
    """Return the report on ``draft``.

    ``engines`` names the grammar engines to ask (``languagetool``, ``harper``; all by default, none when empty). With
    ``wait`` the report waits until LanguageTool is ready or known to be absent. ``accepted_words`` are never
    misspellings. Offsets in the report are code points into ``draft.text``. Raises AssignmentError.
    """
    asked = load(assignment)
    read = replace(draft, text=draft.text[: asked.limits.characters])
    document = Document(read)
    accepted = frozenset(accepted_words) | _names_in(draft.plan)
    names = None if engines is None else tuple(engines)
    asking = None
    if names is None or names:
        grammar = _engines.grammar()
        asking = _engines.pool().submit(grammar.find, read.text, engines=names, accepted_words=accepted, wait=wait)
    found = rules.find(document, email=asked.is_email)
    results = {check.id: check.run(document) for check in checks.all_checks()} if asked.is_email else {}
    answer = asking.result() if asking else GrammarResult((), {"languagetool": None, "harper": None}, ())
    findings = tuple(sorted((*found, *answer.findings), key=_place))
    notices = answer.notices
    if len(read.text) < len(draft.text):
        notices = (*notices, f"Only the first {asked.limits.characters:,} characters were read.")
    return _report(asked, document, results, findings, answer.engines, notices)


def _report(  # noqa: PLR0913 - the parts of a report
    asked: Assignment,
    document: Document,
    results: dict[str, CheckResult],
    findings: tuple[Finding, ...],
    engines: dict[str, str | None],
    notices: tuple[str, ...],
) -> Report:
    evidence = Evidence(
        document, asked.is_email, metrics.gibberish(document), metrics.word_salad(document), asked.limits.fewest_words
    )
    refused = refuse(evidence)
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


def _place(finding: Finding) -> tuple[int, int, str, str]:
    return (finding.span.start, finding.span.end, finding.family, finding.check)


def _names_in(plan: ServicePlan | None) -> frozenset[str]:
    """Return the words of the plan's names, which no engine should call a misspelling."""
    if plan is None:
        return frozenset()
    names = [plan.service_user.alias, plan.email_recipient, plan.consent.recipient]
    names += [name for service in plan.services for name in (service.organization, service.service, service.owner)]
    return frozenset(_NAME_WORD.findall(" ".join(names)))
