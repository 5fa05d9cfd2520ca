"""Where on the plan's screen a field stands, and how to get there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hartcity.model import CheckResult, Finding, PlanReport, Severity, State
from hartcity.plan import plan_checks
from hartcity.ui.plan import plan_form


KEY = "plan-tabs"
FIELD = "plan-led-to"
"""The key in session state of the field that the last question led to."""

SERVICE_USER, SERVICES, COORDINATION = "Service user", "Services", "Coordination"
CONSENT, MONEY, PICTURE = "Consent", "Money", "Picture"

_ENTRY = re.compile(r"\[\d+\]$")
_OF_A_SERVICE = re.compile(r"services\[(\d+)\]")
_STANDS_ON = (
    (re.compile(r"service_user\.annual_income"), MONEY),
    (re.compile(r"service_user\b"), SERVICE_USER),
    (re.compile(r"(?:services\[\d+\]\.)?coordination\b"), COORDINATION),
    (re.compile(r"consent\b|email_recipient\b|meeting_times\b"), CONSENT),
)


def tab_of(path: str) -> str:
    """Return the tab on which the field at ``path`` (``services[1].benefit``) is written."""
    return next((tab for form, tab in _STANDS_ON if form.match(path)), SERVICES)


def place_of(path: str) -> str:
    """Return in words where the field at ``path`` stands: its tab, and which service's it is."""
    tab, service = tab_of(path), _OF_A_SERVICE.match(path)
    return f"{tab}, service {int(service[1]) + 1}" if service else tab


def leads(result: CheckResult) -> dict[str, str]:
    """Return for each place with something open, in words, the first of its fields."""
    return {place_of(path): path for path in reversed(result.fields)}


def in_order(report: PlanReport) -> list[CheckResult]:
    """Return the checks in the order in which a plan grows."""
    places = {check.id: check.comes for check in plan_checks()}
    return sorted(report.checks, key=lambda result: places[result.check])


def next_tab(report: PlanReport | None) -> str:
    """Return the tab with what is missing next; where nothing is, the one that shows the plan as a whole."""
    if report is None or not report.checks:
        return SERVICES
    missing = (one for one in in_order(report) if one.state is not State.MET)
    return next((tab_of(one.fields[0]) if one.fields else SERVICES for one in missing), PICTURE)


def with_wording(report: PlanReport) -> dict[str, int]:
    """Return how many findings on wording stand on each tab, each of which is told under its field."""
    return dict(Counter(tab_of(one.field) for one in report.findings if not is_advice(one)))


def is_advice(finding: Finding) -> bool:
    """Whether a finding is advice on the plan as a whole, and not on the wording of a field."""
    return finding.severity is Severity.ADVICE and finding.check.startswith("plan.")


def open_tab(tab: str, path: str = "") -> None:
    """Open a tab when the plan is drawn next, and lead to the field at ``path`` there."""
    times, _ = st.session_state.get(KEY, (0, None))
    st.session_state[KEY] = (times + 1, tab)
    st.session_state[FIELD] = _ENTRY.sub("", path)


def lead_there() -> None:
    """Bring the field that the last question led to into view, once, also where its tab was open already."""
    path = st.session_state.get(FIELD)
    if path:
        times, _ = st.session_state[KEY]
        mount = st.components.v2.component("hartcity_lead", js=_script())
        mount(key="plan-lead", data={"key": plan_form.key(path), "click": f"{times} {path}"})


@cache
def _script() -> str:
    return resources.files("hartcity.ui.plan").joinpath("lead.js").read_text(encoding="utf-8")


def tabs(names: Sequence[str]) -> Sequence[DeltaGenerator]:
    """Draw the plan's tabs, the one that was to be opened in front.

    The browser alone knows which tab is open: were it kept here too, a tab chosen while something is saved would jump
    back. So new tabs, with a key of their own, take the place of the old ones when one is opened from elsewhere.
    """
    times, tab = st.session_state.get(KEY, (0, None))
    return st.tabs(names, key=f"{KEY}-{times}", default=tab)
