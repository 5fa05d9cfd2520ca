"""The first page: where to go on, what stands already, and what the assistant does and leaves to the student."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from hartcity.ui import practice, signed_in, where_words_go
from hartcity.ui.next_page import go_to
from hartcity.ui.progress import steps
from hartcity.ui.safe import safe
from hartcity.ui.since import said_since
from hartcity.ui.workspace import session
from hartcity.ui.workspace.work import RecentWork


_MOST_OTHERS = 8


def draw_first_page() -> None:
    """Draw all of it."""
    st.title("Hart City assignment assistant")
    st.markdown("Plan the services, write the advocacy email, see how it reads. In your own words.")
    work = session.work()
    is_new = not (work.text or work.plan)
    recent = session.recent()
    others = [other for other in recent if other.id != work.id]
    if not is_new:
        known: tuple[str, str] | None = (work.id, _called(work, recent))
    elif others:
        last = others.pop(0)
        known = last.id, f"{last.title}, saved {said_since(last.saved_at)}"
    else:
        known = None
    with st.container(horizontal=True):
        if known:
            label = f"Continue {safe(known[1])}"
            st.button(label, type="primary", icon=":material/arrow_forward:", on_click=_go_on, args=known[:1])
        _draw_beginnings(is_new=is_new)
    if not is_new:
        _draw_work()
    if others:
        _draw_others(others)
    st.space("small")
    _draw_promises()


def _called(work: session.Work, recent: Sequence[RecentWork]) -> str:
    """Return what the open work is called, and when it was saved, if it was."""
    title = str((work.plan.get("service_user") or {}).get("alias") or work.subject or "your draft")
    saved = next((f", saved {said_since(seen.saved_at)}" for seen in recent if seen.id == work.id), "")
    return f"{title}{saved}"


def _draw_beginnings(*, is_new: bool) -> None:
    st.button("Start a new plan", type="primary" if is_new else "secondary", icon=":material/add:", on_click=_anew)
    for label, icon, find_first in (
        ("Look at a practice case", ":material/school:", False),
        ("Practice: find the flaws first", ":material/search:", True),
    ):
        st.button(label, icon=icon, on_click=_practice_case, kwargs={"find_first": find_first})
    st.button(
        "Look for services",
        icon=":material/domain:",
        help="The directory: who offers what, and to whom.",
        on_click=go_to,
        args=("directory",),
    )


def _draw_work() -> None:
    st.header("Your work")
    with st.container(horizontal=True):
        for step in steps(session.work()).values():
            with st.container(border=True, width=280):
                st.markdown(f"{step.icon} **{step.title}**  \n{safe(step.words)}")


def _draw_others(others: Sequence[RecentWork]) -> None:
    with st.expander("Other work on this browser" if signed_in.settings() is None else "Your other work"):
        for other in others[:_MOST_OTHERS]:
            st.button(
                safe(other.title),
                key=f"open-{other.id}",
                icon=":material/folder_open:",
                on_click=_open_work,
                args=(other.id,),
            )


def _draw_promises() -> None:
    does, does_not, privacy = st.columns(3, gap="large")
    with does:
        st.header("What it does")
        st.markdown(
            "- Collects your service plan: two services, what they change, how they work together, what access costs.\n"
            "- Reads your draft while you write and underlines what may stand in its way.\n"
            "- Says for each criterion what it saw, with the words it rests on and the reason."
        )
    with does_not:
        st.header("What it leaves to you")
        st.markdown(
            "- The sentences. It asks questions and fixes spelling and grammar, nothing more.\n"
            "- The grade. Every score is practice feedback, not your grade.\n"
            "- Sending. Nothing is sent to anyone; you hand in what you choose."
        )
    with privacy:
        st.header("Where your words stay")
        found_again = (
            "Your work is found again by the address of the page, so keep that address to yourself."
            if signed_in.settings() is None
            else "Your work opens for your account alone. Sign out when others use this browser too."
        )
        st.markdown(
            f"- {safe(where_words_go.kept().capitalize())}. No text goes to an outside grammar service, ever.\n"
            f"- {found_again}\n"
            "- Names and details that could identify someone are asked about first."
        )


def _go_on(workspace: str) -> None:
    """Open a workspace where its student was: at the email once there is one."""
    if workspace == session.work().id or session.open_workspace(workspace):
        go_to("email" if session.work().text else "plan")


def _open_work(workspace: str) -> None:
    """Open a workspace, and stay here."""
    session.open_workspace(workspace)


def _anew() -> None:
    """Begin a workspace, at the plan."""
    session.new_workspace()
    go_to("plan")


def _practice_case(*, find_first: bool) -> None:
    """Open the practice case."""
    practice.open_practice(find_first=find_first)
    go_to("email")
