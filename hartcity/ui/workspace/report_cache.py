"""The one place that keeps a visit's reports: each is made once for the same words, and grows when an engine joins.

Kept by draft (text, subject, kind and plan), the student's own words and the assignment. The editor, the versions, the
hand-in and the count of what is there all ask here, so that nothing is read twice and all say the same.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from hartcity.analysis import DraftCheck, engine_status
from hartcity.assignment import COURSE, Assignment
from hartcity.model import Draft, Notice, NoticeKind, Report
from hartcity.ui.workspace import counting


_logger = logging.getLogger(__name__)

SOON_SECONDS = 0.3
"""How long the first answer may take before what is there by then goes ahead."""

LATER_SECONDS = 1.0
"""How long one further question waits for the rest."""

HARPER_SECONDS = 10.0
"""How long a first answer waits for Harper, which is there from the first key."""

MOST_CHARACTERS = 60_000
"""How much of a draft is read on the screens, about 10,000 words; a longer one would hold up everybody else."""

NOTICE = Notice(f"Only the first {MOST_CHARACTERS:,} characters were read. All of your words are kept.", NoticeKind.CUT)
"""What the report of a longer draft says."""

_MOST = 40
_MOST_READ = 4


@dataclass
class _Kept:
    """``check`` holds what was read of the draft; where it was let go, it is read again when an engine joins."""

    check: DraftCheck | None = None
    is_asked: bool = False
    report: Report | None = None
    is_pending: bool = False


class ReportCache:
    """The last forty reports of one visit. What was read is held for the newest few, so that engines can join them.

    ``advice_only`` names the rules and checks that are advice here; it is asked for each draft that is read.
    """

    def __init__(self, advice_only: Callable[[], frozenset[str]] = frozenset) -> None:
        self._advice_only = advice_only
        self._kept: OrderedDict[tuple[Draft, frozenset[str], str], _Kept] = OrderedDict()

    def now(
        self, draft: Draft, own_words: frozenset[str], assignment: str | Assignment = COURSE
    ) -> tuple[Report | None, bool]:
        """Return the best report there is soon, and whether a fuller one is on its way.

        There is none when reading failed: the writer keeps writing, and the next question reads anew.
        """
        kept = self._entry(draft, own_words, assignment)
        if kept.report is None or kept.is_pending or _may_say_more(kept.report):
            is_first = kept.report is None
            try:
                check = self._check(kept, draft, own_words, assignment)
                report, kept.is_pending = check.so_far(SOON_SECONDS if is_first else LATER_SECONDS)
                if is_first and kept.is_pending:
                    report, kept.is_pending = check.so_far(HARPER_SECONDS, by=("harper",))
            except Exception as failure:  # noqa: BLE001 - whatever a text does, the editor stays
                self._failed(draft, own_words, assignment, failure)
                return None, False
            kept.report = _told(report, draft)
        return kept.report, kept.is_pending

    def whole(self, draft: Draft, own_words: frozenset[str], assignment: str | Assignment = COURSE) -> Report:
        """Return the report with all engines that are ready, waiting for them."""
        kept = self._entry(draft, own_words, assignment)
        if kept.report is None or kept.is_pending or _may_say_more(kept.report):
            kept.report = _told(self._check(kept, draft, own_words, assignment).whole(), draft)
            kept.is_pending = False
        return kept.report

    def without_grammar(self, draft: Draft, own_words: frozenset[str], assignment: str | Assignment = COURSE) -> Report:
        """Return what can be said without the grammar engines; one that is kept already says it too."""
        kept = self._entry(draft, own_words, assignment)
        if kept.report is None:
            kept.check = kept.check or self._begun(draft, own_words, assignment)
            return _told(kept.check.without_grammar(), draft)
        return kept.report

    def forget(self) -> None:
        """Keep nothing any more."""
        self._kept.clear()

    def _entry(self, draft: Draft, own_words: frozenset[str], assignment: str | Assignment) -> _Kept:
        key = (draft, own_words, _name(assignment))
        kept = self._kept.setdefault(key, _Kept())
        self._kept.move_to_end(key)
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        for older in list(self._kept.values())[:-_MOST_READ]:
            older.check = None
            older.is_pending = False
        return kept

    def _check(self, kept: _Kept, draft: Draft, own_words: frozenset[str], assignment: str | Assignment) -> DraftCheck:
        """Return what was read of the draft, with the engines asked: once, and again where one may say more now."""
        if kept.check is None:
            kept.check, kept.is_asked = self._begun(draft, own_words, assignment), False
        if not kept.is_asked or not kept.is_pending:
            kept.check.ask(wait=False)
            kept.is_asked = True
        return kept.check

    def _begun(self, draft: Draft, own_words: frozenset[str], assignment: str | Assignment) -> DraftCheck:
        read = replace(draft, text=draft.text[:MOST_CHARACTERS])
        return DraftCheck(read, assignment=assignment, accepted_words=own_words, advice_only=self._advice_only())

    def _failed(
        self, draft: Draft, own_words: frozenset[str], assignment: str | Assignment, failure: Exception
    ) -> None:
        _logger.error("A draft could not be read: %s", type(failure).__name__)
        self._kept.pop((draft, own_words, _name(assignment)), None)


def of_visit() -> ReportCache:
    """Return the reports of this Streamlit session."""
    made: ReportCache = st.session_state.setdefault("reports", ReportCache(counting.advice_only))
    return made


def _name(assignment: str | Assignment) -> str:
    """Return what an assignment is kept by; a tutor's has another name with every change."""
    return assignment if isinstance(assignment, str) else assignment.name


def _told(report: Report, draft: Draft) -> Report:
    if len(draft.text) <= MOST_CHARACTERS:
        return report
    return replace(report, notices=(*report.notices, NOTICE))


def _may_say_more(report: Report) -> bool:
    """Whether an engine that took no part in a report could take part now."""
    ready = (status.name for status in engine_status().engines if status.state.value == "ready")
    return any(not report.engines.get(name) for name in ready)
