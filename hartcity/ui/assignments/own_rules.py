"""Rules of a teacher's own: written, tried on their examples and on clean prose, and only then taken."""

from __future__ import annotations

import re
from typing import Any

import streamlit as st

from hartcity.assignment import AssignmentError
from hartcity.assignment.load import own_rules
from hartcity.assignment.unfit import FEWEST_EXAMPLES
from hartcity.model import Family
from hartcity.ui.labels import FAMILIES
from hartcity.ui.safe import safe


_KINDS = {"existence": "Phrases", "pattern": "A pattern"}
_FAMILIES = list(Family)
_LONGEST = 300


def edit_rules(saved: list[dict[str, Any]], stamp: str) -> list[dict[str, Any]]:
    """Draw the rules with a way to take one out and to add one; return those that hold now."""
    rules: list[dict[str, Any]] = st.session_state.setdefault(f"rules_{stamp}", [dict(rule) for rule in saved])
    for rule in list(rules):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            words = ", ".join(rule.get("phrases", [])) or rule.get("pattern", "")
            st.markdown(f"**{safe(rule['name'].removeprefix('own_').replace('_', ' '))}** {safe(words)}")
            if st.button("Take out", key=f"out_{stamp}_{rule['name']}", icon=":material/close:"):
                rules.remove(rule)
                st.rerun()
    if not rules:
        st.caption("None yet. A rule marks words of a draft and asks the writer a question about them.")
    with st.expander("Write a rule"):
        _draw_form(rules, stamp)
    return rules


def _draw_form(rules: list[dict[str, Any]], stamp: str) -> None:
    kind = st.segmented_control(
        "Looks for", list(_KINDS), default="existence", format_func=_KINDS.__getitem__, key=f"kind_{stamp}"
    )
    with st.form(f"rule_{stamp}", border=False):
        name = st.text_input("Name", max_chars=40, placeholder="for example office talk")
        family = st.selectbox(
            "Family", _FAMILIES, format_func=FAMILIES.__getitem__, index=_FAMILIES.index(Family.INFORMAL)
        )
        if kind == "pattern":
            sought = st.text_input("Pattern (a regular expression)", max_chars=_LONGEST)
        else:
            sought = st.text_area("Phrases, one a line", max_chars=2_000)
        message = st.text_input("Message; {text} stands for the words", max_chars=_LONGEST)
        why = st.text_input("Why it matters", max_chars=_LONGEST)
        question = st.text_input("Question to the writer", max_chars=_LONGEST)
        origin = st.text_input("Source", max_chars=_LONGEST, placeholder="for example our course's style sheet")
        flagged = st.text_area(f"Sentences that it marks, one a line, at least {FEWEST_EXAMPLES}", max_chars=4_000)
        clean = st.text_area(f"Sentences that it leaves alone, one a line, at least {FEWEST_EXAMPLES}", max_chars=4_000)
        is_asked = st.form_submit_button("Try it and take it", icon=":material/rule:")
    if is_asked:
        rule: dict[str, Any] = {
            "name": "own_" + re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_"),
            "family": str(family),
            "kind": kind or "existence",
            "message": message,
            "why": why,
            "question": question,
            "source": origin,
            "flagged": _lines(flagged),
            "clean": _lines(clean),
        }
        _take(rules, rule | ({"pattern": sought} if kind == "pattern" else {"phrases": _lines(sought)}))


def _take(rules: list[dict[str, Any]], rule: dict[str, Any]) -> None:
    """Take a rule that passes its tests, or say why it does not."""
    try:
        own_rules("assignment", [*rules, rule])
    except AssignmentError as error:
        said = str(error).replace("assignment.toml, ", "")
        st.error(f"This rule was not taken: {safe(said)}", icon=":material/block:")
        return
    rules.append(rule)
    st.toast("The rule passed its tests. Save the assignment to keep it.", icon=":material/check:")
    st.rerun()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
