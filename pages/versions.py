"""Step 3: how the draft came to be, what each change did, and what happens to the data."""

import streamlit as st

<<<<<<< HEAD
from hartcity.ui.versions import choose_two, scored, side_by_side, timeline, version_list, your_data
from hartcity.ui.workspace import assignment_in_use, counting, session, stored
=======
from hartcity.ui.versions import choose_two, milestones, scored, side_by_side, timeline, version_list, your_data
from hartcity.ui.workspace import assignment_in_use, session, stored
>>>>>>> 54551c7 (Keep versions as milestones that end no sentence in the middle, compare the first with the draft as it stands, and let open tabs be read in dark mode)


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
<<<<<<< HEAD
    version_list(versions)
    counting.draw_question()
=======
    version_list(versions, chosen)
>>>>>>> 54551c7 (Keep versions as milestones that end no sentence in the middle, compare the first with the draft as it stands, and let open tabs be read in dark mode)
your_data()
