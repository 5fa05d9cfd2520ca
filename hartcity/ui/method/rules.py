"""The rules that mark words, by family."""

from __future__ import annotations

import streamlit as st

from hartcity import rules
from hartcity.model import Family
from hartcity.ui import labels
from hartcity.ui.safe import safe


def show() -> None:
    """Draw a search field and every rule that it leaves, family by family."""
    left, right = st.columns(2)
    wanted = left.text_input(
        "Search the rules", placeholder="for example homeless, in order to, ASAP", icon=":material/search:"
    )
    families = sorted({rule.family for rule in rules.all_rules()}, key=list(Family).index)
    chosen = right.selectbox("Family", [None, *families], format_func=_family_name)
    shown = [
        rule
        for rule in rules.all_rules()
        if chosen in {None, rule.family}
        and wanted.casefold() in " ".join((rule.id, rule.why, *rule.flagged)).casefold()
    ]
    st.caption(f"Rules shown: {len(shown)} of {len(rules.all_rules())}.")
    table = [
        {
            "Family": labels.title(rule.family),
            "Marks, for example": rule.flagged[0],
            "Leaves alone": rule.clean[0],
            "Why": rule.why,
            "Asks": rule.question,
            "Source": rule.source,
        }
        for rule in shown
    ]
    if table:
        st.dataframe(table, hide_index=True, width="stretch", alt="Rules with an example, a reason and a source")
    else:
        st.info("No rule speaks of that. Would another word find it?", icon=":material/search_off:")


def _family_name(family: Family | None) -> str:
    return "All families" if family is None else safe(labels.title(family))
