"""Fields of the plan as widgets: each knows its path, saves on change, and carries what is said about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec

import streamlit as st

from hartcity.model import State
from hartcity.plan.setting import day
from hartcity.ui.plan import desk as desks
from hartcity.ui.plan.desk import Desk
from hartcity.ui.safe import safe


Arguments = ParamSpec("Arguments")

LIVE = "600ms"
SHORT, TALL = 80, 150


def in_its_place(draw: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Draw in a container, so that what comes and goes under a field moves no other field, and takes no focus away."""

    @wraps(draw)
    def drawn(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        with st.container():
            draw(*args, **kwargs)

    return drawn


@in_its_place
def text(desk: Desk, path: str, label: str, *, help_: str | None = None, placeholder: str | None = None) -> None:
    """Draw a line of text that is saved while it is typed."""
    name = begin(path, desks.value_at(desk.fields, path))
    st.text_input(
        label, key=name, help=help_, placeholder=placeholder, live=LIVE, on_change=_keep_text, args=(path, name)
    )
    notes(desk, path)


@in_its_place
def area(desk: Desk, path: str, label: str, *, help_: str | None = None, height: int = SHORT) -> None:
    """Draw a field for sentences; it is saved when the student leaves it."""
    name = begin(path, desks.value_at(desk.fields, path))
    st.text_area(label, key=name, help=help_, height=height, on_change=_keep_text, args=(path, name))
    notes(desk, path)


@in_its_place
def lines(desk: Desk, path: str, label: str, *, help_: str | None = None) -> None:
    """Draw a field that holds a list, one entry a line."""
    name = begin(path, "\n".join(desks.value_at(desk.fields, path, [])))
    st.text_area(f"{label} (one a line)", key=name, help=help_, height=SHORT, on_change=_keep_lines, args=(path, name))
    entries = desks.value_at(desk.fields, path, [])
    for number in range(len(entries)):
        notes(desk, f"{path}[{number}]")


@in_its_place
def choice(desk: Desk, path: str, label: str, options: Sequence[str], *, help_: str | None = None) -> None:
    """Draw a field that takes one of ``options`` or words of the student's own."""
    name = begin(path, desks.value_at(desk.fields, path) or None)
    st.selectbox(
        label,
        options,
        index=None,
        key=name,
        help=help_,
        placeholder="Choose, or type your own",
        accept_new_options=True,
        on_change=_keep_text,
        args=(path, name),
    )
    notes(desk, path)


@in_its_place
def date(desk: Desk, path: str, label: str, *, help_: str | None = None) -> None:
    """Draw a date; words that are no date are shown, not lost."""
    words = desks.value_at(desk.fields, path)
    name = begin(path, day(words))
    st.date_input(label, value=None, key=name, help=help_, format="YYYY-MM-DD", on_change=_keep_date, args=(path, name))
    if words and day(words) is None:
        st.caption(f"“{safe(words)}” was here. Which day is it?")
    notes(desk, path)


def flag(desk: Desk, path: str, label: str, *, help_: str | None = None) -> None:
    """Draw a box to tick."""
    name = begin(path, bool(desks.value_at(desk.fields, path, default=False)))
    st.checkbox(label, key=name, help=help_, on_change=_keep, args=(path, name))


def number(desk: Desk, path: str, label: str, *, least: int) -> None:
    """Draw a whole number that may stay empty."""
    stored = desks.value_at(desk.fields, path, None)
    name = begin(path, None if stored is None else int(stored))
    st.number_input(label, min_value=least, step=1, value=None, key=name, on_change=_keep, args=(path, name))


def notes(desk: Desk, path: str) -> None:
    """Say under a filled field what a check or a rule saw in it."""
    if not desks.value_at(desk.fields, path):
        return
    for finding in desk.report.findings:
        if finding.field == path:
            st.caption(f":material/edit_note: {safe(finding.message)} {safe(finding.question)}")
    for result in desk.report.checks:
        if path in result.fields and result.state in {State.PARTLY, State.NOT_SEEN}:
            reason = f"{safe(result.reason)} " if result.fields[0] == path else ""
            st.caption(f"{SHAPES[result.state]} {reason}{safe(result.question)}")


SHAPES = {
    State.MET: ":material/check_circle:",
    State.PARTLY: ":material/contrast:",
    State.NOT_SEEN: ":material/radio_button_unchecked:",
    State.NOT_APPLICABLE: ":material/remove:",
}


def begin(path: str, value: object, *, about: str = "") -> str:
    """Give a widget the plan's value before it is first drawn, and return its key.

    A widget whose choices depend on another field says in ``about`` on what.
    """
    name = desks.key(f"{path}|{about}" if about else path)
    if name not in st.session_state:
        st.session_state[name] = value
    return name


def _keep(path: str, name: str) -> None:
    desks.put(path, st.session_state[name])


def _keep_text(path: str, name: str) -> None:
    desks.put(path, st.session_state[name] or "")


def _keep_lines(path: str, name: str) -> None:
    desks.put(path, [line.strip() for line in st.session_state[name].splitlines() if line.strip()])


def _keep_date(path: str, name: str) -> None:
    value = st.session_state[name]
    desks.put(path, value.isoformat() if isinstance(value, dt.date) else "")


def option(desk: Desk, path: str, label: str, options: dict[str, str]) -> None:
    """Draw a choice among a few fixed values; the first one stands where none is chosen."""
    name = begin(path, desks.value_at(desk.fields, path) or next(iter(options)))
    st.radio(label, list(options), key=name, format_func=options.__getitem__, on_change=_keep, args=(path, name))
