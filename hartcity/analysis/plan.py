"""One report on one service plan: its checks, its advice, and the rules on wording in every field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from importlib import resources

from hartcity import rules
from hartcity.analysis import scoring
from hartcity.analysis.draft import check_draft
from hartcity.assignment import Assignment
from hartcity.assignment.load import parse
from hartcity.model import Draft, Family, Finding, PlanReport, ServicePlan, Span
from hartcity.plan import Directory, plan_checks, setting_of
from hartcity.plan.advice import advice
from hartcity.plan.fields import is_listed, written_fields
from hartcity.text import Document


WORDING = frozenset({Family.IDENTIFIER, Family.STIGMATIZING, Family.PITY, Family.BLAME})
"""The families that matter in a plan's fields; how elegantly a field is worded does not."""

_BULLET = "- "


def check_plan(plan: ServicePlan, directory: Directory | None = None, *, today: dt.date | None = None) -> PlanReport:
    """Return the report on ``plan``.

    ``directory`` tells who a service turns away and what it costs (the illustrative one by default). The checks stand
    on the plan's ``as_of``, else on ``today``, else on this day. Findings name their ``field``, and their offsets are
    code points into it.
    """
    setting = setting_of(plan, today or dt.datetime.now().astimezone().date(), directory or illustrative())
    results = tuple(check.run(plan, setting) for check in plan_checks())
    findings = tuple(sorted((*_wording(plan), *advice(plan, setting.listed)), key=_place))
    criteria = (
        scoring.criteria(part_one(), {result.check: result for result in results}, findings, {}, 0)
        if plan.services
        else scoring.unscored(part_one())
    )
    return PlanReport(checks=results, criteria=criteria, findings=findings)


def plan_grammar(
    plan: ServicePlan,
    *,
    engines: Collection[str] | None = None,
    wait: bool = False,
    accepted_words: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return what the grammar engines find in the plan's own words, each with its field and offsets into it.

    The fields are read as the paragraphs of one text, so that the engines are asked once, and short entries of lists
    as the items of one, which need no capital. The arguments are those of ``check_draft``. What crosses from one field
    into the next is left out.
    """
    fields = [
        (path, _BULLET if is_listed(path, text) else "", text) for path, text in written_fields(plan) if text.strip()
    ]
    if not fields:
        return ()
    whole = "\n\n".join(bullet + text for _, bullet, text in fields)
    draft = Draft(text=whole, plan=plan)
    report = check_draft(draft, assignment="general", engines=engines, wait=wait, accepted_words=accepted_words)
    found, start = [], 0
    for path, bullet, text in fields:
        start += len(bullet)
        end = start + len(text)
        for one in report.findings:
            if one.family is Family.GRAMMAR and start <= one.span.start and one.span.end <= end:
                span = Span(one.span.start - start, one.span.end - start)
                found.append(replace(one, span=span, field=path))
        start = end + 2
    return tuple(found)


@cache
def part_one() -> Assignment:
    """Return what Part 1 asks: criteria and weights, in the form that Part 2 has them in."""
    source = resources.files("hartcity.plan").joinpath("criteria.toml").read_text(encoding="utf-8")
    return parse("service-plan", source)


@cache
def illustrative() -> Directory:
    """Return our own, invented directory."""
    from hartcity import directory as directories  # noqa: PLC0415 - brings pandas, which no draft alone needs

    return directories.load()


def _wording(plan: ServicePlan) -> Iterator[Finding]:
    """Yield what the rules find in each field; the alias and the plan's organizations are there to be named."""
    named = " ".join((plan.service_user.alias, *(one.organization for one in plan.services))).casefold()
    for path, text in written_fields(plan):
        for finding in rules.find(Document(Draft(text=text, plan=plan))):
            is_named = finding.family is Family.IDENTIFIER and finding.text.casefold().strip(" .") in named
            if finding.family in WORDING and not is_named:
                yield replace(finding, field=path)


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return (finding.field, finding.span.start, finding.span.end, finding.check)
