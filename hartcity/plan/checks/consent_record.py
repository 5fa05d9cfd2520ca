"""Holds a written consent that covers the email's recipient, the purpose and today.

Why: without it the email may not be sent at all, whatever it says.

Example: written, to Harbor Wheels, about rides, from February 20 to June 30. Spoken words to another agency do not do.

Source: 45 CFR 164.508(c)(1), core elements of an authorization; NOHS Ethical Standards (2024), privacy and consent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hartcity.model import CheckResult, Consent, ServicePlan, State
from hartcity.plan.example import COMPLETE, Example, with_consent
from hartcity.plan.lookup import services_of
from hartcity.plan.names import names_organization
from hartcity.plan.services import Seen
from hartcity.plan.setting import Setting, day
from hartcity.plan.topics import naming, topics
from hartcity.plan.vocabulary import phrases
from hartcity.plan.wording import content, says_something


TITLE = "Consent for this email"
COMES = 10
ID = "consent_record"
MANY_GAPS = 2
_SENDS = re.compile(
    r"\b(?:send|forward|release|transfer|mail|submit|fax|hand in)\w*\b[^.;]{0,120}?\s(?:on )?to (?P<whom>[^.;,]+)",
    re.IGNORECASE,
)


def check(plan: ServicePlan, setting: Setting) -> CheckResult:
    """Look for each part of a usable consent; one gap leaves it partly there."""
    if not plan.consent.obtained:
        reason = "No consent is recorded yet."
        question = "Has the service user agreed to this contact, and in writing?"
        return CheckResult(ID, State.NOT_SEEN, reason=reason, question=question, fields=("consent.obtained",))
    gaps = tuple(_gaps(plan, setting))
    if not gaps:
        reason = "A written consent covers the recipient, the purpose and this day."
        return CheckResult(ID, State.MET, reason=reason, fields=("consent",))
    state = State.NOT_SEEN if len(gaps) >= MANY_GAPS else State.PARTLY
    reason = " ".join(gap.reason for gap in gaps)
    return CheckResult(ID, state, reason=reason, question=gaps[0].question, fields=tuple(gap.path for gap in gaps))


def _gaps(plan: ServicePlan, setting: Setting) -> Iterator[Seen]:
    consent = plan.consent
    if not consent.written:
        yield _gap("written", "The consent is not in writing.", "Could it be put in writing and signed?")
    yield from _recipient(plan)
    yield from _purpose(plan)
    yield from _days(consent, setting)


def _recipient(plan: ServicePlan) -> Iterator[Seen]:
    told = plan.consent.recipient
    if not says_something(told):
        yield _gap("recipient", "The consent names no agency.", "Which agency will read the email?")
    elif _names_anybody(told, plan):
        yield _gap("recipient", "The consent names nobody in particular.", "Which agency will read the email?")
    elif says_something(plan.email_recipient):
        if not _same_reader(plan):
            reason = f"The consent is for {told.strip()}, the email for {plan.email_recipient.strip()}."
            yield _gap("recipient", reason, "Does the service user agree to the agency that will read the email?")
    elif plan.services and not services_of(plan, told):
        reason = "The consent names an agency that is not in the plan."
        yield _gap("recipient", reason, "Which agency will read the email?")


def _names_anybody(told: str, plan: ServicePlan) -> bool:
    """Whether an agency is left open; who of a named one reads the email ("or whoever does intake") may be."""
    if phrases("consent", "anybody").search(told):
        return True
    return bool(phrases("consent", "somebody").search(told)) and not services_of(plan, told)


def _same_reader(plan: ServicePlan) -> bool:
    told, reader = plan.consent.recipient, plan.email_recipient
    if names_organization(told, reader) or names_organization(reader, told):
        return True
    return any(names_organization(told, one.service.organization) for one in services_of(plan, reader))


def _purpose(plan: ServicePlan) -> Iterator[Seen]:
    purpose = plan.consent.purpose
    if not says_something(purpose):
        yield _gap("purpose", "The consent names no purpose.", "What may the agency be told, and what for?")
        return
    asked = " ".join(f"{one.service.service}. {one.service.need}." for one in services_of(plan, plan.email_recipient))
    meant, about = topics(purpose), topics(asked)
    is_another = bool(meant and about) and not meant & about and not naming(purpose) & naming(asked)
    if asked and (is_another or _goes_elsewhere(purpose, f"{plan.email_recipient} {plan.consent.recipient}")):
        reason = "The consent's purpose is about something else than the service that the email asks for."
        yield _gap("purpose", reason, "What did the service user agree to share this for?")


def _goes_elsewhere(purpose: str, readers: str) -> bool:
    """Whether the purpose is to send papers to somebody who is not the email's reader ("to the nursing board")."""
    found = _SENDS.search(purpose)
    if not found or not phrases("consent", "bodies").search(found["whom"]):
        return False
    return not content(found["whom"]) & content(readers)


def _days(consent: Consent, setting: Setting) -> Iterator[Seen]:
    starts, expires = day(consent.starts), day(consent.expires)
    if says_something(consent.starts) and starts is None:
        yield _gap("starts", "The day that the consent starts on is no day of the calendar.", "Which day is meant?")
    if says_something(consent.expires) and expires is None:
        yield _gap("expires", "The day that the consent ends on is no day of the calendar.", "Which day is meant?")
    if expires is not None and expires < setting.as_of:
        yield _gap("expires", f"The consent ended on {expires.isoformat()}.", "Could a new one be signed first?")
    elif starts is not None and starts > setting.as_of:
        yield _gap("starts", f"The consent starts on {starts.isoformat()}.", "Will it be in force when you write?")
    elif starts is not None and expires is not None and expires < starts:
        yield _gap("expires", "The consent ends before it starts.", "Which of the two days is meant otherwise?")


def _gap(field: str, reason: str, question: str) -> Seen:
    return Seen(f"consent.{field}", State.NOT_SEEN, reason, question)


EXAMPLES = (
    Example(State.MET, "written, for this agency, for this purpose, in force", COMPLETE),
    Example(State.MET, "without an end", with_consent(expires="")),
    Example(State.PARTLY, "spoken", with_consent(written=False)),
    Example(State.PARTLY, "for another agency", with_consent(recipient="Saint Brendan Community Kitchen")),
    Example(State.PARTLY, "for all agencies", with_consent(recipient="any agency")),
    Example(State.PARTLY, "about something else", with_consent(purpose="to apply for help with an eviction")),
    Example(
        State.PARTLY,
        "about papers for others",
        with_consent(purpose="to send his records to the licensing board"),
    ),
    Example(State.MET, "whoever reads it there", with_consent(recipient="Harbor Wheels (or whoever does intake)")),
    Example(State.PARTLY, "ended", with_consent(expires="2026-02-28")),
    Example(State.PARTLY, "not yet in force", with_consent(starts="2026-03-02")),
    Example(State.NOT_SEEN, "spoken and ended", with_consent(written=False, expires="2026-02-28")),
    Example(State.NOT_SEEN, "none", replace(COMPLETE, consent=Consent())),
)
