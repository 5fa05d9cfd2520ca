"""Step 3: how the draft came to be, what each change did, and what happens to the data."""

import streamlit as st

from hartcity.ui import keeping
from hartcity.ui.versions import labels, scored, side_by_side, timeline, version_list, your_data


st.title("Versions", anchor=False)
versions = keeping.versions()
if not versions:
    st.markdown(
        "Versions appear by themselves while you write the email: one for each stretch of work. "
        "You can then see how the scores moved, compare any two, and go back."
    )
    st.page_link("pages/email.py", label="Write the email", icon=":material/edit_note:")
else:
    timeline(scored(versions))
    if len(versions) > 1:
        st.subheader("Side by side", anchor=False)
        older, newer = st.columns(2, gap="medium")
        by_number = {version.number: version for version in versions}
        numbers = list(by_number)
        before = older.selectbox(
            "Older", numbers[:-1], index=len(numbers) - 2, format_func=lambda n: labels.choice(by_number[n])
        )
        later = [number for number in numbers if number > before]
        after = newer.selectbox("Newer", later, index=len(later) - 1, format_func=lambda n: labels.choice(by_number[n]))
        side_by_side(by_number[before], by_number[after])
    st.subheader("All versions", anchor=False)
    version_list(versions)
your_data()
