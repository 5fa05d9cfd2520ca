"""Step 4: what is there, what is missing, and the documents to hand in."""

import streamlit as st

from hartcity.exports import READINGS
from hartcity.model import Kind
from hartcity.ui.export import gathering
from hartcity.ui.export.checklist import checklist
from hartcity.ui.export.documents import draw_documents
from hartcity.ui.export.gate import draw_waiting
from hartcity.ui.export.handing_in import draw_handing_in
from hartcity.ui.progress import ICONS
from hartcity.ui.safe import safe
from hartcity.ui.workspace import assignment_in_use, counting, session


SHAPES = {"met": f"{ICONS['there']} Met", "partly": f"{ICONS['begun']} Partly", "not_yet": f"{ICONS['empty']} Not yet"}

work = session.work()

st.title("Hand in")
if not work.text.strip() and not work.plan:
    st.markdown(
        "Nothing is written yet. The service plan and the email come together here as one document, "
        "once there is something of each."
    )
    with st.container(horizontal=True):
        st.page_link("pages/plan.py", label="Begin with the service plan", icon=":material/arrow_forward:")
        st.page_link("pages/email.py", label="Begin with the email", icon=":material/arrow_forward:")
    st.stop()

given = gathering.details()


def key(field: str) -> str:
    """Return the widget key of a field of this workspace."""
    return f"hand_in_{field}_{work.id}"


def add_reading(entry: str) -> None:
    """Put a reading into the list where the alphabet has it."""
    listed = {*filter(None, st.session_state[key("references")].split("\n")), entry}
    st.session_state[key("references")] = "\n".join(sorted(listed, key=str.casefold))


before = st.container()  # what is missing stands first, and is known once the fields below are read

# Open where a page for the title is still to be filled in, and so it stays while that is done.
is_open = st.session_state.setdefault(key("title_page_open"), not all((given.author, given.institution, given.course)))
with st.expander("Title page, references and addresses", expanded=is_open):
    left, right = st.columns(2, gap="large")
    with left:
        title = st.text_input("Title", given.title or gathering.own_title(), key=key("title"))
        author = st.text_input("Your name", given.author, key=key("author"))
        institution = st.text_input("Department and institution", given.institution, key=key("institution"))
        course = st.text_input("Course number and name", given.course, key=key("course"))
        instructor = st.text_input("Instructor", given.instructor, key=key("instructor"))
        due = st.text_input("Due date", given.due, key=key("due"), placeholder="for example December 1, 2026")
    with right:
        references = st.text_area(
            "References, one a line",
            given.references,
            key=key("references"),
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
                on_click=add_reading,
                args=(reading.entry,),
            )
        recipient_email = st.text_input(
            "Where the email goes",
            given.recipient_email,
            key=key("recipient_email"),
            placeholder="taken from the directory where it is known",
        )
        is_letter = work.kind == Kind.LETTER
        sender = (
            st.text_area("Your address block", given.sender, height="content", key=key("sender"))
            if is_letter
            else given.sender
        )
        recipient = (
            st.text_area(
                "The reader's address block",
                given.recipient,
                height="content",
                key=key("recipient"),
                placeholder="taken from the directory",
            )
            if is_letter
            else given.recipient
        )
gathering.keep(
    gathering.Details(
        author, institution, course, instructor, due, title, references, sender, recipient, recipient_email
    )
)

hand_in = gathering.gather()
waiting = gathering.undecided(hand_in)

with before:
    st.header("Before you hand in", anchor=False)
    for item in checklist(hand_in, len(waiting), assignment_in_use.assignment_of(work.preferences)):
        st.markdown(f"{SHAPES[item.reached]} **{safe(item.title)}**  \n{safe(item.words)}")
    st.caption("Practice feedback, not your grade. What is missing does not keep you from handing in.")

if waiting:
    st.header("Could these words identify the service user?", anchor=False)
    st.markdown("Documents open once each is decided: change it where it stands, or say that it may stay.")
    draw_waiting(waiting)

st.header("Documents", anchor=False)
draw_documents(hand_in, is_open=not waiting)

draw_handing_in(is_open=not waiting)
counting.draw_question()
