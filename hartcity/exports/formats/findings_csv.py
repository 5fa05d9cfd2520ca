"""Scores, checks and findings as one table."""

from __future__ import annotations

import csv
import io

from hartcity.exports.hand_in import HandIn
from hartcity.files import neutral


PART = "report"
TITLE = "Findings and scores as table"
FILE_NAME = "findings.csv"
MIME = "text/csv"

_COLUMNS = ("kind", "name", "result", "start", "end", "words", "message", "question", "source")


def write(hand_in: HandIn) -> bytes:
    """Return the CSV (UTF-8 with a mark, so that spreadsheets read it); no cell can run as a formula."""
    rows: list[tuple[object, ...]] = []
    report = hand_in.report
    if report is not None:
        rows += [("score", name, "" if score is None else score, *[""] * 6) for name, score in report.scores.items()]
        rows += [("criterion", each.criterion, each.level, *[""] * 6) for each in report.criteria]
        for check in report.checks:
            rows.append(("check", check.check, check.state, "", "", "", check.reason, check.question, ""))
        for finding in report.findings:
            place = (finding.span.start, finding.span.end)
            said = (finding.text, finding.message, finding.question, finding.source)
            rows.append(("finding", finding.check, finding.severity, *place, *said))
    for each in hand_in.conversations:
        where = ("", "") if each.span is None else (str(each.span.start), str(each.span.end))
        lines = "\n".join(f"{name}: {words}" for name, words in each.said)
        state = "settled" if each.is_settled else "open"
        rows.append(("comment", each.about, state, *where, each.words, lines, "", ""))
    if hand_in.plan_report is not None:
        for check in hand_in.plan_report.checks:
            rows.append(("plan check", check.check, check.state, "", "", "", check.reason, check.question, ""))
        for finding in hand_in.plan_report.findings:
            said = (finding.text, finding.message, finding.question, finding.source)
            rows.append(("plan finding", finding.check, finding.severity, "", "", *said))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([neutral(str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", errors="replace")
