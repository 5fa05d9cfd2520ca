"""The directory: who offers what to whom, who is not served, and what it takes to get in."""

import streamlit as st

from hartcity.ui.directory import in_use
from hartcity.ui.directory.finding import draw_finding, draw_whose
from hartcity.ui.directory.importing import draw_import


directory = in_use()

st.title("Directory")
draw_whose(directory)
if told := st.session_state.pop("directory_told", ""):
    st.toast(told, icon=":material/check:", duration="long")  # stays when the page is drawn again

find, bring = st.tabs(["Find a service", "Bring your directory"])
with find:
    draw_finding(directory)
with bring:
    draw_import()
