"""The email and the plan side by side: what the plan says and the email does not, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hartcity.model import Agreement, CheckResult, Draft, Level, ServicePlan, Span, State


_SMALL = frozenset(
    "and are but for from her his into its our she that the their them they this was were what with your".split()
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?<![\w.,:/-])\$?\d[\d,]*(?:\.\d+)?(?![\w:/-])")
_STEM = 5
_MONEY_FROM = 1000
_CONSENT = "consent_statement"


def agreement(draft: Draft, checks: Mapping[str, CheckResult]) -> tuple[Agreement, ...]:
    """Compare the draft with its plan: recipient, service, needs, numbers, consent; nothing without a plan."""
    plan = draft.plan
    if plan is None or not draft.text.strip():
        return ()
    lines = []
    for check, label, planned in (
        ("recipient_from_plan", "Recipient", plan.email_recipient),
        ("service_from_plan", "Service", ", ".join(dict.fromkeys(s.service for s in plan.services if s.service))),
    ):
        result = checks.get(check)
        if result is not None and planned and result.state is not State.NOT_APPLICABLE:
            saying = f"Your plan: {planned}. {result.reason}"
            lines.append(Agreement(label, _level(result.state), saying, result.spans, check))
    lines += [_need(draft, need) for need in plan.service_user.needs if need.strip()]
    lines += _numbers(draft, plan)
    consent = checks.get(_CONSENT)
    if consent is not None:
        lines.append(_consent(plan, consent))
    return tuple(lines)


def _level(state: State) -> Level:
    return {State.MET: Level.MET, State.PARTLY: Level.PARTLY}.get(state, Level.NOT_YET)


def _need(draft: Draft, need: str) -> Agreement:
    stems = {word.casefold()[:_STEM] for word in _WORD.findall(need) if word.casefold() not in _SMALL}
    spans = tuple(
        Span(*match.span()) for match in _WORD.finditer(draft.text) if match.group().casefold()[:_STEM] in stems
    )
    if spans:
        return Agreement(f"Need: {need}", Level.MET, "The email speaks of it.", spans)
    return Agreement(f"Need: {need}", Level.NOT_YET, "In the plan, not in the email. Does this reader need it?")


def _numbers(draft: Draft, plan: ServicePlan) -> list[Agreement]:
    """Return the amounts of the email that the plan does not know; dates, times and small counts are left alone."""
    planned = " ".join(
        [
            *(
                f"{service.finances} {service.benefit} {service.need} {service.coordination}"
                for service in plan.services
            ),
            plan.coordination,
            str(int(plan.service_user.annual_income or 0)),
            *plan.service_user.needs,
            *plan.service_user.goals,
        ]
    )
    known = {_amount(number) for number in _NUMBER.findall(planned)}
    lines = []
    for match in _NUMBER.finditer(draft.text):
        is_money = match.group().startswith("$") or (_amount(match.group()) >= _MONEY_FROM and "," in match.group())
        if is_money and _amount(match.group()) not in known:
            span = Span(*match.span())
            saying = "In the email, not in the plan. Which of the two is right?"
            lines.append(Agreement(f"Amount: {match.group()}", Level.PARTLY, saying, (span,)))
    return lines


def _amount(number: str) -> float:
    return float(number.replace("$", "").replace(",", "") or 0)


def _consent(plan: ServicePlan, said: CheckResult) -> Agreement:
    is_held, is_said = plan.consent.obtained, said.state is State.MET
    if is_held and is_said:
        level, saying = Level.MET, "The plan holds it and the email says so."
    elif is_held:
        level, saying = Level.NOT_YET, "The plan holds a consent that the email does not speak of."
    elif is_said:
        level, saying = Level.PARTLY, "The email speaks of a consent that the plan does not hold yet."
    else:
        level, saying = Level.NOT_YET, "Neither the plan nor the email speaks of consent yet."
    return Agreement("Consent", level, saying, said.spans if is_held or is_said else (), _CONSENT)
