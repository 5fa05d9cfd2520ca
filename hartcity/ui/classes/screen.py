"""The whole way of a class: drop what you have, wait or go away, look, take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from hartcity.assignment import COURSE, assignments, load
from hartcity.classes.folder import KEPT_DAYS, BusyError, ClassFolder, Settings, new_class
from hartcity.classes.run_process import Stage
from hartcity.classes.scheduler import scheduler
from hartcity.documents import ENDINGS
from hartcity.ui import signed_in, where_words_go
from hartcity.ui.assignments.kept import known as own_assignments
from hartcity.ui.classes import current_class, inbox
from hartcity.ui.classes.alike import draw_alike
from hartcity.ui.classes.downloads import draw_taking
from hartcity.ui.classes.heat import draw_heat
from hartcity.ui.classes.needs import draw_needs
from hartcity.ui.classes.scores import draw_scores
from hartcity.ui.classes.table import draw_table
from hartcity.ui.classes.words import pace
from hartcity.ui.safe import safe


if TYPE_CHECKING:
    from collections.abc import Iterable

    from streamlit.runtime.uploaded_file_manager import UploadedFile

_ENDINGS = [*ENDINGS, "zip", "csv", "tsv", "jsonl", "json"]
LARGEST_MEGABYTES = 20
_LOOK_SECONDS = 1.5
_LEFT_OUT_SHOWN = 200


def draw_class() -> None:
    """Draw the screen for the class in the address, or the way to one."""
    st.title("Whole class", anchor=False)
    found = current_class.folder()
    if found is None:
        if current_class.PARAMETER in st.query_params:
            st.info("The class at this address is not on this machine any more.", icon=":material/info:")
        _draw_entrance()
        return
    settings = found.settings
    st.markdown(f"**{safe(settings.name or 'A class')}**")  # above the buttons, so that a long name takes none's room
    with st.container(horizontal=True):
        st.button("Another class", icon=":material/arrow_back:", on_click=current_class.go_to, args=(None,))
        _draw_deletion(found)
    inbox.draw_inbox(found)
    standing = found.standing()
    is_running = standing.stage is Stage.RUNNING
    st.fragment(_draw_standing, run_every=_LOOK_SECONDS if is_running else None)(found, was_running=is_running)
    this = current_class.opened(found)
    if this is None or not this.finished.rows:
        return
    _draw_left_out(this)
    names = ["Table", "Heat map", "What next", "Scores", "Alike", "Take along"]
    draws = (draw_table, draw_heat, draw_needs, draw_scores, draw_alike, draw_taking)
    for tab, draw in zip(st.tabs(names), draws, strict=True):
        with tab:
            draw(this)


def _draw_entrance() -> None:
    st.markdown(
        "Drop what you have: Word, PDF, OpenDocument, email, Markdown or text files, web pages, a zip as your learning "
        "platform gives it, a table with a draft a row, or exports of this app. Each student's files are found by "
        "their names, both parts when they are there."
    )
    turn = st.session_state.setdefault("class_turn", 0)
    files = st.file_uploader(
        "Files of the class",
        type=_ENDINGS,
        accept_multiple_files=True,
        key=f"class_files_{turn}",
        max_upload_size=LARGEST_MEGABYTES,
    )
    left, right = st.columns(2)
    name = left.text_input("Name of the class", placeholder="for example HS 101, fall", max_chars=80, key="class_name")
    names = [*assignments(), *(str(own.newest) for own in own_assignments())]
    chosen = right.selectbox(
        "Assignment",
        names,
        index=names.index(COURSE),
        format_func=lambda each: load(each).title,
        key="class_assignment",
    )
    with st.container(horizontal=True):
        reads = st.button("Read the class", type="primary", icon=":material/play_arrow:", disabled=not files)
        begins = st.button(
            "Begin with a class code", icon=":material/key:", disabled=bool(files),
            help="Students then hand in by themselves.",
        )  # fmt: skip
    if reads or begins:
        _begin(name.strip(), chosen, files, reads=reads)
    where = "on your institution's cluster" if scheduler() else where_words_go.kept()
    st.caption(
        f"The files stay {safe(where)}, in a folder that only this app's account can read, and are deleted with the "
        f"class, or {KEPT_DAYS} days after it was last opened, and the class code and the copies in it with them."
    )
    _draw_known()


def _begin(name: str, assignment: str, files: Iterable[UploadedFile], *, reads: bool) -> None:
    """Make a class of what was dropped, and begin to read it or give it its code."""
    account = signed_in.account()
    made = new_class(Settings(name, assignment, owner="" if account is None else account.id))
    for file in files:
        made.drop(file.name, file)
    st.session_state["class_turn"] += 1  # an empty field for the next class
    current_class.go_to(made)
    if reads:
        _start(made)
    else:
        inbox.make(made)
    st.rerun()


def _draw_known() -> None:
    if known := current_class.known():
        st.header("Your classes", anchor=False)
        for each in known:
            label = f"{each.settings.name or 'A class'}: {_in_words(each)}"
            st.button(label, key=f"class_open_{each.path.name}", on_click=current_class.go_to, args=(each,))


def _in_words(found: ClassFolder) -> str:
    standing = found.standing()
    return {
        Stage.DROPPED: "not read yet",
        Stage.RUNNING: f"being read, {standing.done} of {standing.total}",
        Stage.STOPPED: f"stopped at {standing.done} of {standing.total}",
        Stage.DONE: f"{standing.total} students",
    }[standing.stage]


def _start(found: ClassFolder) -> None:
    try:
        found.start()
    except BusyError as busy:
        st.session_state["class_busy"] = str(busy)


def _draw_standing(found: ClassFolder, *, was_running: bool) -> None:
    standing = found.standing()
    if busy := st.session_state.pop("class_busy", ""):
        st.warning(f"{busy} Would you start this one when it is done?", icon=":material/hourglass_top:")
    if was_running and standing.stage is not Stage.RUNNING:
        st.rerun()
    if standing.stage is Stage.DONE:
        return
    if standing.stage is Stage.RUNNING:
        share = standing.done / standing.total if standing.total else 0.0
        told = f"{standing.done} of {standing.total} students" if standing.total else "Getting ready"
        st.progress(share, text=f"{told}{pace(standing.rate, standing.left)}")
        st.caption("You can close this page; it goes on. Those who write meanwhile come first.")
        st.button("Stop", icon=":material/stop:", on_click=found.stop)
        return
    if standing.fault:
        st.error(safe(standing.fault), icon=":material/block:")
    elif standing.total:
        st.info(f"Stopped at {standing.done} of {standing.total} students. Nothing is lost.", icon=":material/pause:")
    label = "Go on" if standing.total else "Read the class"
    if standing.stage is Stage.DROPPED and not found.holds_files:
        st.caption("The class is empty until somebody hands in.")
        return
    if st.button(label, type="primary", icon=":material/play_arrow:"):
        _start(found)
        st.rerun()  # the whole page, so that this part begins to look again by itself


def _draw_deletion(found: ClassFolder) -> None:
    with st.popover("Delete", icon=":material/delete:"):
        st.markdown(
            "The files, the reports, the class code and what students handed in by it, read or not, go for good. "
            "Students keep their own work."
        )
        # A class that is gone could not close its inbox any more.
        if st.button("Delete this class", type="primary") and inbox.forget(found):
            found.delete()
            current_class.go_to(None)
            st.rerun()


def _draw_left_out(this: current_class.Opened) -> None:
    left_out = this.finished.left_out
    if not left_out:
        return
    word = "file was" if len(left_out) == 1 else "files were"
    with st.expander(f"{len(left_out)} {word} not read", icon=":material/report:"):
        st.table([{"File": safe(one["file"]), "Why": safe(one["reason"])} for one in left_out[:_LEFT_OUT_SHOWN]])
        if len(left_out) > _LEFT_OUT_SHOWN:
            st.caption("The rest stands in the table under Take along.")
