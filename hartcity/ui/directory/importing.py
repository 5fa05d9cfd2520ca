"""Bringing the student's own directory in: drop a file, name its columns, look at what comes, use it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from hartcity.directory.importing import (
    FIELDS,
    ImportedDirectory,
    Progress,
    Question,
    bring,
    suggested_columns,
)
from hartcity.files import RefusedFileError
from hartcity.ui import where_words_go
from hartcity.ui.directory import current
from hartcity.ui.safe import safe


if TYPE_CHECKING:
    from collections.abc import Iterator

    from streamlit.delta_generator import DeltaGenerator
    from streamlit.runtime.uploaded_file_manager import UploadedFile

LARGEST_MEGABYTES = 20
ROWS_SHOWN = 5
LEFT_OUT_SHOWN = 200

_TURN = "directory_import_turn"
_READ = "directory_import_read"
_SHEET = "directory_import_sheet"
_NONE = "Not in my file"
_ALL_SHEETS = "All sheets that list services"


def draw_import() -> None:
    """Draw the whole way from a file to a directory in use; the one in use stays until the last step."""
    st.markdown(
        "Your course shows you its own directory. Bring it here as a file, and the plan will rest on it: "
        "an HSDS package (zip of CSV tables, or JSON, version 3.0 or 2.0.1), or any CSV or Excel table with a row for "
        f"each service. The file stays {safe(where_words_go.kept())}."
    )
    turn = st.session_state.setdefault(_TURN, 0)
    file = st.file_uploader(
        "Directory file",
        type=["csv", "tsv", "txt", "xlsx", "zip", "json"],
        key=f"directory_file_{turn}",
        max_upload_size=LARGEST_MEGABYTES,
    )
    if file is None:
        st.session_state.pop(_READ, None)
        return
    try:
        dropped = _read_once(file)
        found = _name_columns(dropped, file) if isinstance(dropped, Question) else dropped
    except RefusedFileError as refusal:
        st.error(f"{safe(str(refusal))} The directory in use has not changed.", icon=":material/block:")
        return
    if found is not None:
        _preview(found)


def _read_once(file: UploadedFile) -> ImportedDirectory | Question:
    """Read a file once, however often the page is drawn while it stays in the box; ask which sheet is meant."""
    sheet = st.session_state.get(_SHEET)
    if sheet is not None and sheet[0] != file.file_id:
        sheet = None
    known = st.session_state.get(_READ)
    chosen = sheet[1] if sheet else None
    place = _place_of_progress()
    if known is None or known[0] != (file.file_id, chosen):
        with _progress(place) as progress:
            found = bring(file.getvalue(), file.name, sheet=chosen, progress=progress)
        known = ((file.file_id, chosen), found)
        st.session_state[_READ] = known
    found = known[1]
    if isinstance(found, Question) and len(found.sheets) > 1:
        _choose_sheet(found, file, chosen)
    return found


def _choose_sheet(found: Question, file: UploadedFile, chosen: str | None) -> None:
    options = [_ALL_SHEETS, *found.sheets]
    at = options.index(chosen) if chosen in options else 0
    answer = st.selectbox("Sheet", options, at, key=f"directory_sheet_{file.file_id}")
    wanted = None if answer == _ALL_SHEETS else answer
    if wanted != chosen:
        st.session_state[_SHEET] = (file.file_id, wanted)
        st.rerun()


def _place_of_progress() -> DeltaGenerator:
    """Return a place that is always there, so that nothing below moves when the bar comes and goes.

    What moves is made anew in the browser: a fold closes, and a click that has begun on a button comes to nothing.
    """
    return st.empty()


@contextmanager
def _progress(place: DeltaGenerator) -> Iterator[Progress]:
    """Show a bar in its place while rows are read."""
    bar = place.progress(0.0, "Reading the rows")

    def show(done: int, total: int) -> None:
        bar.progress(done / max(total, 1), f"{done:,} of {total:,} rows read")

    try:
        yield show
    finally:
        bar.empty()


def _name_columns(sheet: Question, file: UploadedFile) -> ImportedDirectory | None:
    """Ask what each column holds; what was chosen and read for one file says nothing about the next."""
    for notice in sheet.notices:
        st.caption(safe(notice))
    st.markdown(
        f"**{sheet.rows:,} rows, {len(sheet.columns)} columns.** Which column holds what? "
        "Names that look alike are filled in already; only the first two are needed, and one column may hold both."
    )
    suggested = suggested_columns(sheet.columns)
    options = [_NONE, *sheet.columns]
    place_of = f"{file.file_id}_{'_'.join(sheet.taken)}"
    with st.form("directory_columns"):
        chosen = {}
        places = st.columns(3)
        for place, field in enumerate(FIELDS):
            at = options.index(suggested[field.name]) if field.name in suggested else 0
            with places[place % 3]:
                chosen[field.name] = st.selectbox(
                    field.label, options, at, key=f"directory_column_{place_of}_{field.name}"
                )
        st.caption("The first rows of your file")
        first = pd.DataFrame(list(sheet.first), columns=list(sheet.columns)).fillna("")
        st.dataframe(first, hide_index=True, alt="The first rows of your file")
        is_asked = st.form_submit_button("Read the rows", type="primary")
    columns = {field: column for field, column in chosen.items() if column != _NONE}
    key = (place_of, tuple(columns.items()))
    below = _place_of_progress()
    if is_asked:
        only = sheet.taken[0] if len(sheet.taken) == 1 else None
        with _progress(below) as progress:
            read = bring(file.getvalue(), file.name, sheet=only, columns=columns, progress=progress)
        st.session_state[f"{_READ}_columns"] = (key, read)
    named = st.session_state.get(f"{_READ}_columns")
    taken: ImportedDirectory | None = named[1] if named and named[0] == key else None
    return taken


def _preview(found: ImportedDirectory) -> None:
    directory = found.directory
    st.success(
        f"{safe(found.format)}: {_counted(len(directory.organizations), 'organization')} and "
        f"{_counted(len(directory.services), 'service')} ready. Nothing has changed yet.",
        icon=":material/fact_check:",
    )
    for notice in found.notices:
        st.caption(safe(notice))
    if found.left_out:
        with st.expander(f"{len(found.left_out):,} left out, and why"):
            rows = [
                {"File": safe(left.file), "Line": left.line, "Reason": safe(left.reason)}
                for left in found.left_out[:LEFT_OUT_SHOWN]
            ]
            st.table(rows, hide_index=True, alt="Rows that were left out")
            if len(found.left_out) > LEFT_OUT_SHOWN:
                st.caption(f"The first {LEFT_OUT_SHOWN} are shown.")
    sample = [
        {
            "Organization": safe(service.organization),
            "Service": safe(service.name),
            "Does not serve": safe("; ".join(service.not_served)),
            "Cost": safe(service.cost),
        }
        for service in directory.services[:ROWS_SHOWN]
    ]
    st.table(sample, hide_index=True, alt="The first services")
    if st.button("Use this directory", type="primary", icon=":material/check:"):
        is_kept = current.use(directory)
        st.session_state[_TURN] += 1
        st.session_state.pop(_READ, None)
        st.session_state.pop(_SHEET, None)
        st.session_state["directory_told"] = (
            "Your directory is in use and saved with your work."
            if is_kept
            else "Your directory is in use for this visit. It is too large to be saved with your work, "
            "so please keep the file."
        )
        st.rerun()


def _counted(many: int, thing: str) -> str:
    return f"{many:,} {thing}" if many == 1 else f"{many:,} {thing}s"
