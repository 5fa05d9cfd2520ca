"""A student hands a copy into a tutor's class by its code, and the tutor sees it there."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from hartcity.classes.folder import KEPT_DAYS, classes_folder
from hartcity.storage import NotStoredError, Reason, Store, Writing, new_id
from hartcity.storage.doubt import Doubt
from hartcity.storage.inboxes import Inboxes
from hartcity.storage.location import database_url


ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def on_an_empty_folder(tmp_path, monkeypatch):
    """Run the app without LanguageTool on a data folder of its own."""
    st.cache_resource.clear()  # a store that another test opened is on another folder
    for name, value in (("DATA", tmp_path), ("INSTALL_LANGUAGETOOL", 0)):
        monkeypatch.setenv(f"HARTCITY_{name}", str(value))
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "none"))
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    monkeypatch.setattr("streamlit.components.v2.get_bidi_component_manager", lambda: found)
    monkeypatch.setattr(
        "streamlit.components.v2.get_bidi_component_manager.get_bidi_component_manager", lambda: found, raising=False
    )


def opened(page: str) -> AppTest:
    """Return the app in a session of its own, at a page."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    return app.switch_page(f"pages/{page}.py").run()


def press(app: AppTest, label: str) -> None:
    """Press the button with this label."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def shown(app: AppTest) -> str:
    """Return what is told on the page."""
    return " ".join(block.value for block in (*app.markdown, *app.info, *app.caption))


def test_a_copy_reaches_the_class_and_can_be_taken_back(monkeypatch):
    """The class lists it by the student's name; a wrong code is told kindly; taken back, the class is empty again.

    Deleting everything takes it back too. While the store does not answer, nothing is said of the class's code, and the
    class stays.
    """
    tutor, student = opened("class"), opened("start")
    press(tutor, "Begin with a class code")
    code = tutor.code[0].value
    assert "Nobody has handed in yet" in shown(tutor)
    press(student, "Look at a practice case")
    student.switch_page("pages/export.py").run()
    assert "First there is something to decide above" in shown(student)
    assert "What is missing does not keep you" not in shown(student)
    assert "decided before the documents open; nothing else that is missing keeps you" in shown(student)
    press(student, "It can stay")
    assert "What is missing does not keep you" in shown(student)
    assert "Each finding is decided" in shown(student)

    def hand_in(typed: str, name: str) -> None:
        for label, value in (("Class code", typed), ("Your name, for your tutor", name)):
            next(field for field in student.text_input if field.label == label).set_value(value)
        press(student, "Hand in a copy")

    hand_in(f"{code[:-1]}{'2' if code[-1] != '2' else '3'}", "Ana Ruiz")
    assert "No class has this code" in shown(student)
    hand_in(code.lower(), "Ana Ruiz")
    assert "Your copy is in" in shown(student)
    tutor.run()
    assert not tutor.exception
    assert "Ana Ruiz" in str(tutor.table[0].value)
    assert any(button.label == "Read 1 copy that is new" for button in tutor.button)
    press(student, "Take it back")
    assert "It is gone from the inbox" in shown(student)
    tutor.run()
    assert "Nobody has handed in yet" in shown(tutor)
    hand_in(code, "Ana Ruiz")
    tutor.run()
    assert tutor.table
    student.switch_page("pages/versions.py").run()
    student.checkbox(key="delete_everything_sure").check().run()
    press(student, "Delete everything")
    tutor.run()
    assert "Nobody has handed in yet" in shown(tutor)

    def away(*_given: object, **_named: object) -> None:
        raise NotStoredError(Reason.BUSY)

    with monkeypatch.context() as patched:
        for method in ("code", "close"):
            patched.setattr(Inboxes, method, away)
        press(tutor, "Delete this class")
        assert not any(button.label == "Make a class code" for button in tutor.button)
        assert "The class code cannot be looked up" in tutor.error[0].value
    tutor.run()
    assert tutor.code[0].value == code
    press(tutor, "Delete this class")
    assert not tutor.code
    assert any(button.label == "Begin with a class code" for button in tutor.button)


@pytest.mark.parametrize("is_in_doubt", [True, False])
def test_a_class_whose_days_are_over_goes_when_anybody_comes(monkeypatch, is_in_doubt):
    """Nobody has to make another class for it; its inbox goes too; a clock that may be wrong deletes neither."""
    press(opened("class"), "Begin with a class code")
    (old,) = classes_folder().iterdir()
    long_ago = old.stat().st_mtime - (KEPT_DAYS + 1) * 86_400
    os.utime(old, (long_ago, long_ago))
    monkeypatch.setattr(Doubt, "holds", lambda *_: is_in_doubt)
    st.cache_resource.clear()  # as an hour later
    opened("start")
    store = Store(database_url())
    assert old.exists() is is_in_doubt
    assert bool(store.erasure.listed()) is not is_in_doubt
    store.close()


def test_an_older_version_is_handed_in_once_its_words_may_stay():
    """What stops a version is decided where it is said, as for the draft as it stands, and then the copy goes out."""
    hours = count()
    store = Store(database_url(), clock=lambda: datetime(2026, 3, 2, tzinfo=UTC) + timedelta(hours=next(hours)))
    address = new_id()
    for text in ("Dear Team,\n\nHer number is 123-45-6789. Could we meet?", "Dear Team,\n\nCould we meet on Monday?"):
        store.save_draft(address, Writing(text), base=0, writer="a")
    store.close()
    tutor = opened("class")
    press(tutor, "Begin with a class code")
    student = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    student.switch_page("pages/export.py")
    student.query_params["w"] = address
    student.run()

    def hand_in() -> None:
        for label, value in (("Class code", tutor.code[0].value), ("Your name, for your tutor", "Ana Ruiz")):
            next(field for field in student.text_input if field.label == label).set_value(value)
        next(box for box in student.selectbox if box.label == "Version").set_value(1)
        press(student, "Hand in a copy")

    hand_in()
    assert "in this version identify the service user" in shown(student)
    press(student, "It can stay")
    assert "can be handed in" in shown(student)
    hand_in()
    assert "Your copy is in" in shown(student)
    assert "can be handed in" not in shown(student)
    tutor.run()
    assert "Ana Ruiz" in str(tutor.table[0].value)
