"""What a tutor said about a check or finding that does not hold here; the score stays, and both are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hartcity.model import Report
    from hartcity.storage import Comment


_KEY = "tutor_overrides"


def overrides_of(comments: Sequence[Comment]) -> dict[str, list[str]]:
    """Return the reasons by the check's id, or by the finding's rule and words; those taken back are left out."""
    found: dict[str, list[str]] = {}
    for comment in comments:
        remark = comment.remark
        if remark.overrides and comment.by_guest and comment.resolved_at is None:
            name = f"{remark.check} {remark.quote}" if remark.quote else remark.check
            found.setdefault(name, []).append(remark.text)
    return found


def remember(workspace_id: str, comments: Sequence[Comment]) -> None:
    """Let this tab know what a tutor overrode, so that the editor's report need not ask the store at every pause."""
    st.session_state[_KEY] = (workspace_id, overrides_of(comments))


def remembered(workspace_id: str) -> Mapping[str, Sequence[str]]:
    """Return what ``remember`` was told about this workspace."""
    known, overrides = st.session_state.get(_KEY, ("", {}))
    return overrides if known == workspace_id else {}


def noted(report: Report, overrides: Mapping[str, Sequence[str]]) -> Report:
    """Return the report with each override told in the receipt and beside its check; no point changes."""
    if not overrides:
        return report

    def told(name: str, reason: str) -> str:
        said = [f"A tutor says that this does not hold here: {words}" for words in overrides.get(name, ())]
        return " ".join(filter(None, [reason, *said]))

    criteria = tuple(
        replace(result, receipt=tuple(replace(line, reason=told(line.check, line.reason)) for line in result.receipt))
        for result in report.criteria
    )
    checks = tuple(replace(check, reason=told(check.check, check.reason)) for check in report.checks)
    findings = tuple(replace(one, message=told(f"{one.check} {one.text}", one.message)) for one in report.findings)
    agreement = tuple(replace(one, saying=told(one.check, one.saying)) for one in report.agreement)
    return replace(report, criteria=criteria, checks=checks, findings=findings, agreement=agreement)
