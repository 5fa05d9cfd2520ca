"""A browser tab finds its work again, says how saving went, and never overwrites another tab."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from hartcity.storage import Store


SCRIPT = """
import streamlit as st
from hartcity.ui.workspace import session

work = session.work()
for act in st.session_state.pop("acts", []):
    name, arguments, named = act
    st.session_state.setdefault("answers", []).append(getattr(session, name)(*arguments, **named))
"""


class TabUnderTest:
    """A browser tab: a Streamlit session without a browser, which does one thing a run."""

    def __init__(self, address: str = "") -> None:
        self.app = AppTest.from_string(SCRIPT, default_timeout=60)
        if address:
            self.app.query_params["w"] = address
        self.run()

    def run(self) -> None:
        """Run the page once."""
        self.app.run()
        assert not self.app.exception

    def do(self, name: str, *arguments: object, **named: object) -> object:
        """Call one function of the session in a run of the page and return its answer."""
        self.app.session_state["acts"] = [(name, arguments, named)]
        self.run()
        return self.app.session_state["answers"][-1]

    def save(self, text: str) -> None:
        """Save a draft."""
        self.do("save_draft", text=text, subject="", kind="email")

    @property
    def address(self) -> str:
        """The workspace in the address bar."""
        found = self.app.query_params.get("w", [""])
        return found if isinstance(found, str) else found[0]

    @property
    def work(self):
        """The work as a page sees it."""
        return self.do("work")

    @property
    def line(self):
        """The saved line."""
        return self.do("saved_line")


def test_nothing_is_stored_and_no_address_given_before_the_first_save(data: Path) -> None:
    """Looking around leaves no trace: no workspace in the database and no id in the address."""
    tab = TabUnderTest()
    assert tab.line.state == "nothing_yet"
    assert tab.address == ""
    assert not tab.work.text
    with sqlite3.connect(data / "hartcity.sqlite3") as connection:
        assert connection.execute("SELECT count(*) FROM workspace").fetchone() == (0,)


def test_the_first_save_puts_the_id_in_the_address() -> None:
    """After the first save the address names the workspace, and the line gives the time."""
    tab = TabUnderTest()
    tab.save("Dear team,")
    assert tab.address == tab.work.id
    assert len(tab.address) == 43
    assert tab.line.state == "saved"
    assert tab.line.text.startswith("Saved ")


def test_a_refresh_finds_everything() -> None:
    """A new session at the same address has draft, plan and preferences."""
    tab = TabUnderTest()
    tab.do("save_plan", {"service_user": {"alias": "Ms. A"}})
    tab.do("save_draft", text="Dear team,", subject="Request", kind="letter")
    tab.do("save_preferences", {"view": "full"})
    again = TabUnderTest(tab.address).work
    assert (again.text, again.subject, again.kind) == ("Dear team,", "Request", "letter")
    assert again.plan == {"service_user": {"alias": "Ms. A"}}
    assert again.preferences == {"view": "full"}


def test_a_restart_finds_everything() -> None:
    """A program that was started anew opens the same address with the same words."""
    tab = TabUnderTest()
    tab.save("Dear team,")
    st.cache_resource.clear()
    assert TabUnderTest(tab.address).work.text == "Dear team,"


def test_the_address_comes_back_after_a_page_change() -> None:
    """Streamlit clears the address when the page changes; the next run puts the id back."""
    tab = TabUnderTest()
    tab.save("Dear team,")
    address = tab.address
    tab.app.query_params.clear()
    tab.run()
    assert tab.address == address
    assert tab.work.text == "Dear team,"


def test_an_unknown_address_opens_nothing_and_is_not_taken_over() -> None:
    """An id that nobody stored, which somebody else may have chosen, never becomes the id of new work."""
    tab = TabUnderTest("chosen-by-somebody-else")
    assert tab.line.state == "nothing_yet"
    assert "No work was found" in tab.line.text
    tab.save("Dear team,")
    assert tab.address != "chosen-by-somebody-else"
    assert TabUnderTest("chosen-by-somebody-else").work.text == ""


def test_a_second_tab_is_told_and_both_drafts_are_kept() -> None:
    """The tab that saves second sees the newer text and loses none of its own."""
    first = TabUnderTest()
    first.save("where we began")
    second = TabUnderTest(first.address)
    second.save("where we began, second tab")
    first.save("where we began, first tab")
    assert first.line.state == "conflict"
    assert first.do("conflict").text == "where we began, second tab"
    assert first.work.text == "where we began, first tab"
    assert TabUnderTest(first.address).work.text == "where we began, second tab"


@pytest.mark.parametrize(("keep", "text"), [("mine", "first tab"), ("newer", "second tab")])
def test_a_conflict_can_be_settled_both_ways(keep: str, text: str) -> None:
    """Whichever draft the student chooses goes on, and the other one stays among the versions."""
    first = TabUnderTest()
    first.save("where we began")
    second = TabUnderTest(first.address)
    second.save("second tab")
    first.save("first tab")
    first.do("settle_conflict", keep)
    assert first.do("conflict") is None
    assert first.line.state == "saved"
    assert first.work.text == text
    assert TabUnderTest(first.address).work.text == text
    first.save(f"{text}, and on")
    assert first.line.state == "saved"
    store = Store.open()
    texts = [version.writing.text for version in store.versions.list(first.address)]
    store.close()
    assert {"first tab", "second tab"} <= set(texts)


@pytest.mark.parametrize(("keep", "expected"), [("mine", "first"), ("newer", "second")])
def test_a_plan_conflict_can_be_settled_both_ways(keep: str, expected: str) -> None:
    """The plan that was not chosen is one undo away."""
    first = TabUnderTest()
    first.do("save_plan", {"coordination": "start"})
    second = TabUnderTest(first.address)
    second.do("save_plan", {"coordination": "second"})
    first.do("save_plan", {"coordination": "first"})
    assert first.line.state == "conflict"
    assert first.do("conflict").plan == {"coordination": "second"}
    first.do("settle_conflict", keep)
    assert first.work.plan == {"coordination": expected}
    assert TabUnderTest(first.address).work.plan == {"coordination": expected}
    other = "second" if keep == "mine" else "first"
    assert first.do("undo_plan") == {"coordination": other}


def test_plan_undo_survives_a_refresh() -> None:
    """What was changed before a refresh can be undone and redone after it."""
    tab = TabUnderTest()
    tab.do("save_plan", {"coordination": "one"})
    tab.do("save_plan", {"coordination": "two"})
    again = TabUnderTest(tab.address)
    assert again.do("undo_plan") == {"coordination": "one"}
    assert again.work.plan == {"coordination": "one"}
    assert again.do("redo_plan") == {"coordination": "two"}
    assert again.do("redo_plan") is None


def test_a_plan_that_the_page_changes_in_place_is_saved() -> None:
    """A page may hand back the very plan it was given, changed; that is a change all the same."""
    tab = TabUnderTest()
    tab.do("save_plan", {"services": [{"organization": "one"}]})
    plan = tab.work.plan
    plan["services"][0]["organization"] = "two"
    tab.do("save_plan", plan)
    assert TabUnderTest(tab.address).work.plan == {"services": [{"organization": "two"}]}


def test_when_saving_fails_the_words_stay_and_the_line_says_why(data: Path) -> None:
    """While another program holds the database, the text stays in the tab; the next save stores all of it."""
    tab = TabUnderTest()
    tab.save("first")
    other = sqlite3.connect(data / "hartcity.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    tab.save("first and second")
    assert tab.line.state == "not_saved"
    assert tab.line.text == "Not saved yet: the database is busy. It is being tried again."
    assert tab.work.text == "first and second"
    other.execute("ROLLBACK")
    other.close()
    tab.save("first and second")
    assert tab.line.state == "saved"
    assert TabUnderTest(tab.address).work.text == "first and second"


def test_what_could_not_be_saved_is_tried_again_by_the_line_itself(data: Path) -> None:
    """Plan, draft and choices that a busy database refused are stored when the line looks again, and it says so."""
    tab = TabUnderTest()
    tab.save("first")
    other = sqlite3.connect(data / "hartcity.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    tab.do("save_plan", {"coordination": "They meet on Mondays."})
    tab.save("first and second")
    tab.do("save_preferences", {"view": "full"})
    page = AppTest.from_string(
        f"{SCRIPT}\nfrom hartcity.ui.status import status_line\nstatus_line(shows_words=False)", default_timeout=60
    )
    page.session_state["hartcity_tab"] = tab.app.session_state["hartcity_tab"]
    page.run()
    assert "being tried again" in page.caption[0].value
    other.execute("ROLLBACK")
    other.close()
    page.run()
    assert page.caption[0].value.startswith("Saved")
    again = TabUnderTest(tab.address).work
    assert (again.text, again.plan["coordination"]) == ("first and second", "They meet on Mondays.")
    assert again.preferences == {"view": "full"}


def test_a_database_that_cannot_be_opened_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the database away, the address stays, typing is kept in the tab, and nothing stored is overwritten later."""
    tab = TabUnderTest()
    tab.save("stored before")
    address = tab.address
    st.cache_resource.clear()
    monkeypatch.setenv("DATABASE_URL", "postgresql://hartcity@127.0.0.1:9/none")
    away = TabUnderTest(address)
    assert away.address == address
    assert "could not be opened: the database cannot be reached" in away.line.text
    away.save("typed meanwhile")
    assert away.line.state == "not_saved"
    assert away.work.text == "typed meanwhile"
    monkeypatch.delenv("DATABASE_URL")
    st.cache_resource.clear()
    away.save("typed meanwhile, and on")
    assert away.line.state == "conflict"
    assert away.do("conflict").text == "stored before"
    assert away.work.text == "typed meanwhile, and on"


def test_a_new_workspace_leaves_the_old_one_stored() -> None:
    """Starting anew clears the page and the address; the work before it is offered as recent and opens again."""
    tab = TabUnderTest()
    tab.do("save_plan", {"service_user": {"alias": "Ms. A"}})
    old = tab.address
    tab.do("new_workspace")
    assert tab.address == ""
    assert tab.work.plan == {}
    assert [(seen.id, seen.title) for seen in tab.do("recent")] == [(old, "Ms. A")]
    assert tab.do("open_workspace", old) is True
    assert tab.work.plan == {"service_user": {"alias": "Ms. A"}}
    assert tab.address == old


def test_an_address_that_arrives_late_does_not_bring_the_old_work_back() -> None:
    """A browser that still shows the address of the work before, just after a new one was begun, changes nothing."""
    tab = TabUnderTest()
    tab.save("old work")
    old = tab.address
    tab.do("new_workspace")
    tab.app.query_params["w"] = old
    tab.run()
    assert tab.work.text == ""
    assert tab.address == ""


def test_opening_what_is_not_there_changes_nothing() -> None:
    """An id without a workspace is answered with False, and the tab stays where it was."""
    tab = TabUnderTest()
    tab.save("here")
    assert tab.do("open_workspace", "nowhere") is False
    assert tab.work.text == "here"


def test_a_database_that_is_lost_underneath_is_told_and_everything_stored_anew(data: Path) -> None:
    """Nothing is called saved in a file that was deleted; the next save puts all that the page holds into a new one."""
    tab = TabUnderTest()
    tab.do("save_plan", {"coordination": "They meet on Mondays."})
    tab.do("save_preferences", {"view": "full"})
    tab.save("Dear team,")
    for file in data.glob("hartcity.sqlite3*"):
        file.unlink()
    assert tab.line.state == "not_saved"
    assert "moved or deleted" in tab.line.text
    tab.save("Dear team,")
    assert tab.line.state == "saved"
    assert "in a new file" in tab.line.text
    again = TabUnderTest(tab.address).work
    assert again.text == "Dear team,"
    assert again.plan == {"coordination": "They meet on Mondays."}
    assert again.preferences == {"view": "full"}
