"""Putting the workspace's two parts together to what documents are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from hartcity.analysis import Reviewed, office_hours, report_to_json
from hartcity.assignment import Assignment
from hartcity.documents import apart
from hartcity.exports import Conversation, HandIn, TitlePage, standard_title
from hartcity.model import Draft, Finding, PlanReport, Report, ServicePlan
from hartcity.model.brief import Brief
from hartcity.ui import overrides, progress
from hartcity.ui.directory import in_use
from hartcity.ui.sharing import threads as talk
from hartcity.ui.sharing.store_calls import ask
from hartcity.ui.workspace import assignment_in_use, counting, drafts, privacy, report_cache, session, set_aside


PREFERENCE = "hand_in"
"""The preference that holds what only the documents need: title page, references, address blocks."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a student types on this page; lists are kept as lines, and an empty title is the assignment's own."""

    author: str = ""
    institution: str = ""
    course: str = ""
    instructor: str = ""
    due: str = ""
    title: str = ""
    references: str = ""
    sender: str = ""
    recipient: str = ""
    recipient_email: str = ""


def details() -> Details:
    """Return what was typed before; what is of another kind is left out."""
    kept = session.work().preferences.get(PREFERENCE)
    known = {field.name for field in fields(Details)}
    given = kept if isinstance(kept, dict) else {}
    found = Details(**{name: value for name, value in given.items() if name in known and isinstance(value, str)})
    # The course's own title was once kept as if it had been typed.
    return replace(found, title="") if found.title == TitlePage().title else found


def own_title() -> str:
    """Return the title that the assignment in use gives the paper."""
    work = session.work()
    return standard_title(assignment_in_use.assignment_of(work.preferences).title, drafts.of_work(work).kind)


def keep(changed: Details) -> None:
    """Save what was typed."""
    if changed.title == own_title():
        changed = replace(changed, title="")
    if changed != details():
        session.save_preferences({**session.work().preferences, PREFERENCE: asdict(changed)})


def plan() -> ServicePlan:
    """Return the workspace's plan, empty while it cannot be read."""
    return drafts.plan_of(session.work().plan) or ServicePlan()


def gather() -> HandIn:
    """Return both parts with their reports, as they stand now."""
    work, given, service_plan = session.work(), details(), plan()
    draft, assignment = drafts.of_work(work), assignment_in_use.assignment_of(work.preferences)
    report, plan_report = _reports(draft, assignment)
    comments = (ask(lambda store: store.comments.list(session.who())) or []) if report else []
    threads, brief = talk.threads_of(comments, work.text), None
    if report is not None:
        counting.note(report, work, comments)
        brief = brief_of(Reviewed(draft, report), threads, assignment)
        report = overrides.noted(report, overrides.overrides_of(comments))
    organization = in_use().organization(service_plan.email_recipient) if service_plan.email_recipient else None
    address = given.recipient or "\n".join(
        filter(None, (organization.contact, organization.name, organization.address)) if organization else ()
    )
    return HandIn(
        draft=draft,
        as_of=_today(),
        plan=service_plan,
        assignment=assignment,
        title_page=TitlePage(
            given.title or standard_title(assignment.title, draft.kind),
            given.author,
            given.institution,
            given.course,
            given.instructor,
            given.due,
        ),
        references=tuple(line.strip() for line in given.references.split("\n") if line.strip()),
        sender=tuple(given.sender.split("\n")) if given.sender else (),
        recipient=tuple(address.split("\n")) if address else (),
        recipient_email=given.recipient_email or (organization.email if organization else ""),
        report=report,
        plan_report=plan_report,
        report_json=report_to_json(report) if report else {},
        brief=brief,
        conversations=tuple(_conversation(thread, work.text, assignment) for thread in threads),
    )


def brief_of(now: Reviewed, threads: Sequence[talk.Thread], assignment: Assignment) -> Brief:
    """Return what to talk about; what a tutor overrode is told apart from comments that wait."""
    comments, overridden = talk.remarks_of(threads)
    return office_hours(now, comments=comments, overrides=overridden, assignment=assignment)


def _conversation(thread: talk.Thread, text: str, assignment: Assignment) -> Conversation:
    remark = thread.root.remark
    words = remark.quote if thread.span is None else thread.span.of(text)
    said = [(talk.speaker(comment, mine="Student"), comment.remark.text) for comment in (thread.root, *thread.answers)]
    about = talk.heading(remark, assignment)
    return Conversation(tuple(said), about, " ".join(words.split()), thread.span, is_settled=not thread.is_open)


def private(hand_in: HandIn) -> tuple[Finding, ...]:
    """Return the words of both parts that could identify the service user, decided or not, each once.

    Subject line and title stand outside the draft's own words, so that they are read by themselves. An alias is among
    them only when it reads like a name.
    """
    found = _private(hand_in.draft, hand_in.report, hand_in.title_page.title)
    seen = {privacy.words_key(finding.text) for finding in found}
    for finding in hand_in.plan_report.findings if hand_in.plan_report else ():
        if finding.family.is_private and privacy.words_key(finding.text) not in seen:
            seen.add(privacy.words_key(finding.text))
            found.append(finding)
    return _once(found)


def undecided(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return those of the ``found`` words that wait for a decision."""
    return privacy.undecided(found, session.work().preferences)


def undecided_in(draft: Draft) -> tuple[Finding, ...]:
    """Return the words of a draft, a stored version say, that wait for a decision as in ``undecided``, each once."""
    work = session.work()
    assignment = assignment_in_use.assignment_of(work.preferences)
    own_words = set_aside.own_words(work.preferences)
    return undecided(_once(_private(draft, report_cache.of_visit().without_grammar(draft, own_words, assignment))))


def _private(draft: Draft, report: Report | None, title: str = "") -> list[Finding]:
    found = [finding for finding in report.findings if finding.family.is_private] if report else []
    # A message that is answered is nobody's draft, and leaves with the email all the same.
    answered = "\n".join(line.lstrip("> ") for line in apart(draft.text)[1].split("\n"))
    for words in (draft.subject, title, answered):
        if words.strip():
            read = report_cache.of_visit().without_grammar(Draft(text=words, plan=draft.plan), frozenset())
            found += [finding for finding in read.findings if finding.family.is_private]
    return found


def _once(found: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple({privacy.words_key(finding.text): finding for finding in reversed(found)}.values())[::-1]


def _reports(draft: Draft, assignment: Assignment) -> tuple[Report | None, PlanReport | None]:
    """Return what is said of both parts; an engine that is ready by now joins a report that was made before."""
    work = session.work()
    report = None
    if draft.text.strip():
        with st.spinner("Reading both parts"):
            report = report_cache.of_visit().whole(draft, set_aside.own_words(work.preferences), assignment)
    return report, progress.plan_report(work)


def _today() -> dt.date:
    try:
        zone = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    return dt.datetime.now(zone).date()
