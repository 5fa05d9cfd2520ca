"""The one place that keeps a visit's reports."""

from __future__ import annotations

import pytest

from hartcity import analysis
from hartcity.analysis import DraftCheck
from hartcity.engines import EngineState, EngineStatus, GrammarResult, GrammarStatus
from hartcity.model import Draft, Family, Finding, Severity, Span
from hartcity.ui.workspace import report_cache


DRAFT = Draft("Dear team,\n\nShe recieve mail and would like to meet you.\n\nSincerely,\nSam Otis")
FOUND = Finding("languagetool.X", Family.GRAMMAR, Span(16, 23), "recieve", "A slip.", Severity.ERROR)


class _Engines:
    """Grammar engines whose answers a test gives; ``asked`` counts the texts they were asked about."""

    def __init__(self) -> None:
        self.is_ready = False
        self.is_slow = False
        self.asked = 0

    def status(self) -> GrammarStatus:
        state = EngineState.READY if self.is_ready else EngineState.STARTING
        return GrammarStatus((EngineStatus("languagetool", state), EngineStatus("harper", EngineState.READY, "2")))

    def started(self):
        return self

    made = started

    def ask(self, _text: str, **_options: object):
        self.asked += 1
        return self

    def is_answered(self, *_seconds: float, **_options: object) -> bool:
        return not self.is_slow

    def so_far(self) -> GrammarResult:
        if self.is_ready and not self.is_slow:
            return GrammarResult((FOUND,), {"languagetool": "6.8", "harper": "2"})
        return GrammarResult((), {"languagetool": None, "harper": "2"})

    result = so_far

    def forget(self) -> None:
        """There is nothing to forget."""


@pytest.fixture
def engines(monkeypatch):
    """Put engines in place that answer as a test says."""
    made = _Engines()
    monkeypatch.setattr(analysis.draft, "_engines", made)
    return made


@pytest.fixture
def read(monkeypatch):
    """Count how often the words of a draft are read."""
    seen = []
    real = analysis.draft.read_own

    def counting(draft, asked, **options):
        seen.append(draft.text)
        return real(draft, asked, **options)

    monkeypatch.setattr(analysis.draft, "read_own", counting)
    return seen


def test_an_engine_joins_and_nothing_is_read_again(engines, read):
    """A report made before LanguageTool was ready has its findings once it is, with the draft read once."""
    kept = report_cache.ReportCache()
    before, _ = kept.now(DRAFT, frozenset())
    assert before.engines["languagetool"] is None
    engines.is_ready = True
    after, is_pending = kept.now(DRAFT, frozenset())
    assert (after.engines["languagetool"], after.findings[0].text, is_pending) == ("6.8", "recieve", False)
    assert len(read) == 1


def test_what_is_kept_is_not_asked_for_again(engines, read):
    """Editor, versions, hand-in and the count of what is there read a draft once and ask the engines once."""
    engines.is_ready = True
    kept = report_cache.ReportCache()
    counted = kept.without_grammar(DRAFT, frozenset())
    first, _ = kept.now(DRAFT, frozenset())
    assert kept.whole(DRAFT, frozenset()) is first
    assert kept.without_grammar(DRAFT, frozenset()) is first
    assert counted.checks == first.checks
    assert (len(read), engines.asked) == (1, 1)


def test_a_slow_engine_is_waited_for_without_asking_twice(engines, read):
    """What is there goes ahead; the rest joins when it comes, from the question that was asked already."""
    engines.is_ready = engines.is_slow = True
    kept = report_cache.ReportCache()
    early, is_pending = kept.now(DRAFT, frozenset())
    assert (early.engines["languagetool"], is_pending) == (None, True)
    engines.is_slow = False
    whole, is_pending = kept.now(DRAFT, frozenset())
    assert (whole.engines["languagetool"], is_pending, engines.asked, len(read)) == ("6.8", False, 1, 1)


def test_an_old_report_is_read_again_only_where_more_can_be_said(engines, read):
    """Of drafts from long ago only the report is held, until an engine joins that took no part in it."""
    kept = report_cache.ReportCache()
    kept.now(DRAFT, frozenset())
    for number in range(8):
        kept.now(Draft(f"Dear team {number}, we would like to meet."), frozenset())
    kept.now(DRAFT, frozenset())
    assert read.count(DRAFT.text) == 1
    engines.is_ready = True
    assert kept.now(DRAFT, frozenset())[0].engines["languagetool"] == "6.8"
    assert read.count(DRAFT.text) == 2


def test_own_words_make_another_report(engines):
    """A word that the student called their own is asked about anew."""
    kept = report_cache.ReportCache()
    kept.now(DRAFT, frozenset())
    kept.now(DRAFT, frozenset({"recieve"}))
    assert engines.asked == 2


@pytest.mark.usefixtures("engines")
def test_a_report_that_cannot_be_made_keeps_the_writer_going(monkeypatch):
    """Nothing is said of a text over which reading failed, and the next question reads it anew."""
    kept = report_cache.ReportCache()
    with monkeypatch.context() as failing:
        failing.setattr(DraftCheck, "so_far", lambda *_args, **_options: 1 / 0)
        assert kept.now(DRAFT, frozenset()) == (None, False)
    report, _ = kept.now(DRAFT, frozenset())
    assert report is not None
