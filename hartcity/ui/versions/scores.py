"""The report on each version: kept with the version as a summary, and made again when it rests on something else."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from hartcity.analysis import engine_status
from hartcity.model import Report
from hartcity.storage import NotAllowedError, NotStoredError, Version, Writing
from hartcity.ui.workspace import assignment_in_use, counting, drafts, report_cache, session, set_aside
from hartcity.ui.workspace.store import store


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hartcity.storage import Who


@dataclass(frozen=True, slots=True)
class Scored:
    """A version with its score (0-100, or None where there is too little to say) for each criterion."""

    version: Version
    scores: Mapping[str, float | None]


def _basis(work: session.Work) -> str:
    """Name what a report rests on besides the draft: plan, own words, engines that are ready, and the assignment."""
    ready = [status.name for status in engine_status().engines if status.state.value == "ready"]
    assignment = assignment_in_use.assignment_of(work.preferences).name
    rests_on = [work.plan, sorted(set_aside.own_words(work.preferences)), sorted(ready), assignment]
    rests_on += [sorted(counting.advice_only())]
    return hashlib.sha256(json.dumps(rests_on, sort_keys=True).encode()).hexdigest()[:16]


def report_on(writing: Writing) -> Report:
    """Return the report on a draft with the plan and the choices as they are now."""
    work = session.work()
    own_words, assignment = set_aside.own_words(work.preferences), assignment_in_use.assignment_of(work.preferences)
    found = report_cache.of_visit().whole(drafts.of_writing(writing, work.plan), own_words, assignment)
    return set_aside.visible(found, writing.text, work.preferences)


def _summary(writing: Writing, basis: str) -> dict[str, Any]:
    criteria = {result.criterion: result.score for result in report_on(writing).criteria}
    return {"basis": basis, "criteria": criteria}


def scored(versions: Sequence[Version]) -> list[Scored]:
    """Return the versions with their scores, all on the same basis; a bar shows how far it is when that takes long."""
    work, who = session.work(), session.who()
    basis = _basis(work)
    missing = [version for version in versions if version.summary.get("basis") != basis]
    made: dict[int, dict[str, Any]] = {}
    # Always there, so that what stands below keeps its place, and stays open, when the bar comes and goes.
    bar = st.empty()
    for done, version in enumerate(missing, start=1):
        made[version.number] = _summary(version.writing, basis)
        _keep(who, version, made[version.number])
        bar.progress(done / len(missing), "Reading your versions")
    bar.empty()
    return [Scored(version, made.get(version.number, version.summary)["criteria"]) for version in versions]


def _keep(who: Who, version: Version, summary: Mapping[str, Any]) -> None:
    """Keep a summary for the next visit; when that fails it is only made again."""
    try:
        store().versions.attach_report(who, version.number, version.writing, summary)
    except (NotStoredError, NotAllowedError):
        return
