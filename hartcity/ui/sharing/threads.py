"""Comments as both sides see them: threads with the words that they are about, answers, and a way to settle them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from hartcity.assignment.titles import criterion_title
from hartcity.model import ENGINE_NAMES, Family
from hartcity.storage import Comment, Remark, Who
from hartcity.storage.comments import LONGEST_TEXT
from hartcity.text.anchor import Anchor, find
from hartcity.text.shortened import shortened
from hartcity.ui import labels
from hartcity.ui.safe import safe
from hartcity.ui.sharing.store_calls import ask
from hartcity.ui.workspace import session


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.assignment import Assignment
    from hartcity.model import Span

GONE = "The words are gone from the draft."
_SHOWN_WORDS = 160
_NOT_HERE = "Does not hold here: "


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its answers, and where its words stand in the draft as it is now."""

    root: Comment
    answers: tuple[Comment, ...]
    span: Span | None

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.root.resolved_at is None


def threads_of(comments: Sequence[Comment], text: str) -> list[Thread]:
    """Return the threads in the order of the draft; those about no words, or about words that are gone, come last."""
    made = [
        Thread(root, tuple(answer for answer in comments if answer.thread == root.number), _place(root.remark, text))
        for root in comments
        if root.thread is None
    ]
    return sorted(made, key=lambda one: (not one.is_open, one.span is None, one.span or (0, 0), one.root.number))


def remarks_of(threads: Sequence[Thread]) -> tuple[list[tuple[str, Span | None]], list[tuple[str, Span | None]]]:
    """Return what waits: comments, and apart from them what a tutor overrode and why, each with its place."""
    waiting = [thread for thread in threads if thread.is_open]
    said = [(one.root.remark.text, one.span) for one in waiting if not one.root.remark.overrides]
    return said, [(overridden(one.root.remark), one.span) for one in waiting if one.root.remark.overrides]


def _place(remark: Remark, text: str) -> Span | None:
    return find(Anchor(remark.quote, remark.before, remark.after, remark.start), text) if remark.quote else None


def heading(remark: Remark, asked: Assignment | None = None) -> str:
    """Return which line of the report a remark is about, in plain words; empty when it is about none."""
    if remark.overrides:
        kind = remark.check.split(".")[0]
        return f"{_NOT_HERE}{labels.FAMILIES[Family.GRAMMAR] if kind in ENGINE_NAMES else labels.title(kind)}"
    return criterion_title(remark.criterion, asked) if remark.criterion else ""


def overridden(remark: Remark) -> str:
    """Return what a remark says does not hold, and why."""
    return f"{heading(remark).removeprefix(_NOT_HERE)}: {remark.text}"


def speaker(comment: Comment, *, mine: str = "You") -> str:
    """Return what the one who said it is called; ``mine`` is the reader's own name."""
    return mine if comment.is_mine else comment.name or ("Tutor" if comment.by_guest else "Student")


def about(thread: Thread, text: str, asked: Assignment | None = None) -> str:
    """Return in safe Markdown what a thread is about, as the draft stands now."""
    remark = thread.root.remark
    title = heading(remark, asked)
    said = [f"**{safe(title)}**"] if title else []
    if remark.quote and thread.span is not None:
        said.append(f"“{safe(shortened(thread.span.of(text), _SHOWN_WORDS))}”")
    elif remark.quote:
        said.append(f"{GONE} They were: “{safe(shortened(remark.quote, _SHOWN_WORDS))}”")
    return "  \n".join(said)


def draw_threads(  # noqa: PLR0913 - who says what about which draft, and what they may do
    who: Who, comments: Sequence[Comment], text: str, asked: Assignment, *, may_answer: bool, key: str
) -> None:
    """Draw all threads, the settled ones folded away at the end."""
    threads = threads_of(comments, text)
    for thread in threads:
        if thread.is_open:
            _draw(who, thread, about(thread, text, asked), may_answer=may_answer, key=key)
    settled = [thread for thread in threads if not thread.is_open]
    if settled:
        with st.expander(f"Settled ({len(settled)})"):
            for thread in settled:
                _draw(who, thread, about(thread, text, asked), may_answer=may_answer, key=key)


def _draw(who: Who, thread: Thread, title: str, *, may_answer: bool, key: str) -> None:
    root = thread.root
    place = f"{key}-{root.number}"
    with st.container(border=True, key=f"thread-{place}"):
        st.markdown(title or "**The draft as a whole**")
        for comment in (root, *thread.answers):
            _say(who, comment, key=place)
        if not may_answer:
            return
        if thread.is_open:
            st.text_input("Answer", key=f"answer-{place}", max_chars=LONGEST_TEXT, on_change=_answer,
                          args=(who, root.number, f"answer-{place}"), placeholder="Answer, then press Enter",
                          label_visibility="collapsed")  # fmt: skip
            st.button("Settle", key=f"settle-{place}", icon=":material/check:", on_click=_settle,
                      args=(who, root.number, True), help="It can be opened again.")  # fmt: skip
        else:
            st.button("Open again", key=f"reopen-{place}", icon=":material/undo:", on_click=_settle,
                      args=(who, root.number, False))  # fmt: skip


def _say(who: Who, comment: Comment, *, key: str) -> None:
    line, bin_ = st.columns([8, 1], vertical_alignment="center")
    when = session.on_this_clock(comment.created_at, "%b %d, %H:%M")
    line.markdown(f"{safe(comment.remark.text)}  \n:small[{safe(speaker(comment))}, {when}]")
    if comment.is_mine:
        bin_.button(
            "Delete this comment", key=f"delete-{key}-{comment.number}", icon=":material/delete:", type="tertiary",
            on_click=_delete, args=(who, comment.number),
        )  # fmt: skip


def _answer(who: Who, thread: int, key: str) -> None:
    words = str(st.session_state.get(key, "")).strip()
    if words and ask(lambda store: store.comments.add(who, Remark(words), thread=thread)) is not None:
        st.session_state[key] = ""


def _settle(who: Who, number: int, is_done: bool) -> None:
    ask(lambda store: store.comments.resolve(who, number, is_done=is_done))


def _delete(who: Who, number: int) -> None:
    ask(lambda store: store.erasure.delete_comment(who, number))
