"""The email and the plan side by side: what the plan says and the email does not, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hartcity.analysis.agreement_facts import ages, needs, times
from hartcity.model import Agreement, CheckResult, Draft, Level, ServicePlan, Span, State
from hartcity.plan.names import names_organization
from hartcity.text import Document
from hartcity.text.planned import greeted, greets_another


_NUMBER = re.compile(r"(?<![\w.,:/-])\$?\d[\d,]*(?:\.\d+)?(?![\w:/-])")
_MONEY_FROM = 1000
_CONSENT = "consent_statement"
_TIMES = "meeting_options"


def agreement(document: Document, checks: Mapping[str, CheckResult]) -> tuple[Agreement, ...]:
    """Compare a draft with its plan: recipient, service, needs, ages, times, amounts, consent; nothing without a plan.

    ``document`` is the draft, read.
    """
    plan = document.draft.plan
    if plan is None or not document.text.strip():
        return ()
    lines = []
    services = ", ".join(dict.fromkeys(one.service for one in plan.services if one.service))
    for check, label, planned in (
        ("recipient_from_plan", "Recipient", plan.email_recipient),
        ("service_from_plan", "Service", services),
    ):
        result = checks.get(check)
        if result is not None and planned and result.state is not State.NOT_APPLICABLE:
            saying = f"Your plan: {planned}. {result.reason}"
            seen = Agreement(label, _level(result.state), saying, result.spans, check)
            lines.append((_greets_somebody_else(document, plan) or seen) if label == "Recipient" else seen)
    lines += needs(document, plan)
    lines += ages(document, plan)
    offered = checks.get(_TIMES)
    lines += times(document, plan, offered.spans) if offered else []
    lines += _numbers(document.draft, plan)
    consent = checks.get(_CONSENT)
    if consent is not None:
        lines.append(_consent(plan, consent))
    return tuple(lines)


def _greets_somebody_else(document: Document, plan: ServicePlan) -> Agreement | None:
    """Say that the salutation or address names an organization other than the one the plan's email goes to.

    That it is one of the plan is enough for the check of the assignment, and not for the email to agree with the plan.
    """
    recipient = plan.email_recipient
    # The recipient may be written as an address line ("Intake Team, Lantern House").
    names = [one.organization for one in plan.services if one.organization]
    own = [recipient, *(name for name in names if names_organization(recipient, name))]
    if any(greeted(document, name) for name in own):
        return None
    for name in names:
        span = None if name in own else greeted(document, name)
        if span is not None:
            saying = f"This greets {name}; your plan's email goes to {recipient}. Which of the two is meant?"
            return Agreement("Recipient", Level.NOT_YET, saying, (span,), "recipient_from_plan")
    span = greets_another(document, plan)
    if span is None:
        return None
    saying = f"Your plan: {recipient}. This greets somebody else. Which of the two is meant?"
    return Agreement("Recipient", Level.NOT_YET, saying, (span,), "recipient_from_plan")


def _level(state: State) -> Level:
    return {State.MET: Level.MET, State.PARTLY: Level.PARTLY}.get(state, Level.NOT_YET)


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
