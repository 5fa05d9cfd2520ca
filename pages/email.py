"""Step 2: the draft in its editor, and beside it what it does so far."""

import streamlit as st

from hartcity.ui.assignment_picker import draw_asked
from hartcity.ui.draft_import import bring_draft
from hartcity.ui.editor import draft_editor
from hartcity.ui.plan_facts import draw_facts
from hartcity.ui.workspace import session


st.title("Email", anchor=False)
if session.work().preferences.get("practice"):
    st.caption("A practice case with a few flaws to find. Change anything; your own work is not touched.")

asked, planned = st.columns(2)
with asked:
    draw_asked()
with planned:
    draw_facts()
st.fragment(draft_editor)()
bring_draft()
