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
    Sheet,
    read,
    suggested_columns,
    take_columns,
)
from hartcity.files import RefusedFileError
from hartcity.ui.directory import current
from hartcity.ui.safe import safe


if TYPE_CHECKING:
    from collections.abc import Iterator

    from streamlit.runtime.uploaded_file_manager import UploadedFile

LARGEST_MEGABYTES = 20
ROWS_SHOWN = 5
LEFT_OUT_SHOWN = 200

_TURN = "directory_import_turn"
_READ = "directory_import_read"
_NONE = "Not in my file"


def draw_import() -> None:
    """Draw the whole way from a file to a directory in use; the one in use stays until the last step."""
    st.markdown(
        "Your course shows you its own directory. Bring it here as a file, and the plan will rest on it: "
        "an HSDS package (zip of CSV tables, or JSON, version 3.0 or 2.0.1), or any CSV or Excel table with a row for "
        "each service. The file stays on this machine."
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
        found = _name_columns(dropped, file.file_id) if isinstance(dropped, Sheet) else dropped
    except RefusedFileError as refusal:
        st.error(f"{safe(str(refusal))} The directory in use has not changed.", icon=":material/block:")
        return
    if found is not None:
        _preview(found)


def _read_once(file: UploadedFile) -> ImportedDirectory | Sheet:
    """Read a file once, however often the page is drawn while it stays in the box."""
    known = st.session_state.get(_READ)
    if known is None or known[0] != file.file_id:
        with _progress() as progress:
            known = (file.file_id, read(file.getvalue(), file.name, progress))
        st.session_state[_READ] = known
    found: ImportedDirectory | Sheet = known[1]
    return found


@contextmanager
def _progress() -> Iterator[Progress]:
    """Show a bar while rows are read."""
    bar = st.progress(0.0, "Reading the rows")

    def show(done: int, total: int) -> None:
        bar.progress(done / max(total, 1), f"{done:,} of {total:,} rows read")

    try:
        yield show
    finally:
        bar.empty()


def _name_columns(sheet: Sheet, file_id: str) -> ImportedDirectory | None:
    """Ask what each column holds; what was chosen and read for one file says nothing about the next."""
    st.markdown(
        f"**{len(sheet.rows):,} rows, {len(sheet.columns)} columns.** Which column holds what? "
        "Names that look alike are filled in already; only the first two are needed."
    )
    suggested = suggested_columns(sheet.columns)
    options = [_NONE, *sheet.columns]
    with st.form("directory_columns"):
        chosen = {}
        places = st.columns(3)
        for place, field in enumerate(FIELDS):
            at = options.index(suggested[field.name]) if field.name in suggested else 0
            with places[place % 3]:
                chosen[field.name] = st.selectbox(
                    field.label, options, at, key=f"directory_column_{file_id}_{field.name}"
                )
        st.caption("The first rows of your file")
        first = pd.DataFrame([row.cells for row in sheet.rows[:ROWS_SHOWN]], columns=list(sheet.columns)).fillna("")
        st.dataframe(first, hide_index=True, alt="The first rows of your file")
        is_asked = st.form_submit_button("Read the rows", type="primary")
    columns = {field: column for field, column in chosen.items() if column != _NONE}
    key = (file_id, tuple(columns.items()))
    if is_asked:
        with _progress() as progress:
            st.session_state[f"{_READ}_columns"] = (key, take_columns(sheet, columns, progress))
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
        st.session_state["directory_told"] = (
            "Your directory is in use and saved with your work."
            if is_kept
            else "Your directory is in use for this visit. It is too large to be saved with your work, "
            "so please keep the file."
        )
        st.rerun()


def _counted(many: int, thing: str) -> str:
    return f"{many:,} {thing}" if many == 1 else f"{many:,} {thing}s"
