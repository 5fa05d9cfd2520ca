"""The plan while it is edited: fields by path, saved at each change, with steps back and forth."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import streamlit as st

from hartcity.analysis import check_plan, engine_status
from hartcity.analysis.plan import plan_grammar
from hartcity.model import Finding, PlannedService, PlanReport, Service, ServicePlan
from hartcity.plan import plan_from_json
from hartcity.plan.fields import written_fields
from hartcity.plan.guideline import MONTHS
from hartcity.ui.directory import in_use
from hartcity.ui.plan import listing
from hartcity.ui.workspace import session, set_aside


_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_ROUND = "plan_round"
_FIELDS = "plan_fields"
_GRAMMAR = "plan_grammar"


@dataclass(frozen=True, slots=True)
class PlanForm:
    """One run of the screen: the plan as JSON, as a value, and what is said about it."""

    fields: dict[str, Any]
    plan: ServicePlan
    report: PlanReport

    @property
    def services(self) -> list[dict[str, Any]]:
        """The services as they are edited, blank ones among them."""
        listed: list[dict[str, Any]] = self.fields.get("services") or []
        return listed


def open_form() -> PlanForm:
    """Read the workspace's plan; raises PlanError when it is no plan."""
    fields = copy.deepcopy(session.work().plan)
    plan = plan_from_json(fields)
    report = check_plan(plan, in_use())
    return PlanForm(fields, plan, replace(report, findings=(*report.findings, *_grammar(plan))))


def _grammar(plan: ServicePlan) -> tuple[Finding, ...]:
    """Return the engines' findings in the plan's words; they are asked again only when the words or they change."""
    words = set_aside.own_words(session.work().preferences)
    ready = tuple((one.name, one.state) for one in engine_status().engines)
    key = (tuple(written_fields(plan)), tuple(sorted(words)), ready)
    known: tuple[object, tuple[Finding, ...]] | None = st.session_state.get(_GRAMMAR)
    if known is None or known[0] != key:
        known = (key, plan_grammar(plan, engines=("languagetool", "harper"), accepted_words=words))
        st.session_state[_GRAMMAR] = known
    return known[1]


def today(plan: ServicePlan) -> dt.date:
    """Return the day that the checks stand on."""
    try:
        return dt.date.fromisoformat(plan.as_of)
    except ValueError:
        return dt.datetime.now().astimezone().date()


def key(path: str) -> str:
    """Return the widget key of a field; a step back or another workspace gives every field a new one."""
    return f"plan-{session.work().id}-{st.session_state.get(_ROUND, 0)}-{path}"


def value_at(fields: Any, path: str, default: Any = "") -> Any:  # noqa: ANN401 - JSON
    """Return what stands at ``path`` (``services[1].benefit``), or ``default`` where nothing does."""
    place = fields
    for name, number in _STEP.findall(path):
        if number:
            place = place[int(number)] if isinstance(place, list) and int(number) < len(place) else None
        else:
            place = place.get(name) if isinstance(place, dict) else None
    return default if place is None else place


def put(path: str, value: Any) -> None:  # noqa: ANN401 - JSON
    """Write one field and save the plan."""
    put_all({path: value})


def put_all(values: dict[str, Any]) -> None:
    """Write several fields as one step."""
    fields = copy.deepcopy(session.work().plan)
    for path, value in values.items():
        _set(fields, path, value)
    session.save_plan(fields)


def add_service(like: int | None = None) -> None:
    """Add an empty service at the end, or a copy of one."""
    services = copy.deepcopy(session.work().plan.get("services") or [])
    services.append(copy.deepcopy(services[like]) if like is not None else {})
    put("services", services)


def remove_service(number: int) -> None:
    """Take a service out; ``step`` brings it back."""
    services = copy.deepcopy(session.work().plan.get("services") or [])
    del services[number]
    put("services", services)
    renew()


def step(*, back: bool) -> None:
    """Go one change back or forth, and show the fields as they were."""
    stepped = session.undo_plan() if back else session.redo_plan()
    if stepped is None:
        st.toast("There is nothing to take back." if back else "There is nothing to bring back.")
    else:
        renew()


def use_listed(service: Service) -> None:
    """Put a service of the directory into the plan: into a row left blank, else into a new one."""
    services = copy.deepcopy(session.work().plan.get("services") or [])
    place = next((at for at, one in enumerate(services) if not any(one.values())), len(services))
    if place == len(services):
        services.append({})
    known = {name: words for name, words in listing.first_words(service).items() if words}
    services[place] |= {"organization": service.organization, "service": service.name, **known}
    put("services", services)
    renew()


def holds_listed(service: Service) -> bool:
    """Whether a service of the directory stands in the plan already."""
    return any(
        (one.get("organization"), one.get("service")) == (service.organization, service.name)
        for one in session.work().plan.get("services") or []
    )


def write_to(organization: str) -> None:
    """Make an organization the reader of the email."""
    put("email_recipient", organization)
    renew()


def show_again(path: str) -> None:
    """Let one field show what the plan holds now."""
    st.session_state.pop(key(path), None)
    st.session_state.get(_FIELDS, {}).pop(key(path), None)


def renew() -> None:
    """Let every field show what the plan holds now."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def begin(path: str, held: object, *, kind: str = "plain", about: str = "") -> str:
    """Give a widget its first value and return its key; ``kind`` says how its value is written into the plan.

    A widget whose value depends on another one says in ``about`` on what. Each is also drawn with ``held`` as its
    default: a browser forgets its fields when another page begins, also where that page is broken off and never drawn,
    while the session goes on knowing them. What is drawn then is the default, and an empty one would be typed into.
    """
    name = key(f"{path}|{about}" if about else path)
    fields: dict[str, _Shown] = st.session_state.setdefault(_FIELDS, {})
    if name not in st.session_state:
        fields[name] = _Shown(path, kind, held)
        st.session_state[name] = held
    elif name not in fields:
        fields[name] = _Shown(path, kind, held)
    return name


def gather() -> None:
    """Take over every field that was changed, and save once.

    Streamlit may break off a run, and a callback with it, at any moment when the next key is pressed. So this compares
    all fields with what they last showed, whoever calls it, and marks a change as taken only after it is saved.
    """
    prefix = key("")
    fields: dict[str, _Shown] = st.session_state.setdefault(_FIELDS, {})
    for stale in [name for name in fields if not name.startswith(prefix)]:
        del fields[stale]
    _take({name: st.session_state[name] for name in tuple(fields) if _is_changed(name, fields)}, fields)


def _is_changed(name: str, fields: dict[str, _Shown]) -> bool:
    return name in st.session_state and st.session_state[name] != fields[name].held


def _take(changed: dict[str, Any], fields: dict[str, _Shown]) -> None:
    """Write what was changed into the plan, and remember that it was taken."""
    if not changed:
        return
    values = {fields[name].path: _WRITTEN[fields[name].kind](value) for name, value in changed.items()}
    filled = _fill_in(values)
    put_all(values | filled)
    for name, value in changed.items():
        fields[name] = replace(fields[name], held=value)
    for path in filled:
        st.session_state.pop(key(path), None)
        fields.pop(key(path), None)


def _fill_in(values: dict[str, Any]) -> dict[str, Any]:
    """Return what the directory knows of newly chosen services, for those of their fields that are still empty."""
    fields = copy.deepcopy(session.work().plan)
    for path, value in values.items():
        _set(fields, path, value)
    filled: dict[str, Any] = {}
    for path, name in values.items():
        place, _, field = path.rpartition(".")
        if field == "organization" and name and (meant := listing.meant(name)):
            filled[path] = meant
            st.toast(f"Taken as {meant}, from the directory. Undo brings your own words back.")
        if field != "service" or not name:
            continue
        chosen = PlannedService(organization=value_at(fields, f"{place}.organization"), service=name)
        if (entry := listing.listed(chosen)) is not None:
            known = {f"{place}.{name}": words for name, words in listing.first_words(entry).items() if words}
            filled |= {where: words for where, words in known.items() if not value_at(fields, where)}
    return filled


@dataclass(frozen=True, slots=True)
class _Shown:
    """A field on the screen: where it belongs, how it is written there, and the value that the plan has from it."""

    path: str
    kind: str
    held: object


_WRITTEN: dict[str, Callable[[Any], Any]] = {
    "plain": lambda value: value,
    "text": lambda value: value or "",
    "lines": lambda value: [line.strip() for line in value.splitlines() if line.strip()],
    "date": lambda value: value.isoformat() if isinstance(value, dt.date) else "",
    "monthly": lambda value: None if value is None else value * MONTHS,
}


def start_over() -> None:
    """Begin an empty plan where the stored one cannot be read; the old one can be had back by undo."""
    session.save_plan({})
    renew()


def _set(fields: dict[str, Any], path: str, value: Any) -> None:  # noqa: ANN401 - JSON
    steps = [int(number) if number else name for name, number in _STEP.findall(path)]
    place: Any = fields
    for here, following in pairwise(steps):
        if isinstance(here, int):
            while len(place) <= here:
                place.append({})
        elif place.get(here) is None:
            place[here] = [] if isinstance(following, int) else {}
        place = place[here]
    place[steps[-1]] = value
