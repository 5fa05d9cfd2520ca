"""Step 1: the service plan, and beside it what a tutor would ask."""

import streamlit as st

from hartcity.ui.plan import plan_screen


st.title("Service plan", anchor=False)
plan_screen()
