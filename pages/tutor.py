"""The tutor's page: what a student shared, as the student sees it, and what to talk about."""

import streamlit as st

from hartcity.ui.sign_in_gate import for_tutors
from hartcity.ui.tutor import tutor_screen


st.title("Tutor", anchor=False)
if for_tutors():
    tutor_screen()
