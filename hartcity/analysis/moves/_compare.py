"""What two reports say differently."""

from hartcity.model import Family, Report, State


def has_lost(check: str, before: Report, after: Report) -> bool:
    """Whether a check was met before and is not any more."""
    return _state(check, before) is State.MET and _state(check, after) is not State.MET


def more_findings(before: Report, after: Report, *families: Family) -> bool:
    """Whether there are more findings of these families than before."""

    def count(report: Report) -> int:
        return sum(finding.family in families for finding in report.findings)

    return count(after) > count(before)


def fell(name: str, before: Report, after: Report, by: float = 0) -> bool:
    """Whether the criterion or score called ``name`` fell by more than ``by`` points, or could be given no more."""
    was, now = _criterion(name, before), _criterion(name, after)
    if was is None:
        was, now = before.scores.get(name), after.scores.get(name)
    return was is not None and (now is None or now < was - by)


def _state(check: str, report: Report) -> State | None:
    return next((result.state for result in report.checks if result.check == check), None)


def _criterion(name: str, report: Report) -> float | None:
    return next((result.score for result in report.criteria if result.criterion == name), None)
