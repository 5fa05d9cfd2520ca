"""The student's own directory on their own screens."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


SCREEN = """
import json
import streamlit as st
from hartcity.directory.importing import bring
from hartcity.ui.directory import current
from hartcity.ui.export import gathering
from hartcity.ui.progress import plan_report
from hartcity.ui.workspace import session

if not session.work().plan:
    service = {"organization": "North House", "service": "Night room", "finances": "Free."}
    session.save_plan({"services": [service]})
columns = {"organization": "Organization", "service": "Service", "cost_options": "Cost options"}
sheet = f"{','.join(columns.values())}\\nNorth House,Night room,{st.session_state['cost']}\\n"
current.use(bring(sheet.encode(), "mine.csv", columns=columns).directory)
for report in (plan_report(session.work()), gathering.gather().plan_report):
    st.text(next(check.reason for check in report.checks if check.check == "finances"))
"""


def test_a_directory_that_was_mended_under_its_name_is_the_one_that_counts():
    """A file that is brought again with another cost in it changes what is said of the same plan, on every screen."""
    app = AppTest.from_string(SCREEN, default_timeout=120)
    for cost in ("Nightly fee", "Entrance fee"):
        app.session_state["cost"] = cost
        app.run()
        assert not app.exception
        assert [text.value.endswith(f"the directory lists: {cost}.") for text in app.text] == [True, True]


FINDING = """
from hartcity.ui.directory import in_use
from hartcity.ui.directory.finding import draw_finding

draw_finding(in_use())
"""


def test_a_search_that_tells_of_danger_shows_first_whom_to_call():
    """The note stands while the words do, and the services are found all the same."""
    app = AppTest.from_string(FINDING, default_timeout=120).run()
    for query, number in (
        ("I feel suicidal", "988"),
        ("he is hitting me right now", "1-800-799-7233"),
        ("counseling", ""),
    ):
        app.text_input(key="directory_query").input(query).run()
        assert not app.exception
        assert [number in one.value and "911" in one.value for one in app.info] == ([True] if number else [])
