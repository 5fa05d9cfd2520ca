"""What a tutor said about a check or finding that does not hold here; the score stays, and both are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hartcity.text.shortened import shortened


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hartcity.model import Report
    from hartcity.storage import Comment


_POINTS_STAY = " (the points are as the assistant counted them)"


def overrides_of(comments: Sequence[Comment]) -> dict[str, list[str]]:
    """Return the reasons by the check's id, or by the finding's rule and words; those taken back are left out."""
    found: dict[str, list[str]] = {}
    for comment in comments:
        remark = comment.remark
        if remark.overrides and comment.by_guest and comment.resolved_at is None:
            name = f"{remark.check} {remark.quote}" if remark.quote else remark.check
            found.setdefault(name, []).append(remark.text)
    return found


def told(report: Report, overrides: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return what is said of each line of the report, in whole sentences.

    By the name of a check, the name of a finding's rule with its words, or the family of findings that a receipt
    counts when one of them was overridden.
    """
    said = {
        name: [f"Your tutor says that this does not hold here{_POINTS_STAY}: {reason}" for reason in reasons]
        for name, reasons in overrides.items()
    }
    for finding in report.findings:
        for reason in overrides.get(f"{finding.check} {finding.text}", ()):
            words = shortened(finding.text)
            sentence = f"Your tutor says that \u201c{words}\u201d does not hold here{_POINTS_STAY}: {reason}"
            known = said.setdefault(finding.family, [])
            if sentence not in known:
                known.append(sentence)
    return said


def noted(report: Report, overrides: Mapping[str, Sequence[str]]) -> Report:
    """Return the report with each override told in the receipt and beside its check; no point changes."""
    if not overrides:
        return report
    said = told(report, overrides)

    def with_it(name: str, reason: str) -> str:
        return " ".join(filter(None, [reason, *said.get(name, ())]))

    criteria = tuple(
        replace(
            result, receipt=tuple(replace(line, reason=with_it(line.check, line.reason)) for line in result.receipt)
        )
        for result in report.criteria
    )
    checks = tuple(replace(check, reason=with_it(check.check, check.reason)) for check in report.checks)
    findings = tuple(replace(one, message=with_it(f"{one.check} {one.text}", one.message)) for one in report.findings)
    agreement = tuple(replace(one, saying=with_it(one.check, one.saying)) for one in report.agreement)
    return replace(report, criteria=criteria, checks=checks, findings=findings, agreement=agreement)
