"""What a student chose in the editor, and what is done then: each act is an object with the name of what is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from hartcity.model import Report
from hartcity.ui.editor import find_first
from hartcity.ui.editor.offsets import whole
from hartcity.ui.sharing import draft_comments
from hartcity.ui.workspace import privacy, self_rating, session, set_aside


Act: TypeAlias = Callable[[Mapping[str, Any], Report | None], None]
"""Does what an act says; some need the report that the student saw."""


def do(act: Mapping[str, Any], report: Report | None) -> None:
    """Do what the student chose; an act that is none of ours is left alone."""
    if act.get("do") in _ACTS:
        _ACTS[act["do"]](act, report)


def _prefer(
    change: Callable[[dict[str, Any], Mapping[str, Any]], dict[str, Any]],
) -> Act:
    def act(what: Mapping[str, Any], _report: Report | None) -> None:
        session.save_preferences(change(session.work().preferences, what))

    return act


def _settle(act: Mapping[str, Any], _report: Report | None) -> None:
    session.settle_conflict("mine" if act.get("keep") == "mine" else "newer")


def _told(act: Mapping[str, Any], name: str) -> str:
    return whole(str(act.get(name, "")))


def _guessed(act: Mapping[str, Any], report: Report | None) -> None:
    if report is not None:
        work = session.work()
        session.save_preferences(self_rating.guessed(work.preferences, act.get("mine"), report, work.text))


def _looked(act: Mapping[str, Any], report: Report | None) -> None:
    if report is not None:
        work = session.work()
        kept = find_first.compared(work.preferences, act.get("marks"), act.get("missing"), report, work.text)
        session.save_preferences(kept)


_ACTS: dict[str, Act] = {
    "settle": _settle,
    "guessed": _guessed,
    "view": _prefer(lambda before, act: {**before, "view": "full" if act.get("view") == "full" else "essentials"}),
    "guess": _prefer(lambda before, act: self_rating.switched(before, on=bool(act.get("on")))),
    "look": _prefer(lambda before, act: find_first.begun(before) if act.get("on") else find_first.ended(before)),
    "looked": _looked,
    "decide": _prefer(lambda before, act: privacy.decided(before, _told(act, "text"), "stay")),
    "ignore_rule": _prefer(lambda before, act: set_aside.ignore_rule(before, _told(act, "check"))),
    "accept_word": _prefer(lambda before, act: set_aside.accept_word(before, _told(act, "text"))),
    "ignore_once": _prefer(
        lambda before, act: set_aside.ignore_once(
            before,
            check=_told(act, "check"),
            text=_told(act, "text"),
            before=_told(act, "before"),
            after=_told(act, "after"),
        )
    ),
    "answer_tutor": lambda act, _: draft_comments.answer(session.work(), {**act, "text": _told(act, "text")}),
    "settle_thread": lambda act, _: draft_comments.settle(session.work(), act),
    "delete_comment": lambda act, _: draft_comments.delete(session.work(), act),
    "undo": _prefer(lambda before, act: set_aside.undone(before, str(act.get("id", "")))),
}
