"""A shared plan as its tutor sees it: by the directory that the student has in use."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from hartcity.analysis import check_plan
from hartcity.directory import Directory, to_text
from hartcity.directory.importing import ImportedDirectory, bring
from hartcity.model import State
from hartcity.plan import plan_from_json
from hartcity.storage import Right, Store, new_id
from hartcity.ui.directory import current
from hartcity.ui.safe import safe
from hartcity.ui.tutor.tutor_session import TutorSession


if TYPE_CHECKING:
    from collections.abc import Iterator

SCREEN = """
import streamlit as st
from hartcity.ui.tutor.plan import draw_plan
from hartcity.ui.safe import safe
from hartcity.ui.tutor.tutor_session import tutor_session

here = tutor_session()
seen = here.look()
if seen is None:
    st.text(here.told)
else:
    st.text(seen.stamp)
    draw_plan(here, seen)
"""
PLAN = {
    "service_user": {"alias": "Ms. Q", "needs": ["a room"]},
    "services": [{"organization": "North House", "service": "Night room", "need": "a room", "finances": "Free."}],
}
LISTED = "The plan calls “Night room” free, and the directory lists: {}."
COLUMNS = {"organization": "Organization", "service": "Service", "cost_options": "Cost options"}


def own(cost: str = "Nightly fee") -> Directory:
    """Return a directory as a student brings it."""
    sheet = f"{','.join(COLUMNS.values())}\nNorth House,Night room,{cost}\n".encode()
    found = bring(sheet, "mine.csv", columns=COLUMNS)
    assert isinstance(found, ImportedDirectory)
    return found.directory


@pytest.fixture
def store() -> Iterator[Store]:
    """Open the store that the screens use."""
    opened = Store.open()
    yield opened
    opened.close()


@pytest.fixture
def student(store: Store) -> str:
    """Return the address of a workspace with a plan."""
    address = new_id()
    store.save_plan(address, PLAN, base=0, writer="a")
    return address


def bring_in(store: Store, student: str, kept: str) -> None:
    """Save a directory with the student's work, as their screens do."""
    store.save_preferences(student, {current.PREFERENCE: kept}, frozenset())


class Tutor:
    """A tutor who has come in by a share."""

    def __init__(self, store: Store, student: str, may: Right) -> None:
        """Share the work and draw its plan."""
        share = store.shares.create(student, may, lasts=timedelta(days=1))
        assert share is not None
        self.number = share.number
        self.app = AppTest.from_string(SCREEN, default_timeout=120)
        self.app.session_state["tutor_session"] = TutorSession(secret=share.secret, is_in=True)
        self.look()

    def look(self) -> None:
        """Draw it again."""
        self.app.run()
        assert not self.app.exception

    @property
    def stamp(self) -> str:
        """What the screen is drawn again by, or why nothing is open."""
        return str(self.app.text[0].value)

    @property
    def open_points(self) -> str:
        """What is open in the plan."""
        return "\n".join(one.value for one in self.app.markdown)

    @property
    def checked_by(self) -> str:
        """What is said of the directory."""
        return str(self.app.caption[0].value) if self.app.caption else ""


@pytest.mark.parametrize("may", [Right.READ, Right.COMMENT])
def test_a_tutor_sees_the_points_that_the_students_own_directory_gives(store: Store, student: str, may: Right) -> None:
    """Whatever the share allows, each open point is the student's, and the directory is called by its name."""
    bring_in(store, student, to_text(own()))
    tutor = Tutor(store, student, may)
    waiting = [
        check
        for check in check_plan(plan_from_json(PLAN), own()).checks
        if check.state in {State.NOT_SEEN, State.PARTLY}
    ]
    assert waiting
    for check in waiting:
        assert safe(check.reason) in tutor.open_points
    assert safe(LISTED.format("Nightly fee")) in tutor.open_points
    assert tutor.checked_by.startswith(f"Checked against the student's own directory, “{safe('mine.csv')}”.")


def test_without_an_own_directory_it_is_the_illustrative_one(store: Store, student: str) -> None:
    """The points are those of before, and the caption says why no other directory stands behind them."""
    tutor = Tutor(store, student, Right.READ)
    assert "and the directory lists" not in tutor.open_points
    assert tutor.checked_by.startswith(
        "Checked against the illustrative directory: none of the student's own is saved with this work."
    )


@pytest.mark.parametrize(
    "kept",
    ["no directory", to_text(Directory({"organization": pd.DataFrame({"name": ["North House"]})}))],
    ids=["no directory", "a row without what ties it to others"],
)
def test_an_own_directory_that_cannot_be_read_is_said_to_be_that(store: Store, student: str, kept: str) -> None:
    """The student's own screens fall back on the illustrative one too."""
    bring_in(store, student, kept)
    tutor = Tutor(store, student, Right.READ)
    assert "and the directory lists" not in tutor.open_points
    assert "illustrative directory: the student's own can no longer be read." in tutor.checked_by


def test_another_directory_is_followed_while_the_tutor_looks(store: Store, student: str) -> None:
    """One that is brought, mended under the same name, or put away shows with the next look."""
    tutor = Tutor(store, student, Right.READ)
    stamps = [tutor.stamp]
    for cost in ("Nightly fee", "Entrance fee"):
        bring_in(store, student, to_text(own(cost)))
        tutor.look()
        assert safe(LISTED.format(cost)) in tutor.open_points
        stamps.append(tutor.stamp)
    store.save_preferences(student, {}, frozenset({current.PREFERENCE}))
    tutor.look()
    assert "and the directory lists" not in tutor.open_points
    assert "illustrative" in tutor.checked_by
    assert len({*stamps, tutor.stamp}) == len(stamps)
    assert tutor.stamp == stamps[0]


def test_when_the_share_ends_the_directory_goes_with_it(store: Store, student: str) -> None:
    """Nothing of it is shown, or held by the tutor's tab, any more."""
    bring_in(store, student, to_text(own()))
    tutor = Tutor(store, student, Right.READ)
    held: TutorSession = tutor.app.session_state["tutor_session"]
    assert held.opened_directory[1] is not None
    store.shares.revoke(student, tutor.number)
    tutor.look()
    assert tutor.stamp == "The student has ended this share."
    assert not tutor.open_points
    assert held.opened_directory == ("", None)
