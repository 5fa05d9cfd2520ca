"""The list of versions, newest first, each with what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from hartcity.storage import Origin
from hartcity.ui.safe import safe
from hartcity.ui.versions import labels
from hartcity.ui.workspace import stored


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.storage import Version

PER_PAGE = 8
STEPS_PER_PAGE = 30
_NAME_LENGTH = 80


def _restore(number: int) -> None:
    if stored.restore(number):
        st.toast(f"The draft reads as version {number} again. What it read before is kept.")


def _name(number: int, key: str) -> None:
    stored.name(number, str(st.session_state[key]))


def _row(version: Version, *, is_current: bool) -> None:
    number = version.number
    with st.container(border=True), st.container(horizontal=True, vertical_alignment="center"):
        current = " · the draft as it stands" if is_current else ""
        st.markdown(f"**{safe(labels.title(version))}**  \n{safe(labels.details(version) + current)}", width="stretch")
        if not is_current:
            st.button(
                "Restore", key=f"restore-{number}", icon=":material/history:", on_click=_restore, args=(number,),
                help="The draft as it stands is kept as a version.",
            )  # fmt: skip
        with st.popover("Name", icon=":material/edit:", key=f"naming-{number}"):
            key = f"name-{number}"
            st.text_input("Name of this version", value=version.name, max_chars=_NAME_LENGTH, key=key)
            st.button("Keep this name", key=f"rename-{number}", on_click=_name, args=(number, key))
        if not is_current:
            with st.popover("Delete", icon=":material/delete:", key=f"deleting-{number}"):
                st.markdown("This version goes for good and cannot be brought back.")
                st.button("Delete this version", key=f"delete-{number}", on_click=stored.delete_version, args=(number,))


def version_list(versions: Sequence[Version], chosen: Sequence[Version]) -> None:
    """Draw the ``chosen`` of the versions, eight to a page, an undo above them after a restore, and the rest folded."""
    own_line = [version for version in versions if version.origin is not Origin.OTHER_TAB]
    current = own_line[-1]
    if current.origin is Origin.RESTORED:
        st.button("Undo the last restore", icon=":material/undo:", on_click=stored.undo_restore, type="primary")
    for version in _on_page(list(reversed(chosen)), PER_PAGE, key="versions_page"):
        _row(version, is_current=version.number == current.number)
    numbers = {version.number for version in chosen}
    between = [version for version in reversed(versions) if version.number not in numbers]
    if between:
        with st.expander(f"Steps on the way ({len(between)})", icon=":material/more_horiz:"):
            st.caption("Texts that were only added to later, the newest first. Each can be brought back.")
            for version in _on_page(between, STEPS_PER_PAGE, key="steps_page"):
                _row(version, is_current=False)


def _on_page(newest_first: Sequence[Version], most: int, *, key: str) -> Sequence[Version]:
    """Draw the way to older pages, where there are any, and return what stands on the page that is open.

    It stands above the rows, so that it keeps its place and the keyboard while they change.
    """
    pages = -(-len(newest_first) // most)
    page = 1 if pages <= 1 else st.pagination(pages, key=key)
    return newest_first[(page - 1) * most : page * most]
