"""The Python side of the conversation with the editor: what the browser wrote is saved, read and answered.

The browser owns the text while the editor is open. Python hands a text over only when a draft is opened, and knows that
by a token (``doc``) that the browser sends back with everything it writes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from hartcity.analysis import engine_status
from hartcity.model import Kind, Report
from hartcity.storage import Mark
from hartcity.ui import overrides, status, where_words_go
from hartcity.ui.editor import acts, find_first
from hartcity.ui.editor.offsets import whole
from hartcity.ui.editor.packed_report import PackedReport
from hartcity.ui.editor.packed_threads import packed_threads
from hartcity.ui.editor.phrasebook import Phrasebook
from hartcity.ui.sharing import draft_comments
from hartcity.ui.workspace import (
    assignment_in_use,
    counting,
    drafts,
    report_cache,
    self_rating,
    session,
    set_aside,
)


KEY = "email_draft"
_COMPONENT = "hartcity.draft_editor"
_SAFE = frozenset({"saved", "nothing_yet"})
_WRITER = re.compile(r"[\w-]{8,32}")
_MOST = 2**53


@dataclass
class _Editor:
    """What one Streamlit session remembers between two rounds with the browser.

    ``heard`` is the highest number of each page's texts, ``stands`` the text that the draft here is, ``saved`` the
    last one that the store acknowledged, ``old`` one that gave way to what is stored. ``told`` is what the browser was
    told last, in round number ``rounds``.
    """

    book: Phrasebook = field(default_factory=Phrasebook)
    opened: int = 0
    work: str = ""
    given: tuple[str, str, str] = ("", "", "")
    heard: dict[str, int] = field(default_factory=dict)
    stands: Mark | None = None
    saved: Mark | None = None
    old: Mark | None = None
    told: dict[str, Any] = field(default_factory=dict)
    rounds: int = 0
    report: Report | None = None

    @property
    def doc(self) -> str:
        return f"{self.work}:{self.opened}:{self.book.name}"


def draft_editor() -> None:
    """Draw the editor with its report, and take in what the student wrote or chose since the last round."""
    editor = _editor()
    work = session.work()
    if editor.work != work.id or editor.given != _words(work):
        _open(editor, work)
    mount = st.components.v2.component(_COMPONENT, js="editor-*.js")
    mount(key=KEY, data=_data(editor, work), on_draft_change=_keep, on_act_change=_act, on_ask_change=_listen)


def _editor() -> _Editor:
    editor: _Editor = st.session_state.setdefault("draft_editor_state", _Editor())
    return editor


def _words(work: session.Work) -> tuple[str, str, str]:
    return work.text, work.subject, work.kind


def _open(editor: _Editor, work: session.Work) -> None:
    """Hand the stored draft to the browser with the next answer."""
    editor.opened += 1
    editor.work, editor.given, editor.report = work.id, _words(work), None
    editor.stands = editor.saved = None


def _written() -> Mapping[str, Any]:
    """Return what the browser wrote last; empty when it has not answered since the draft was opened."""
    draft = st.session_state.get(KEY, {}).get("draft")
    return draft if isinstance(draft, Mapping) and draft.get("doc") == _editor().doc and _mark(draft) else {}


def _mark(written: Mapping[str, Any]) -> Mark | None:
    """Return which text of which page this is; None when it is none that a page of ours sends."""
    try:
        after = {str(writer): int(number) for writer, number in written["after"].items() if _WRITER.fullmatch(writer)}
        mark = Mark(str(written["writer"]), int(written["number"]), int(written["base"]), after)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return mark if _WRITER.fullmatch(mark.writer) and 0 < mark.number < _MOST and 0 <= mark.base < _MOST else None


def _keep() -> None:
    """Save what the browser wrote; runs before the page does, so that leaving the page saves too.

    A text that comes after a newer one of the same page is left alone.
    """
    written, editor = _written(), _editor()
    mark = _mark(written)
    if mark is None or session.work().id != editor.work or mark.number < editor.heard.get(mark.writer, 0):
        return
    editor.heard[mark.writer] = mark.number
    text, subject = whole(str(written["text"])), whole(str(written["subject"]))
    kind = Kind.LETTER.value if written["kind"] == Kind.LETTER else Kind.EMAIL.value
    session.save_draft(text=text, subject=subject, kind=kind, mark=mark)
    editor.given, editor.stands = (text, subject, kind), mark
    if _words(session.work()) != editor.given:
        editor.old = mark
    elif session.saved_line().state in _SAFE:
        editor.saved = mark


def _listen() -> None:
    """Do nothing: that the browser asks is reason enough to answer."""


def _act() -> None:
    """Do what the student chose in the editor."""
    act = st.session_state.get(KEY, {}).get("act")
    if isinstance(act, Mapping):
        acts.do(act, _editor().report)


def _data(editor: _Editor, work: session.Work) -> dict[str, Any]:
    """Return what the browser is told in this round."""
    written, revision = _written(), session.draft_revision()
    line = session.saved_line()
    data: dict[str, Any] = {
        "doc": editor.doc,
        "session": editor.book.name,
        "page": {},
        "saved": {
            **_named(editor.saved),
            "base": revision,
            "state": "saved" if line.state in _SAFE else line.state,
            "text": line.text,
        },
        "old": _named(editor.old),
    }
    if written and editor.stands:
        answer, pending = _read(editor, work)
        packed = None if answer is None else answer.packed(editor.book)
        threads = packed_threads(draft_comments.heard(work).threads(work.text), work, editor.book)
        data["answer"] = {**_named(editor.stands), "report": packed, "pending": pending, "threads": threads}
    else:
        data["load"] = {"doc": editor.doc, "work": work.id, "base": revision}
        data["load"] |= {"text": _lines(work.text), "subject": work.subject, "kind": work.kind}
    data["page"] = _page(editor, work)  # it tells who read the words, so it comes after the reading
    newer = session.conflict()
    if newer is not None and newer.part == "draft":
        data["newer"] = {"text": _lines(newer.text), "subject": newer.subject, "kind": newer.kind}
    data["phrases"] = editor.book.news(written.get("heard"))
    if data != editor.told:  # what is the same as before is no new round, and never reaches the page
        editor.told, editor.rounds = data, editor.rounds + 1
    return {**data, "round": editor.rounds}


def _named(mark: Mark | None) -> dict[str, Any]:
    return {"writer": "", "n": 0} if mark is None else {"writer": mark.writer, "n": mark.number}


def _page(editor: _Editor, work: session.Work) -> dict[str, Any]:
    preferences = work.preferences
    return {
        "recipient": editor.book.number(str(work.plan.get("email_recipient") or "")),
        "view": "full" if preferences.get("view") == "full" else "essentials",
        "place": where_words_go.kept(),
        "checkedBy": editor.book.number(status.engines_line(engine_status().engines, _read_by(editor))),
        "shared": draft_comments.heard(work).is_shared,
        "readers": editor.book.number(where_words_go.readers(engine_status().engines)),
        "guess": self_rating.shown(preferences, work.text),
        "looks": find_first.looks(preferences),
        "compared": find_first.packed(preferences, editor.book),
        "kept": [[kept.what, kept.name, kept.id] for kept in set_aside.kept(preferences)],
    }


def _read_by(editor: _Editor) -> frozenset[str]:
    if editor.report is None or not editor.given[0].strip():
        return frozenset()
    return frozenset(name for name, version in editor.report.engines.items() if version)


def _read(editor: _Editor, work: session.Work) -> tuple[PackedReport | None, bool]:
    draft, assignment = drafts.of_work(work), assignment_in_use.assignment_of(work.preferences)
    editor.report, pending = report_cache.of_visit().now(draft, set_aside.own_words(work.preferences), assignment)
    if editor.report is None:
        return None, False
    if not pending:
        counting.rests(editor.report, work, draft_comments.heard(work).comments)
    seen = set_aside.visible(editor.report, work.text, work.preferences)
    told = overrides.told(seen, overrides.overrides_of(draft_comments.heard(work).comments))
    hidden = set_aside.hidden(editor.report, work.text, work.preferences)
    return PackedReport(draft, seen, engine_status(), work.preferences, told, assignment, hidden), pending


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
