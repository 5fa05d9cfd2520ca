"""Step 4: what is there, what is missing, and the documents to hand in."""

import streamlit as st

from hartcity.ui.export import gathering
from hartcity.ui.export.checklist import draw_checklist
from hartcity.ui.export.documents import draw_documents
from hartcity.ui.export.gate import draw_waiting
from hartcity.ui.export.handing_in import draw_handing_in
from hartcity.ui.export.title_page import draw_details
from hartcity.ui.workspace import counting, session


st.title("Hand in")
if not session.work().text.strip() and not session.work().plan:
    st.markdown(
        "Nothing is written yet. The service plan and the email come together here as one document, "
        "once there is something of each."
    )
    with st.container(horizontal=True):
        st.page_link("pages/plan.py", label="Begin with the service plan", icon=":material/arrow_forward:")
        st.page_link("pages/email.py", label="Begin with the email", icon=":material/arrow_forward:")
    st.stop()

before = st.container()  # what is missing stands first, and is known once the fields below are read
gathering.keep(draw_details())
hand_in = gathering.gather()
private = gathering.private(hand_in)
waiting = gathering.undecided(private)

with before:
    draw_checklist(hand_in, len(waiting), len(private))

with st.container():  # there when all is decided too: what follows keeps its place, and a fold that is open stays so
    if waiting:
        st.header("Could these words identify the service user?", anchor=False)
        st.markdown("Documents open once each is decided: change it where it stands, or say that it can stay.")
        draw_waiting(waiting)

st.header("Documents", anchor=False)
draw_documents(hand_in, is_open=not waiting)

draw_handing_in(is_open=not waiting)
counting.draw_question()
