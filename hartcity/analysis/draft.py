"""One report on one draft: engines, checks, rules and metrics brought together."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from hartcity import reader
from hartcity.analysis.joining import READER, joined
from hartcity.analysis.original import told_of_original
from hartcity.analysis.own_part import OwnPart, read_own
from hartcity.assignment import COURSE, Assignment, load
from hartcity.engines import ENGINES, Asking, GrammarResult, GrammarStatus, shared
from hartcity.model import Draft, Notice, NoticeKind, Report, ServicePlan
from hartcity.text import kept
from hartcity.text.expanded import expand


_NAME_WORD = re.compile(r"[^\W\d_][\w'\u2019-]+")

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
        self._own: OwnPart | None = None

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

    def _own_part(self) -> OwnPart:
        if self._own is None:
            self._own = read_own(self._read, self._asked, reads=self._reads)
        return self._own

    def _report(self, own: OwnPart, said: GrammarResult | None) -> Report:
        notices = list(said.notices) if said else []
        if self._reads and own.reader is None:
            words = "The reader could not be loaded, so this report rests on rules alone."
            notices.append(Notice(words, NoticeKind.READER_MISSING, READER))
        if self._is_cut:
            words = f"Only the first {self._asked.limits.characters:,} characters were read."
            notices.append(Notice(words, NoticeKind.CUT))
        report = joined(own, self._asked, said, tuple(notices), self._advice_only)
        if self._expanded is None:
            return report
        return told_of_original(report, self._expanded, self._draft.text)


def _names_in(plan: ServicePlan | None) -> frozenset[str]:
    """Return the words of the plan's names, which no engine should call a misspelling."""
    return frozenset(_NAME_WORD.findall(" ".join(plan.names))) if plan else frozenset()
