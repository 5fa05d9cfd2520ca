"""Fields of the plan as widgets: each knows its path, saves on change, and carries what is said about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec

import streamlit as st

from hartcity.model import State
from hartcity.plan.setting import day
from hartcity.ui.plan import plan_form
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


Arguments = ParamSpec("Arguments")

LIVE = "600ms"
FIRST_DAY, LAST_DAY = dt.date(1950, 1, 1), dt.date(2199, 12, 31)


def in_its_place(draw: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Draw in a container, so that what comes and goes under a field moves no other field, and takes no focus away."""

    @wraps(draw)
    def drawn(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        with st.container():
            draw(*args, **kwargs)

    return drawn


@in_its_place
def text(form: PlanForm, path: str, label: str, *, help_: str | None = None, placeholder: str | None = None) -> None:
    """Draw a line of text that is saved while it is typed."""
    held = plan_form.value_at(form.fields, path)
    name = plan_form.begin(path, held, kind="text")
    st.text_input(label, held, key=name, help=help_, placeholder=placeholder, live=LIVE, on_change=plan_form.gather)
    notes(form, path)


@in_its_place
def area(form: PlanForm, path: str, label: str, *, help_: str | None = None) -> None:
    """Draw a field for sentences; like each of several lines it grows, and is saved in each pause (``page.js``)."""
    held = plan_form.value_at(form.fields, path)
    name = plan_form.begin(path, held, kind="text")
    st.text_area(label, held, key=name, help=help_, height="content", on_change=plan_form.gather)
    notes(form, path)


@in_its_place
def offer(form: PlanForm, path: str, label: str, words: Sequence[str]) -> None:
    """Offer the plan's own words for a field as chips; a chip puts them in, behind what stands there."""
    held = plan_form.value_at(form.fields, path)
    left = [one for one in words if one and one not in held]
    if left:
        name = plan_form.key(f"{path}|offer|{len(left)}")
        st.pills(label, left, format_func=safe, key=name, on_change=_take, args=(path, name))


def _take(path: str, name: str) -> None:
    chosen = st.session_state.pop(name, None)
    if chosen:
        plan_form.gather()
        held = plan_form.value_at(session.work().plan, path)
        plan_form.put(path, f"{held.rstrip()} {chosen}" if held else chosen)
        plan_form.show_again(path)


@in_its_place
def lines(form: PlanForm, path: str, label: str, *, help_: str | None = None) -> None:
    """Draw a field that holds a list, one entry a line."""
    entries = plan_form.value_at(form.fields, path, [])
    held = "\n".join(entries)
    name = plan_form.begin(path, held, kind="lines")
    st.text_area(f"{label} (one a line)", held, key=name, help=help_, height="content", on_change=plan_form.gather)
    notes(form, *(f"{path}[{number}]" for number in range(len(entries))))


@in_its_place
def choice(form: PlanForm, path: str, label: str, options: Sequence[str], *, help_: str | None = None) -> None:
    """Draw a field that takes one of ``options`` or words of the student's own."""
    held = plan_form.value_at(form.fields, path) or None
    name = plan_form.begin(path, held, kind="text")
    offered = [*options, *({held} - {None, *options})]
    st.selectbox(
        label,
        offered,
        index=None if held is None else offered.index(held),
        key=name,
        help=help_,
        placeholder="Choose, or type your own",
        accept_new_options=True,
        on_change=plan_form.gather,
    )
    notes(form, path)


@in_its_place
def date(form: PlanForm, path: str, label: str, *, help_: str | None = None) -> None:
    """Draw a date; words that are no date are shown, not lost."""
    words = plan_form.value_at(form.fields, path)
    read = day(words)
    shown = read if read and FIRST_DAY <= read <= LAST_DAY else None
    name = plan_form.begin(path, shown, kind="date")
    st.date_input(
        label,
        value=shown,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key=name,
        help=help_,
        format="YYYY-MM-DD",
        on_change=plan_form.gather,
    )
    if words and shown is None:
        st.caption(f"“{safe(words)}” was here. Which day is it?")
    notes(form, path)


def flag(form: PlanForm, path: str, label: str, *, help_: str | None = None) -> None:
    """Draw a box to tick."""
    held = bool(plan_form.value_at(form.fields, path, default=False))
    name = plan_form.begin(path, held)
    st.checkbox(label, held, key=name, help=help_, on_change=plan_form.gather)


def number(form: PlanForm, path: str, label: str, *, least: int) -> None:
    """Draw a whole number that may stay empty."""
    stored = plan_form.value_at(form.fields, path, None)
    held = None if stored is None else int(stored)
    name = plan_form.begin(path, held)
    st.number_input(label, min_value=least, step=1, value=held, key=name, on_change=plan_form.gather)


def notes(form: PlanForm, *paths: str, even_if_empty: bool = False) -> None:
    """Say under a field what a check or a rule saw in it; ``paths`` are its entries, where it holds several.

    What is empty is left alone, unless ``even_if_empty``.
    """
    told = {path for path in paths if even_if_empty or plan_form.value_at(form.fields, path)}
    for finding in form.report.findings:
        if finding.field in told:
            better = f" Perhaps “{safe(finding.suggestions[0])}”?" if finding.suggestions else ""
            said = f"“{safe(finding.text)}”: " if better else ""
            st.caption(f":material/edit_note: {said}{safe(finding.message)}{better} {safe(finding.question)}")
    for result in form.report.checks:
        if told.intersection(result.fields) and result.state in {State.PARTLY, State.NOT_SEEN}:
            reason = f"{safe(result.reason)} " if result.fields[0] in told else ""
            st.caption(f"{SHAPES[result.state]} {reason}{safe(result.question)}")


SHAPES = {
    State.MET: ":material/check_circle:",
    State.PARTLY: ":material/contrast:",
    State.NOT_SEEN: ":material/radio_button_unchecked:",
    State.NOT_APPLICABLE: ":material/remove:",
}


def option(form: PlanForm, path: str, label: str, options: dict[str, str]) -> None:
    """Draw a choice among a few fixed values; the first one stands where none is chosen."""
    values = list(options)
    held = plan_form.value_at(form.fields, path) or values[0]
    name = plan_form.begin(path, held)
    st.radio(label, values, values.index(held), key=name, format_func=options.__getitem__, on_change=plan_form.gather)
