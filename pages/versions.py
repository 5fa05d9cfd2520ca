"""Step 3: how the draft came to be, what each change did, and what happens to the data."""

import streamlit as st

from hartcity.ui.versions import choose_two, milestones, scored, side_by_side, timeline, version_list, your_data
from hartcity.ui.workspace import assignment_in_use, counting, session, stored


st.title("Versions", anchor=False)
versions = stored.versions()
if not versions:
    st.markdown(
        "Versions appear by themselves while you write the email: one for each draft that stood or was revised. "
        "You can then see how the scores moved, compare any two, and go back."
    )
    st.page_link("pages/email.py", label="Write the email", icon=":material/edit_note:")
else:
    chosen = milestones(versions)
    timeline(scored(chosen), assignment_in_use.assignment_of(session.work().preferences))
    if len(chosen) > 1:
        st.header("Side by side", anchor=False)
        before, after = choose_two(chosen)
        side_by_side(before, after)
    st.header("All versions", anchor=False)
    version_list(versions, chosen)
    counting.draw_question()
your_data()
