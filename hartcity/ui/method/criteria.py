"""What each criterion counts, and what each check looks for."""

from __future__ import annotations

import streamlit as st

from hartcity import assignment, checks
from hartcity.model import State
from hartcity.ui import labels
from hartcity.ui.safe import safe
from hartcity.ui.workspace import assignment_in_use, session


_STATES = {
    State.MET: "● Met",
    State.PARTLY: "◐ Partly",
    State.NOT_SEEN: "○ Not seen",
    State.NOT_APPLICABLE: "Does not apply",
}
_EXAMPLES_SHOWN = 4


def show() -> None:
    """Draw the criteria of the assignment in use with their points, then the checks with their examples."""
    for criterion in assignment_in_use.assignment_of(session.work().preferences).criteria:
        with st.expander(safe(criterion.title)):
            st.markdown(safe(criterion.asks))
            st.table(_points(criterion))
            st.caption(f"Met from {criterion.met_from:g} points, partly from {criterion.partly_from:g}.")
    st.subheader("Checks")
    wanted = st.text_input(
        "Search the checks", placeholder="for example consent, meeting, thanks", icon=":material/search:"
    )
    for check in checks.all_checks():
        told = check.documentation
        if wanted.casefold() not in f"{check.title} {told.what} {told.why}".casefold():
            continue
        with st.expander(safe(check.title.rstrip("."))):
            st.markdown(f"{safe(told.what)}\n\n{safe(told.why)}\n\n**Example:** {safe(told.example)}")
            for example in check.examples[:_EXAMPLES_SHOWN]:
                st.markdown(f"**{_STATES[example.state]}**  \n{safe(example.text)}")
            st.caption(f"Source: {safe(told.source)}")


def _points(criterion: assignment.Criterion) -> list[dict[str, str]]:
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
    return [*earned, *costs]
