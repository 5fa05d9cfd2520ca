"""How scoring works: every criterion, check, rule and engine, with its source, and what is not judged."""

import streamlit as st

from hartcity import assignment, checks
from hartcity.analysis import engine_status
from hartcity.model import State
from hartcity.ui import labels
from hartcity.ui.safe import safe


WORDS = {
    State.MET: "● Met",
    State.PARTLY: "◐ Partly",
    State.NOT_SEEN: "○ Not seen",
    State.NOT_APPLICABLE: "Does not apply",
}

st.title("How scoring works")
st.markdown(
    "Each score is the sum of its receipt, and each line of a receipt rests on words in the draft. "
    "The course publishes no weights, so these are ours: practice feedback, not your grade."
)

st.header("Criteria")
asked = assignment.load("advocacy-email")
for criterion in asked.criteria:
    with st.expander(safe(criterion.title)):
        st.markdown(safe(criterion.asks))
        earned = [
            {
                "Looks at": labels.title(line.check if isinstance(line, assignment.CheckLine) else line.metric),
                "Points": f"up to {line.of:g}",
            }
            for line in criterion.earns
        ]
        costs = [
            {"Looks at": labels.title(line.family), "Points": f"costs {line.each:g} each, {line.most:g} at most"}
            for line in criterion.costs
        ]
        st.table([*earned, *costs])

st.header("Checks")
wanted = st.text_input("Search the checks", placeholder="consent, meeting, thanks", icon=":material/search:").casefold()
for check in checks.all_checks():
    told = check.documentation
    if wanted not in f"{check.title} {told.what} {told.why}".casefold():
        continue
    with st.expander(safe(check.title.rstrip("."))):
        st.markdown(f"{safe(told.what)}\n\n{safe(told.why)}\n\n**Example:** {safe(told.example)}")
        for example in check.examples[:4]:
            st.markdown(f"**{WORDS[example.state]}**  \n{safe(example.text)}")
        st.caption(f"Source: {safe(told.source)}")

st.header("Engines")
for status in engine_status().engines:
    version = f" {status.version}" if status.version else ""
    st.markdown(f"**{safe(labels.engine(status.name) + version)}** {safe(status.message or status.state.value)}")

st.header("What it does not judge")
st.markdown(
    "- Whether a fact is true, or whether a service is the right one for a person.\n"
    "- How a reader feels. A high score on tone says that certain words are there or absent, no more.\n"
    "- Texts in other languages, and texts too short to say anything about."
)
