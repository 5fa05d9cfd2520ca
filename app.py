"""The assistant's pages, and what stands on every one of them.

Streamlit imports this file once for its server, and runs it again for every page that is drawn.
"""

import streamlit as st

from hartcity.analysis import start_engines
from hartcity.server import settings
from hartcity.ui import session
from hartcity.ui.connection import watch_page
from hartcity.ui.plan import gather
from hartcity.ui.progress import steps
from hartcity.ui.remembered import remember
from hartcity.ui.sharing import share_button
from hartcity.ui.status import status_line


def draw() -> None:
    """Draw the page that was asked for."""
    st.set_page_config(page_title="Hart City assignment assistant", page_icon="assets/theme/icon.svg", layout="wide")
    st.logo("assets/theme/logo.svg", size="large")
    start_engines()

    gather()
    reached = steps(session.work())
    page = st.navigation(
        {
            "": [
                st.Page("pages/start.py", title="Start", icon=":material/home:", default=True),
                st.Page(
                    "pages/plan.py",
                    title="1 Service plan",
                    url_path="plan",
                    icon=reached["plan"].icon,
                    help=reached["plan"].words,
                ),
                st.Page(
                    "pages/email.py",
                    title="2 Email",
                    url_path="email",
                    icon=reached["email"].icon,
                    help=reached["email"].words,
                ),
                st.Page("pages/versions.py", title="3 Versions", url_path="versions", icon=":material/history:"),
                st.Page("pages/export.py", title="4 Hand in", url_path="export", icon=":material/task_alt:"),
            ],
            "Look up": [
                st.Page("pages/directory.py", title="Directory", url_path="directory", icon=":material/domain:"),
                st.Page("pages/method.py", title="How scoring works", url_path="method", icon=":material/fact_check:"),
                st.Page("pages/class.py", title="Whole class", url_path="class", icon=":material/groups:"),
                st.Page("pages/assignment.py", title="Own assignment", url_path="assignment", icon=":material/tune:"),
                st.Page("pages/tutor.py", title="Tutor", url_path="tutor", icon=":material/school:"),
            ],
        },
        position="top",
    )
    line = st.container()
    page.run()
    with line:
        if page.url_path not in {"email", "tutor"}:  # the editor says it itself, at every round; a tutor saves nothing
            status_line()
        if page.url_path != "tutor":
            share_button()
    watch_page()
    if page.url_path:
        st.fragment(remember)()
    else:  # the start page offers what the browser remembers, so it is drawn again with it
        remember()


if __name__ == "__main__":
    draw()
else:
    app = st.App(__file__, **settings(screens="hartcity.ui"))
