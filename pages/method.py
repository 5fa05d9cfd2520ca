"""How scoring works: every criterion, check, rule and engine, with its source, and what is not judged."""

import streamlit as st

from hartcity.analysis import engine_status
from hartcity.ui import labels
from hartcity.ui.method import accuracy, criteria, held, reader, rules, spoil
from hartcity.ui.safe import safe


st.title("How scoring works")
st.markdown(
    "Each score is the sum of its receipt, and each line of a receipt rests on words in the draft. "
    "The course publishes no weights, so these are ours: practice feedback, not your grade."
)

st.header("Criteria")
criteria.show()

st.header("Rules")
rules.show()

st.header("Engines")
for status in engine_status().engines:
    version = f" {status.version}" if status.version else ""
    st.markdown(f"**{safe(labels.engine(status.name) + version)}** {safe(status.message or status.state.value)}")

st.header("The reader")
reader.show()

st.header("Measured accuracy")
accuracy.show()

st.header("What held here")
held.show()

st.header("Try it")
spoil.show()

st.header("What it does not judge")
st.markdown(
    "- Whether a fact is true, or whether a service is the right one for a person.\n"
    "- How a reader feels. A high score on tone says that certain words are there or absent, no more.\n"
    "- Texts in other languages, and texts too short to say anything about."
)
