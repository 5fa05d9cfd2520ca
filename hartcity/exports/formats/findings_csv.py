"""Scores, checks and findings as one table, in the words of the screens; the report as JSON is for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from hartcity.assignment.titles import FAMILIES, LEVELS, STATES, check_title, criterion_title
from hartcity.exports.hand_in import HandIn
from hartcity.files import neutral
from hartcity.model import CheckResult, Finding, whole_points


PART = "report"
TITLE = "Findings and scores as table"
FILE_NAME = "findings.csv"
MIME = "text/csv"

_COLUMNS = ("Kind", "Name", "Result", "Score", "From", "To", "Words", "What was seen", "Question", "Source")

_Row = tuple[object, ...]
_NO_WORDS = ("", "", "", "", "", "")


def write(hand_in: HandIn) -> bytes:
    """Return the CSV (UTF-8 with a mark, so that spreadsheets read it); no cell can run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([neutral(str(cell)) for cell in row] for row in _rows(hand_in))
    return out.getvalue().encode("utf-8-sig", errors="replace")


def _rows(hand_in: HandIn) -> Iterator[_Row]:
    report, plan_report = hand_in.report, hand_in.plan_report
    if report is not None:
        for each in report.criteria:
            title, has_score = criterion_title(each.criterion, hand_in.assignment), each.score is not None
            yield ("Criterion", title, _said(LEVELS[each.level]) if has_score else "", _score(each.score), *_NO_WORDS)
        for name, score in report.scores.items():
            yield ("Wording", check_title(name), "", _score(score), *_NO_WORDS)
        yield from map(_check, report.checks)
        yield from (_finding(finding, finding.span.start, finding.span.end) for finding in report.findings)
    yield from _comments(hand_in)
    if plan_report is not None:
        yield from (_of_plan(_check(check)) for check in plan_report.checks)
        yield from (_of_plan(_finding(finding, "", "")) for finding in plan_report.findings)


def _check(check: CheckResult) -> _Row:
    state = _said(STATES[check.state])
    return ("Check", check_title(check.check), state, "", "", "", "", check.reason, check.question, "")


def _finding(finding: Finding, start: object, end: object) -> _Row:
    said = (finding.text, finding.message, finding.question, finding.source)
    return ("Finding", FAMILIES[finding.family], _said(finding.severity), "", start, end, *said)


def _of_plan(row: _Row) -> _Row:
    return (f"Plan: {str(row[0]).lower()}", *row[1:])


def _comments(hand_in: HandIn) -> Iterator[_Row]:
    for each in hand_in.conversations:
        where = ("", "") if each.span is None else (each.span.start, each.span.end)
        lines = "\n".join(f"{name}: {words}" for name, words in each.said)
        yield ("Comment", each.about, "Settled" if each.is_settled else "Open", "", *where, each.words, lines, "", "")


def _score(score: float | None) -> object:
    return "" if score is None else whole_points(score)


def _said(words: str) -> str:
    return words.capitalize()
