"""What to do when another tab saved a newer plan: both are shown, and the student chooses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, Literal

import streamlit as st

from hartcity.ui.plan import plan_form
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


def draw(form: PlanForm) -> None:
    """Draw the choice, where there is one to make."""
    newer = session.conflict()
    if newer is None or newer.part != "plan":
        return
    st.warning("Another tab has a newer plan. Both are kept: which one would you like to go on with?")
    with st.expander("Where they differ", expanded=True):
        st.table(
            [
                {"Field": safe(path), "Here": safe(str(here)), "In the other tab": safe(str(there))}
                for path, here, there in differences(form.fields, dict(newer.plan))
            ]
        )
    with st.container(horizontal=True):
        st.button("Go on with this one", key="plan-mine", on_click=_settle, args=("mine",))
        st.button("Take the one of the other tab", key="plan-newer", on_click=_settle, args=("newer",))


def differences(here: Any, there: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401 - JSON
    """Yield the path and both values of every field that is not the same in two plans."""
    if isinstance(here, dict) and isinstance(there, dict):
        for name in dict.fromkeys((*here, *there)):
            yield from differences(here.get(name), there.get(name), f"{path}.{name}" if path else name)
    elif isinstance(here, list) and isinstance(there, list):
        for number, (one, other) in enumerate(zip_longest(here, there)):
            yield from differences(one, other, f"{path}[{number}]")
    elif here != there and (here or there):
        yield path, here or "", there or ""


def _settle(keep: Literal["mine", "newer"]) -> None:
    session.settle_conflict(keep)
    plan_form.renew()
