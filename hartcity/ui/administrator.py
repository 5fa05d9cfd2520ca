"""The page of whoever runs this copy: how much is kept, who is here, and how rules hold. Numbers alone."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from prometheus_client import REGISTRY

from hartcity.analysis.standing import by_family, standing
from hartcity.classes.folder import KEPT_DAYS
from hartcity.classes.small_counts import FEWEST, hide
from hartcity.storage import Count, Kept, NotAllowedError, NotStoredError
from hartcity.ui import labels, signed_in
from hartcity.ui.safe import safe
from hartcity.ui.workspace import counting
from hartcity.ui.workspace.store import REASONS, store


def draw_administrator() -> None:
    """Draw the numbers."""
    st.title("Administrator", anchor=False)
    st.markdown("Numbers only: no words, no names, no addresses. Nobody's work opens from here.")
    try:
        kept = store().figures.kept(signed_in.account())
        counts = store().ledger.everything(signed_in.account(), release=counting.release())
    except NotStoredError as error:
        st.error(f"The database does not answer: {safe(REASONS[error.reason])}.", icon=":material/error:")
        return
    except NotAllowedError:
        st.info("This page is for administrators.", icon=":material/admin_panel_settings:")
        return
    _draw_kept(kept)
    _draw_days(kept)
    _draw_counts(counts, kept)


def _draw_kept(kept: Kept) -> None:
    st.header("What is kept", anchor=False)
    told: dict[str, int] = {
        "Workspaces": kept.workspaces,
        "Drafts": kept.drafts,
        "Versions": kept.versions,
        "Shares that stand": kept.shares,
    }
    if signed_in.settings() is not None:
        told["Accounts"] = kept.accounts
    for name, sample in (("Sessions open now", "hartcity_sessions"), ("Sessions at most", "hartcity_sessions_most")):
        value = REGISTRY.get_sample_value(sample)
        if value is not None:
            told[name] = round(value)
    for column, (name, number) in zip(st.columns(len(told)), told.items(), strict=True):
        column.metric(name, f"{number:,}")


def _draw_days(kept: Kept) -> None:
    st.header("How long it is kept", anchor=False)
    days = sorted(kept.days.items(), key=lambda item: (item[0] is None, item[0] or 0))
    rows = [
        {"Deleted": "when its writer says so" if number is None else f"{number} days after the last change",
         "Workspaces": count}
        for number, count in days
    ]  # fmt: skip
    if rows:
        st.table(rows)
    st.caption(
        f"Each writer chooses. A class is deleted {KEPT_DAYS} days after it was last opened, with its class code and "
        "what was handed in by it. What is deleted is "
        "overwritten in the database; copies that you make of it are yours to delete."
    )


def _draw_counts(counts: tuple[Count, ...], kept: Kept) -> None:
    st.header("How marks and checks hold here", anchor=False)
    told = "1 workspace lets" if kept.counting == 1 else f"{kept.counting:,} workspaces let"
    st.markdown(
        f"{told} cases be counted. Numbers from 1 to {FEWEST - 1} are hidden, and so are those that would tell them."
    )
    if not counts:
        return
    st.markdown("**By family**")
    _draw_table(by_family(counts), "Counts by family")
    st.markdown("**By rule and check**")
    _draw_table(counts, "Counts by rule and check")


def _draw_table(counts: tuple[Count, ...], alt: str) -> None:
    st.dataframe(pd.DataFrame(list(map(_row, counts))), hide_index=True, width="stretch", alt=alt)


def _row(count: Count) -> dict[str, str]:
    """Return a line of the table; of few cases it tells nothing, as they may all be one person's."""
    judged = standing(count)
    is_open = judged.decided >= FEWEST
    is_family = count.name == count.family
    parts = {
        "Changed": count.fixed,
        "Set aside": count.ignored,
        "Disputed": count.disputed,
        "Overridden": count.overridden,
        "Open": count.shown - count.fixed - count.ignored - count.disputed - count.overridden,
    }
    return {
        "Of": labels.title(count.name) if is_family or not count.family else count.name,
        **hide({"Shown": count.shown}),
        **hide(parts),
        "Held": f"{judged.precision:.0%}" if is_open and judged.precision is not None else "",
        "95 % interval": f"{judged.low:.0%} to {judged.high:.0%}" if is_open else "",
        **({} if is_family else {"Here it is": "advice" if judged.is_advice else "a claim"}),
    }
