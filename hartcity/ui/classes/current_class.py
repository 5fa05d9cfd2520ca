"""The class that this tab is at: by its address, and what was read of it, kept until its table changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from hartcity.assignment import COURSE, Assignment, AssignmentError, load
from hartcity.classes.alike import Alike, alike
from hartcity.classes.finished import TABLE, FinishedClass
from hartcity.classes.folder import ClassFolder, open_class
from hartcity.classes.needs import Need, needs
from hartcity.ui import signed_in
from hartcity.ui.workspace import session


PARAMETER = "class"
"""The query parameter that holds the class's id."""

_KEPT = "classes"
_MOST_KEPT = 12


@dataclass(frozen=True)
class Opened:
    """A class with its outcome and assignment, as the tabs of the screen take it."""

    folder: ClassFolder
    finished: FinishedClass
    assignment: Assignment
    stamp: int

    @property
    def criteria(self) -> dict[str, str]:
        """The assignment's criteria with their titles."""
        return {criterion.id: criterion.title for criterion in self.assignment.criteria}

    @property
    def checks(self) -> list[str]:
        """The checks that the table has columns for."""
        rows = self.finished.rows
        return [head.removeprefix("check_") for head in (rows[0] if rows else ()) if head.startswith("check_")]

    def key(self, name: str) -> str:
        """Return a widget's key for this class."""
        return f"class_{name}_{self.folder.path.name}"


def folder() -> ClassFolder | None:
    """Return the class in the address, or None when there is none or it was deleted."""
    asked = st.query_params.get(PARAMETER, "")
    return open_class(asked, signed_in.account()) if asked else None


def go_to(found: ClassFolder | None) -> None:
    """Put a class, or none, into the address, and remember it among this workspace's own."""
    if found is None:
        st.query_params.pop(PARAMETER, None)
        return
    st.query_params[PARAMETER] = found.id
    remember(found)


def remember(found: ClassFolder) -> None:
    """Keep a class among those that this workspace offers to open again."""
    preferences = session.work().preferences
    kept = [each for each in preferences.get(_KEPT, []) if each != found.id]
    session.save_preferences({**preferences, _KEPT: [found.id, *kept][:_MOST_KEPT]})


def known() -> list[ClassFolder]:
    """Return the classes that this workspace opened and that are still there, the latest first."""
    account = signed_in.account()
    found = [open_class(each, account) for each in session.work().preferences.get(_KEPT, [])]
    return [each for each in found if each is not None]


def opened(found: ClassFolder) -> Opened | None:
    """Return the class with what came out of it so far, or None before there is a table."""
    table = found.out / TABLE
    if not table.is_file():
        return None
    stamp = table.stat().st_mtime_ns
    try:
        assignment = load(found.settings.assignment)
    except AssignmentError:
        assignment = load(COURSE)
    return Opened(found, _finished(str(found.out), stamp), assignment, stamp)


@st.cache_resource(max_entries=8, show_spinner=False)
def _finished(out: str, stamp: int) -> FinishedClass:  # noqa: ARG001 - the stamp makes it another entry
    return FinishedClass(Path(out))


@st.cache_data(max_entries=8, show_spinner="Looking through the drafts")
def class_needs(out: str, stamp: int) -> list[Need]:
    """Return what the class needs next."""
    return needs(_finished(out, stamp).reports())


@st.cache_data(max_entries=8, show_spinner="Comparing the drafts")
def class_alike(out: str, stamp: int, assignment_words: str) -> tuple[list[str], list[str], list[Alike]]:
    """Return the students' names, their texts, and the pairs of drafts that share many words."""
    found = [(report["student"], report["text"]) for report in _finished(out, stamp).reports()]
    texts = [text for _, text in found]
    return [name for name, _ in found], texts, alike(texts, left_out=[assignment_words])
