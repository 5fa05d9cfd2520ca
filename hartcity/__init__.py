"""The Hart City assignment assistant: reads a service plan and an advocacy email, and explains every point.

The two functions here take and give the JSON of the command line. They load the rest when they are first called, so
that importing a part of the package stays quick.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


__all__ = ["check_draft", "check_plan", "close"]


def check_draft(
    draft: Mapping[str, Any],
    *,
    assignment: str = "advocacy-email",
    engines: Collection[str] | None = None,
    wait: bool = True,
) -> dict[str, Any]:
    """Return the report on a draft, both as the command line's JSON objects.

    ``engines`` names the grammar engines to ask (all that can be had by default, none when empty). With ``wait`` the
    report waits until LanguageTool is ready or known to be absent; without it, it rests on what is ready. Engines stay
    warm between calls, and calls may come from several threads. Raises ValueError for a draft of another shape or an
    unknown assignment.
    """
    if engines is None or "languagetool" in engines:  # Java starts while the rest is loaded
        from hartcity.engines import shared  # noqa: PLC0415 - see the module's docstring

        shared.engines.started()
    from hartcity import analysis  # noqa: PLC0415 - see the module's docstring

    read = analysis.draft_from_json(dict(draft))
    report = analysis.check_draft(read, assignment=assignment, engines=engines, wait=wait)
    return analysis.report_to_json(report)


def check_plan(plan: Mapping[str, Any]) -> dict[str, Any]:
    """Return the report on a service plan, both as the command line's JSON objects.

    Raises ValueError for a plan of another shape; the message names the fields.
    """
    from hartcity import analysis  # noqa: PLC0415 - see the module's docstring
    from hartcity.plan import plan_from_json  # noqa: PLC0415

    return analysis.plan_report_to_json(analysis.check_plan(plan_from_json(dict(plan))))


def close() -> None:
    """Stop the grammar engines that the functions above started; they start again with the next call."""
    from hartcity import analysis  # noqa: PLC0415 - see the module's docstring

    analysis.close()
