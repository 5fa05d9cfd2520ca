"""The assistant's pages, and what stands on every one of them.

Streamlit imports this file once for its server, and runs it again for every page that is drawn.
"""

from typing import Literal

import streamlit as st

from hartcity.analysis import start_engines
from hartcity.identity import Role
from hartcity.server import settings
from hartcity.ui import signed_in
from hartcity.ui.connection import watch_page
from hartcity.ui.look import put_right
from hartcity.ui.next_page import follow
from hartcity.ui.plan import gather
from hartcity.ui.progress import ICONS, Step, steps
from hartcity.ui.sharing import share_button
from hartcity.ui.sign_in_gate import draw_account, draw_gate, is_administrator, may_enter
from hartcity.ui.status import status_line
from hartcity.ui.workspace import session
from hartcity.ui.workspace.browser_memory import recall, remember


def _shown(who_may: bool) -> Literal["visible", "hidden"]:
    return "visible" if who_may else "hidden"


def pages(reached: dict[str, Step]) -> dict[str, list[st.Page]]:
    """Return the pages by their place in the navigation; ``reached`` says how far each step is."""
    icons = {name: reached[name].icon if reached else ICONS["empty"] for name in ("plan", "email")}
    words = {name: reached[name].words if reached else None for name in ("plan", "email")}
    shown = _shown(signed_in.has_role(Role.TUTOR))
    look_up = [
        st.Page("pages/directory.py", title="Directory", url_path="directory", icon=":material/domain:"),
        st.Page("pages/method.py", title="How scoring works", url_path="method", icon=":material/fact_check:"),
    ]
    of_tutors = [
        st.Page("pages/class.py", title="Whole class", url_path="class", icon=":material/groups:", visibility=shown),
        st.Page(
            "pages/assignment.py",
            title="Own assignment",
            url_path="assignment",
            icon=":material/tune:",
            visibility=shown,
        ),
        st.Page("pages/tutor.py", title="Tutor", url_path="tutor", icon=":material/school:", visibility=shown),
    ]
    of_administrators = st.Page(
        "pages/administrator.py",
        title="Administrator",
        url_path="administrator",
        icon=":material/admin_panel_settings:",
        visibility=_shown(is_administrator()),
    )
    return {
        "": [
            st.Page("pages/start.py", title="Start", icon=":material/home:", default=True),
            st.Page("pages/plan.py", title="1 Service plan", url_path="plan", icon=icons["plan"], help=words["plan"]),
            st.Page("pages/email.py", title="2 Email", url_path="email", icon=icons["email"], help=words["email"]),
            st.Page("pages/versions.py", title="3 Versions", url_path="versions", icon=":material/history:"),
            st.Page("pages/export.py", title="4 Hand in", url_path="export", icon=":material/task_alt:"),
        ],
        "Look up": [*look_up, *of_tutors, of_administrators],
    }


def _shows_words(page: str) -> bool:
    """Whether a page shows words of the student that the engines read: the plan's, or the draft's in its documents."""
    work = session.work()
    return bool(work.plan) if page == "plan" else bool(work.text.strip()) and page in {"versions", "export"}


def draw() -> None:
    """Draw the page that was asked for, or the way in where people sign in."""
    st.set_page_config(page_title="Hart City assignment assistant", page_icon="assets/theme/icon.svg", layout="wide")
    st.logo("assets/theme/logo.svg", size="large")
    put_right()
    start_engines()
    if not may_enter():
        st.navigation(pages({}), position="hidden")
        draw_gate()
        watch_page()
        return
    is_signed_in = signed_in.account() is not None
    if is_signed_in:
        recall()
    gather()
    page = st.navigation(pages(steps(session.work())), position="top")
    follow(page.url_path)
    line = st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center")
    page.run()
    with line:
        if page.url_path not in {"email", "tutor"}:  # the editor says it itself, at every round; a tutor saves nothing
            status_line(shows_words=_shows_words(page.url_path))
        if page.url_path != "tutor":
            share_button()
        draw_account()
    watch_page()
    if not is_signed_in:
        st.fragment(remember)(offers=not page.url_path)


if __name__ == "__main__":
    draw()
else:
    app = st.App(__file__, **settings(screens="hartcity.ui"))
