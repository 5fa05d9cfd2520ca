"""Find first: in the practice case the student marks what they would change, and then sees what the assistant sees.

What they marked and how it compares lives in the workspace's preferences under ``practice``, as plain JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hartcity.model import CheckResult, Finding, Report, State
from hartcity.ui import labels
from hartcity.ui.editor.offsets import utf16_offsets
from hartcity.ui.editor.phrasebook import Phrasebook


PREFERENCE = "practice"
_LOOKING = {"looks": True}
_MOST_MARKS = 60


def looks(preferences: Mapping[str, Any]) -> bool:
    """Whether the student is looking and sees nothing of the report yet."""
    kept = preferences.get(PREFERENCE)
    return isinstance(kept, Mapping) and bool(kept.get("looks"))


def begun(preferences: Mapping[str, Any]) -> dict[str, Any]:
    """Hide the report until the student has looked; a comparison from before goes."""
    return {**preferences, PREFERENCE: dict(_LOOKING)}


def ended(preferences: Mapping[str, Any]) -> dict[str, Any]:
    """Show the report, without a comparison."""
    return {**preferences, PREFERENCE: True}


def comparison(preferences: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return how the last look compares, as ``compared`` kept it; None when there is none."""
    kept = preferences.get(PREFERENCE)
    found = kept.get("compared") if isinstance(kept, Mapping) else None
    return found if isinstance(found, Mapping) else None


def packed(preferences: Mapping[str, Any], book: Phrasebook) -> dict[str, Any] | None:
    """Return the comparison as the editor reads it, with phrases by number; None when there is none."""
    found = comparison(preferences)
    if found is None:
        return None
    return {
        "seen": [[book.number(words) for words in line] for line in found["seen"]],
        "overlooked": [[book.number(words) for words in line] for line in found["overlooked"]],
        "own": [book.number(words) for words in found["own"]],
        "missed": [[book.number(title), book.number(question), said] for title, question, said in found["missed"]],
        "there": [book.number(title) for title in found["there"]],
    }


def compared(
    preferences: Mapping[str, Any], marks: object, missing: object, report: Report, text: str
) -> dict[str, Any]:
    """Keep how what the student saw compares with ``report`` on ``text``, and show the report.

    ``marks`` are the places that they marked (``[from, to]`` in UTF-16 units), ``missing`` the titles of the checks
    that they hold to be missing; anything else in either is left out. ``seen`` and ``overlooked`` list findings
    (words, family, message), ``own`` the words that they alone marked, ``missed`` the checks that are not met (title,
    question, whether they said so), and ``there`` those that they miss but that are met.
    """
    guesses = {title for title in missing if isinstance(title, str)} if isinstance(missing, list) else set()
    found = {
        **_compared_places(list(_places(marks)), report.findings, text),
        "missed": [
            [labels.title(check.check), check.question or check.reason, labels.title(check.check) in guesses]
            for check in _open(report.checks)
        ],
        "there": [
            labels.title(check.check)
            for check in report.checks
            if check.state is State.MET and labels.title(check.check) in guesses
        ],
    }
    return {**preferences, PREFERENCE: {"compared": found}}


def _compared_places(places: list[tuple[int, int]], findings: Iterable[Finding], text: str) -> dict[str, Any]:
    unit = utf16_offsets(text)
    seen: list[list[str]] = []
    overlooked: list[list[str]] = []
    hit: set[int] = set()
    for finding in findings:
        start, end = unit(finding.span.start), unit(finding.span.end)
        touching = {number for number, (left, right) in enumerate(places) if left < end and start < right}
        hit |= touching
        (seen if touching else overlooked).append(_told(finding))
    units = text.encode("utf-16-le", "surrogatepass")
    own = [
        units[2 * left : 2 * right].decode("utf-16-le", "replace")
        for number, (left, right) in enumerate(places)
        if number not in hit
    ]
    return {"seen": seen, "overlooked": overlooked, "own": own}


def _places(marks: object) -> Iterable[tuple[int, int]]:
    for mark in marks[:_MOST_MARKS] if isinstance(marks, list) else ():
        if isinstance(mark, list) and len(mark) == 2 and all(isinstance(end, int) for end in mark):  # noqa: PLR2004
            yield mark[0], mark[1]


def _told(finding: Finding) -> list[str]:
    return [finding.text, labels.FAMILIES[finding.family], finding.message]


def _open(checks: Iterable[CheckResult]) -> list[CheckResult]:
    return [check for check in checks if check.state in {State.NOT_SEEN, State.PARTLY}]
