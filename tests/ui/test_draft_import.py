"""A document becomes the draft by two clicks, and a refused one changes nothing."""

import io

import docx
import pytest
from streamlit.testing.v1 import AppTest

from hartcity.documents import ENDINGS


SCRIPT = """
import streamlit as st
from hartcity.ui.workspace import session
from hartcity.ui.draft_import import bring_draft

if "begun" in st.session_state:
    session.save_draft(text=st.session_state.pop("begun"), subject="Old subject", kind="email")
bring_draft()
work = session.work()
st.code(f"{work.subject}|{work.text}", language=None)
"""


@pytest.fixture
def screen():
    """Run the screen on a draft that is there already."""
    app = AppTest.from_string(SCRIPT, default_timeout=120)
    app.session_state["begun"] = "Dear team, the old words."
    return app.run()


def word():
    """Return a Word document of two paragraphs."""
    document = docx.Document()
    for paragraph in ("Dear Intake Team,", "I write for a parent of two."):
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_document_is_shown_first_and_used_when_asked(screen):
    """The words are shown, the draft stays until the button, and the subject stays where the document has none."""
    screen.file_uploader[0].upload("draft.docx", word())
    screen.run()
    assert screen.text[0].value == "Dear Intake Team,\n\nI write for a parent of two."
    assert screen.code[0].value == "Old subject|Dear team, the old words."
    screen.button[0].click().run()
    assert not screen.exception
    assert screen.code[0].value == "Old subject|Dear Intake Team,\n\nI write for a parent of two."


def test_every_kind_of_document_can_be_dropped_and_is_named(screen):
    """The field takes each ending that documents are read by, and says in words which they are."""
    field = screen.file_uploader[0]
    assert field.allowed_type == [f".{ending}" for ending in ENDINGS]
    assert all(kind in field.label for kind in ("Word", "OpenDocument", "PDF", "email", "web page", "Markdown", "text"))
    field.upload("draft.html", b"<p>Dear Intake Team,</p><p>I write.</p>")
    screen.run()
    assert screen.text[0].value == "Dear Intake Team,\n\nI write."


def test_a_refused_document_changes_nothing(screen):
    """The reason is told without an exception, and the draft is as it was."""
    screen.file_uploader[0].upload("draft.docx", b"PK\x03\x04 no archive")
    screen.run()
    assert not screen.exception
    assert "has not changed" in screen.error[0].value
    assert screen.code[0].value == "Old subject|Dear team, the old words."
