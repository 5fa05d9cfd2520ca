"""What this class needs next: three checks with sentences that do them well, and what drafts carry that can hurt."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from hartcity import checks
from hartcity.classes.carried import carried
from hartcity.classes.needs import MOST_QUOTATIONS
from hartcity.ui import labels
from hartcity.ui.classes.current_class import Opened, class_needs
from hartcity.ui.safe import safe


def draw_needs(this: Opened) -> None:
    """Draw the most missed checks, and what drafts carry that can hurt."""
    _draw_missed(this)
    _draw_carried(this)


def _draw_carried(this: Opened) -> None:
    found, read = carried(this.finished.rows), sum(row["draft"] == "read" for row in this.finished.rows)
    if not found:
        return
    st.header("Words that can hurt", anchor=False)
    for each in found:
        st.markdown(f"**{safe(labels.title(each.family))}**, marked in **{each.count}** of {read} drafts")


def _draw_missed(this: Opened) -> None:
    """Draw the most missed checks; chosen quotations are kept with the class."""
    found = class_needs(str(this.finished.out), this.stamp)
    if not found:
        st.markdown("Nothing is missed by this class, or no draft could be scored yet.")
        return
    told = {check.id: check for check in checks.all_checks()}
    kept = dict(this.folder.settings.quotations or {})
    for need in found:
        st.header(safe(labels.title(need.check)), anchor=False)
        st.markdown(
            f"○ Not seen in **{need.not_seen}** and ◐ partly in **{need.partly}** of {need.drafts} drafts. "
            f"{safe(told[need.check].documentation.why)}"
        )
        if not need.quotations:
            st.caption("No draft of this class shows it in a sentence without names yet.")
            continue
        offered = list(dict.fromkeys([*kept.get(need.check, []), *need.quotations]))
        chosen = st.multiselect(
            f"Sentences that do it well, up to {MOST_QUOTATIONS}",
            offered,
            default=[each for each in kept.get(need.check, []) if each in offered],
            max_selections=MOST_QUOTATIONS,
            placeholder="Choose from this class's own drafts",
            key=this.key(f"quotations_{need.check}"),
        )
        for each in chosen:
            st.markdown(f"> {safe(each)}")
        kept[need.check] = chosen
    if kept != (this.folder.settings.quotations or {}):
        this.folder.save(replace(this.folder.settings, quotations=kept))
    st.caption(
        "The sentences carry no name, and none with a finding of privacy is offered. A class may know its own words: "
        "would their writers mind?"
    )
