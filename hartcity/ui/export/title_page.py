"""What stands on the title page, among the references and at the head of a letter, as the student tells it."""

from __future__ import annotations

import streamlit as st

from hartcity.exports import READINGS
from hartcity.model import Kind
from hartcity.ui.export.gathering import Details, details, own_title
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


def draw_details() -> Details:
    """Draw the fields and return what is in them; open where a page for the title is still to be filled in."""
    given = details()
    # And so it stays while that is done.
    is_open = st.session_state.setdefault(
        _key("title_page_open"), not all((given.author, given.institution, given.course))
    )
    with st.expander("Title page, references and addresses", expanded=is_open):
        left, right = st.columns(2, gap="large")
        with left:
            title = st.text_input("Title", given.title or own_title(), key=_key("title"))
            author = st.text_input("Your name", given.author, key=_key("author"))
            institution = st.text_input("Department and institution", given.institution, key=_key("institution"))
            course = st.text_input("Course number and name", given.course, key=_key("course"))
            instructor = st.text_input("Instructor", given.instructor, key=_key("instructor"))
            due = st.text_input("Due date", given.due, key=_key("due"), placeholder="for example December 1, 2026")
        with right:
            references = _references(given)
            recipient_email = st.text_input(
                "Where the email goes",
                given.recipient_email,
                key=_key("recipient_email"),
                placeholder="taken from the directory where it is known",
            )
            sender, recipient = _address_blocks(given)
    return Details(author, institution, course, instructor, due, title, references, sender, recipient, recipient_email)


def _references(given: Details) -> str:
    references = st.text_area(
        "References, one a line",
        given.references,
        key=_key("references"),
        height="content",
        help="As in APA 7, with asterisks around what is italic. DOIs are written as https://doi.org/ links.",
    )
    st.caption("The course's own readings, to be added to the list:")
    for reading in READINGS:
        st.button(
            f"Add {safe(reading.cited)}",
            key=f"reading_{reading.cited}",
            help=f"The assignment names {reading.where}.",
            disabled=reading.entry in references,
            on_click=_add_reading,
            args=(reading.entry,),
        )
    return references


def _address_blocks(given: Details) -> tuple[str, str]:
    """Return the writer's address block and the reader's: a letter has both, and an email asks for neither."""
    if session.work().kind != Kind.LETTER:
        return given.sender, given.recipient
    sender = st.text_area("Your address block", given.sender, height="content", key=_key("sender"))
    recipient = st.text_area(
        "The reader's address block",
        given.recipient,
        height="content",
        key=_key("recipient"),
        placeholder="taken from the directory",
    )
    return sender, recipient


def _key(field: str) -> str:
    """Return the widget key of a field of this workspace."""
    return f"hand_in_{field}_{session.work().id}"


def _add_reading(entry: str) -> None:
    """Put a reading into the list where the alphabet has it."""
    listed = {*filter(None, st.session_state[_key("references")].split("\n")), entry}
    st.session_state[_key("references")] = "\n".join(sorted(listed, key=str.casefold))
