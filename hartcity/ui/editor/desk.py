"""The Python side of the conversation with the editor: what the browser wrote is saved, read and answered.

The browser owns the text while the editor is open. Python hands a text over only when a draft is opened, and knows that
by a token (``doc``) that the browser sends back with everything it writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from hartcity.analysis import engine_status
from hartcity.model import Kind, Report
from hartcity.storage import Mark
from hartcity.ui import asked, choices, drafts, guessing, overrides, place, privacy, reports, session, status
from hartcity.ui.editor.answer import Answer
from hartcity.ui.editor.conversation import packed_threads
from hartcity.ui.editor.offsets import whole
from hartcity.ui.editor.phrasebook import Phrasebook
from hartcity.ui.sharing import heard


KEY = "email_draft"
_COMPONENT = "hartcity.draft_editor"
_SAFE = frozenset({"saved", "nothing_yet"})
_WRITER = re.compile(r"[\w-]{8,32}")
_MOST = 2**53


@dataclass
class _Desk:
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
    desk = _desk()
    work = session.work()
    if desk.work != work.id or desk.given != _words(work):
        _open(desk, work)
    mount = st.components.v2.component(_COMPONENT, js="editor-*.js")
    mount(key=KEY, data=_data(desk, work), on_draft_change=_keep, on_act_change=_act, on_ask_change=_listen)


def _desk() -> _Desk:
    desk: _Desk = st.session_state.setdefault("draft_desk", _Desk())
    return desk


def _words(work: session.Work) -> tuple[str, str, str]:
    return work.text, work.subject, work.kind


def _open(desk: _Desk, work: session.Work) -> None:
    """Hand the stored draft to the browser with the next answer."""
    desk.opened += 1
    desk.work, desk.given, desk.report = work.id, _words(work), None
    desk.stands = desk.saved = None


def _written() -> Mapping[str, Any]:
    """Return what the browser wrote last; empty when it has not answered since the draft was opened."""
    draft = st.session_state.get(KEY, {}).get("draft")
    return draft if isinstance(draft, Mapping) and draft.get("doc") == _desk().doc and _mark(draft) else {}


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
    written, desk = _written(), _desk()
    mark = _mark(written)
    if mark is None or session.work().id != desk.work or mark.number < desk.heard.get(mark.writer, 0):
        return
    desk.heard[mark.writer] = mark.number
    text, subject = whole(str(written["text"])), whole(str(written["subject"]))
    kind = Kind.LETTER.value if written["kind"] == Kind.LETTER else Kind.EMAIL.value
    session.save_draft(text=text, subject=subject, kind=kind, mark=mark)
    desk.given, desk.stands = (text, subject, kind), mark
    if _words(session.work()) != desk.given:
        desk.old = mark
    elif session.saved_line().state in _SAFE:
        desk.saved = mark


def _listen() -> None:
    """Do nothing: that the browser asks is reason enough to answer."""


def _act() -> None:
    """Do what the student chose in the editor: each act is a small object with the name of what is done."""
    act = st.session_state.get(KEY, {}).get("act")
    if isinstance(act, Mapping) and act.get("do") in _ACTS:
        _ACTS[act["do"]](act)


def _prefer(
    change: Callable[[dict[str, Any], Mapping[str, Any]], dict[str, Any]],
) -> Callable[[Mapping[str, Any]], None]:
    def act(what: Mapping[str, Any]) -> None:
        session.save_preferences(change(session.work().preferences, what))

    return act


def _settle(act: Mapping[str, Any]) -> None:
    session.settle_conflict("mine" if act.get("keep") == "mine" else "newer")


def _told(act: Mapping[str, Any], name: str) -> str:
    return whole(str(act.get(name, "")))


def _guessed(act: Mapping[str, Any]) -> None:
    report = _desk().report
    if report is not None:
        session.save_preferences(guessing.guessed(session.work().preferences, act.get("mine"), report))


_ACTS: dict[str, Callable[[Mapping[str, Any]], None]] = {
    "settle": _settle,
    "guessed": _guessed,
    "view": _prefer(lambda before, act: {**before, "view": "full" if act.get("view") == "full" else "essentials"}),
    "guess": _prefer(lambda before, act: guessing.switched(before, on=bool(act.get("on")))),
    "decide": _prefer(lambda before, act: privacy.decided(before, _told(act, "text"), "stay")),
    "ignore_rule": _prefer(lambda before, act: choices.ignore_rule(before, _told(act, "check"))),
    "accept_word": _prefer(lambda before, act: choices.accept_word(before, _told(act, "text"))),
    "ignore_once": _prefer(
        lambda before, act: choices.ignore_once(
            before,
            check=_told(act, "check"),
            text=_told(act, "text"),
            before=_told(act, "before"),
            after=_told(act, "after"),
        )
    ),
    "answer_tutor": lambda act: heard.answer(session.work(), {**act, "text": _told(act, "text")}),
    "settle_thread": lambda act: heard.settle(session.work(), act),
    "delete_comment": lambda act: heard.delete(session.work(), act),
    "undo": _prefer(lambda before, act: choices.undone(before, str(act.get("id", "")))),
}


def _data(desk: _Desk, work: session.Work) -> dict[str, Any]:
    """Return what the browser is told in this round."""
    written, revision = _written(), session.draft_revision()
    line = session.saved_line()
    data: dict[str, Any] = {
        "doc": desk.doc,
        "session": desk.book.name,
        "page": _page(desk, work),
        "saved": {
            **_named(desk.saved),
            "base": revision,
            "state": "saved" if line.state in _SAFE else line.state,
            "text": line.text,
        },
        "old": _named(desk.old),
    }
    if written and desk.stands:
        answer, pending = _read(desk, work)
        packed = None if answer is None else answer.packed(desk.book)
        threads = packed_threads(heard.heard(work).threads(work.text), work, desk.book)
        data["answer"] = {**_named(desk.stands), "report": packed, "pending": pending, "threads": threads}
    else:
        data["load"] = {"doc": desk.doc, "work": work.id, "base": revision}
        data["load"] |= {"text": _lines(work.text), "subject": work.subject, "kind": work.kind}
    newer = session.conflict()
    if newer is not None and newer.part == "draft":
        data["newer"] = {"text": _lines(newer.text), "subject": newer.subject, "kind": newer.kind}
    data["phrases"] = desk.book.news(written.get("heard"))
    if data != desk.told:  # what is the same as before is no new round, and never reaches the page
        desk.told, desk.rounds = data, desk.rounds + 1
    return {**data, "round": desk.rounds}


def _named(mark: Mark | None) -> dict[str, Any]:
    return {"writer": "", "n": 0} if mark is None else {"writer": mark.writer, "n": mark.number}


def _page(desk: _Desk, work: session.Work) -> dict[str, Any]:
    preferences = work.preferences
    return {
        "recipient": desk.book.number(str(work.plan.get("email_recipient") or "")),
        "view": "full" if preferences.get("view") == "full" else "essentials",
        "place": place.kept(),
        "checkedBy": desk.book.number(status.engines_line(engine_status().engines)),
        "shared": heard.heard(work).is_shared,
        "readers": desk.book.number(place.readers(engine_status().engines)),
        "guess": guessing.shown(preferences),
        "kept": [[kept.what, kept.name, kept.id] for kept in choices.kept(preferences)],
    }


def _read(desk: _Desk, work: session.Work) -> tuple[Answer | None, bool]:
    draft, assignment = drafts.of_work(work), asked.assignment_of(work.preferences)
    desk.report, pending = reports.of_visit().now(draft, choices.own_words(work.preferences), assignment)
    if desk.report is None:
        return None, False
    seen = choices.visible(desk.report, work.text, work.preferences)
    told = overrides.told(seen, overrides.overrides_of(heard.heard(work).comments))
    return Answer(draft, seen, engine_status(), work.preferences, told, assignment), pending


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
