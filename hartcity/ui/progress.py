"""How far each step of the work is: one count for the navigation, the start page, the plan's panel and Hand in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from hartcity.analysis import check_plan
from hartcity.assignment import COURSE, Assignment, load
from hartcity.model import CheckResult, Kind, PlanReport, Report, State
from hartcity.ui.directory import in_use
from hartcity.ui.workspace import assignment_in_use, drafts, report_cache, session, set_aside


Reach = Literal["empty", "begun", "there"]

ICONS: dict[Reach, str] = {
    "empty": ":material/radio_button_unchecked:",
    "begun": ":material/contrast:",
    "there": ":material/check_circle:",
}
_READ = "progress_read"


@dataclass(frozen=True, slots=True)
class Step:
    """A step, how far it is, and a few words about it."""

    title: str
    reach: Reach
    words: str

    @property
    def icon(self) -> str:
        """The shape that stands for how far it is."""
        return ICONS[self.reach]


@dataclass(frozen=True, slots=True)
class Count:
    """The checks that are asked for, and those of them that are open, in the report's order."""

    asked: tuple[CheckResult, ...]

    @property
    def open(self) -> tuple[CheckResult, ...]:
        """The checks that are not met."""
        return tuple(check for check in self.asked if check.state is not State.MET)

    @property
    def is_there(self) -> bool:
        """Whether all that is asked for is there."""
        return bool(self.asked) and not self.open

    @property
    def words(self) -> str:
        """Say it in figures (``7 of 10 there``)."""
        return f"{len(self.asked) - len(self.open)} of {len(self.asked)} there"


def part_one(report: PlanReport) -> Count:
    """Return what Part 1 asks for; what cannot be known yet is not there yet either."""
    return Count(report.checks)


def part_two(report: Report, assignment: Assignment | None = None) -> Count:
    """Return the essentials of Part 2 in an assignment, the course's by default, as far as they apply."""
    stages = (assignment or load(COURSE)).stages
    essential = {check for stage in stages if stage.name == "essentials" for check in stage.checks}
    return Count(_applying(check for check in report.checks if check.check in essential))


def _applying(checks: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    return tuple(check for check in checks if check.state is not State.NOT_APPLICABLE)


def steps(work: session.Work) -> dict[str, Step]:
    """Return the steps of ``work`` by their address (``plan``, ``email``)."""
    plan_report, report = _reports(work)
    return {"plan": _plan(work, plan_report), "email": _email(work, report)}


def _plan(work: session.Work, report: PlanReport | None) -> Step:
    if report is None or not report.checks:
        return Step("Service plan", "begun" if work.plan else "empty", "begun" if work.plan else "not started")
    count = part_one(report)
    return Step("Service plan", "there" if count.is_there else "begun", count.words)


def _email(work: session.Work, report: Report | None) -> Step:
    title = "Letter" if work.kind == Kind.LETTER else "Email"
    if report is None:
        return Step(title, "empty", "not started")
    words = report.outline.words
    counted = "1 word" if words == 1 else f"{words} words"
    if report.refused is not None:
        return Step(title, "begun", counted)
    count = part_two(report, assignment_in_use.assignment_of(work.preferences))
    return Step(title, "there" if count.is_there else "begun", f"{counted}, {count.words}")


def _reports(work: session.Work) -> tuple[PlanReport | None, Report | None]:
    """Return what is said of both parts; without the grammar engines, which no step waits for."""
    report = None
    if work.text.strip():
        words, assignment = set_aside.own_words(work.preferences), assignment_in_use.assignment_of(work.preferences)
        report = report_cache.of_visit().without_grammar(drafts.of_work(work), words, assignment)
    return plan_report(work), report


def plan_report(work: session.Work) -> PlanReport | None:
    """Return what is said of the plan; it is read again only when the plan or the directory changes."""
    key = (json.dumps(work.plan, sort_keys=True, default=str), in_use())
    known: tuple[object, PlanReport | None] | None = st.session_state.get(_READ)
    if known is None or known[0] != key:
        plan = drafts.plan_of(work.plan)
        known = (key, check_plan(plan, in_use()) if plan is not None else None)
        st.session_state[_READ] = known
    return known[1]
