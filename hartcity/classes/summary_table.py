"""The table of a class: a row a student, a column a score, a criterion, a check and a family of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from hartcity import checks
from hartcity.assignment import Assignment
from hartcity.model import Family, whole_points
from hartcity.plan import plan_checks


HEAD = ("student", "report", "draft", "plan", "not_read", "words", "versions")
SCORES = ("clarity", "concision", "tone", "formality", "readability")


def columns(assignment: Assignment) -> tuple[str, ...]:
    """Return the table's columns in order: what was handed in, scores, criteria with levels, checks, findings, plan."""
    names = [*HEAD, *(f"score_{name}" for name in SCORES)]
    for criterion in assignment.criteria:
        names += [criterion.id, f"{criterion.id}_level"]
    if assignment.is_email:
        names += [f"check_{check.id}" for check in checks.all_checks()]
    names += [f"findings_{family}" for family in Family]
    names += [f"plan_{check.id}" for check in plan_checks()]
    return tuple(names)


def row(report: Mapping[str, Any], heads: Sequence[str]) -> list[str]:
    """Return the cells of one student under ``heads``; what cannot be said is empty."""
    cells: dict[str, object] = {
        "student": report["student"],
        "report": f"{report['id']}.json",
        "not_read": "; ".join(f"{one['file']}: {one['reason']}" for one in report["left_out"]),
    }
    if "error" in report:
        return [_cell(cells.get(head)) for head in heads]
    cells["draft"] = report["refused"] or "read" if report["has_draft"] else "none"
    cells["plan"] = "read" if report["plan_report"] else "as text" if report["has_plan"] else "none"
    cells["words"] = report["metrics"].get("words") if report["has_draft"] else None
    cells["versions"] = " ".join(str(whole_points(score)) for score in _over_versions(report))
    cells |= {f"score_{name}": value for name, value in report["scores"].items()}
    for name, result in report["criteria"].items():
        cells[name] = result["score"]
        cells[f"{name}_level"] = result["level"] if result["score"] is not None else None
    if report["has_draft"] and report["refused"] is None:
        cells |= {f"check_{name}": state for name, state in report["checks"].items()}
    if report["has_draft"]:
        families = Counter(finding["family"] for finding in report["findings"])
        cells |= {f"findings_{family}": families[family] for family in Family}
    if report["plan_report"]:
        cells |= {f"plan_{name}": state for name, state in report["plan_report"]["checks"].items()}
    return [_cell(cells.get(head)) for head in heads]


def _over_versions(report: Mapping[str, Any]) -> list[float]:
    """Return the mean of the criteria's scores for each version that has one, the newest last."""
    newest = {name: result["score"] for name, result in report["criteria"].items()}
    known = [[score for score in scores.values() if score is not None] for scores in _criteria(report, newest)]
    return [sum(scores) / len(scores) for scores in known if scores]


def _criteria(report: Mapping[str, Any], newest: Mapping[str, float | None]) -> list[Mapping[str, float | None]]:
    return [*(version["criteria"] for version in report["versions"]), newest]


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)
