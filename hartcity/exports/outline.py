"""The assignment as blocks, so that Word and PDF say the same in the same order (APA 7, student paper)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from hartcity.exports.hand_in import HandIn, TitlePage, part_two
from hartcity.model import Consent, Kind, PlannedService, ServicePlan
from hartcity.plan.wording import is_unconfirmed


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; level 0 is the paper's title above its text."""

    level: int
    text: str
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of the student. ``is_indented`` is APA's first-line indent; a letter and an email have none."""

    text: str
    is_indented: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A numbered table with its title; the first row names the columns."""

    number: int
    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One work of the reference list, with asterisks around what is italic."""

    text: str


Block: TypeAlias = TitlePage | Heading | Paragraph | Table | Entry

COLUMN_INCHES = (1.3, 1.25, 1.25, 1.55, 1.15)
"""Widths of the columns of the plan's table: together the 6.5 inches between APA's margins."""

_ITALIC = re.compile(r"\*([^*]+)\*")
_LINK = re.compile(r"(https?://[^\s<>]+[^\s<>.,;])")


def blocks(hand_in: HandIn) -> Iterator[Block]:
    """Yield the whole assignment: title page, Part 1, Part 2, references. What is not there yet is left out."""
    yield hand_in.title_page
    if hand_in.plan != ServicePlan():
        yield Heading(0, hand_in.title_page.title, starts_page=True)
        yield Heading(1, "Part 1: Service Plan")
        yield from _plan(hand_in.plan)
    if hand_in.draft.text.strip():
        kind = hand_in.draft.kind
        yield Heading(1, f"Part 2: {part_two(hand_in.assignment.title, kind)}", starts_page=True)
        yield from letter(hand_in) if kind is Kind.LETTER else _email(hand_in)
    if hand_in.references:
        yield Heading(1, "References", starts_page=True)
        for entry in hand_in.references:
            yield Entry(entry)


def letter(hand_in: HandIn) -> Iterator[Paragraph]:
    """Yield a letter: sender, date, recipient, subject, words; what the words begin with already is left out."""
    day = f"{hand_in.as_of:%B} {hand_in.as_of.day}, {hand_in.as_of.year}"
    opening = hand_in.draft.text[:400]
    for lines in (hand_in.sender, (day,), hand_in.recipient):
        given = [line for line in lines if line.strip()]
        if given and not all(line in opening for line in given):
            yield Paragraph("\n".join(given), is_indented=False)
    if hand_in.draft.subject.strip():
        yield Paragraph(f"Re: {hand_in.draft.subject}", is_indented=False)
    yield from _words(hand_in.draft.text)


def _email(hand_in: HandIn) -> Iterator[Paragraph]:
    heads = (("To", hand_in.recipient_email or hand_in.plan.email_recipient), ("Subject", hand_in.draft.subject))
    given = "\n".join(f"{name}: {value}" for name, value in heads if value.strip())
    if given:
        yield Paragraph(given, is_indented=False)
    yield from _words(hand_in.draft.text)


def _words(text: str) -> Iterator[Paragraph]:
    for paragraph in re.split(r"\n\s*\n", text.strip("\n")):
        yield Paragraph(paragraph.strip("\n"), is_indented=False)


def _plan(plan: ServicePlan) -> Iterator[Block]:
    user = plan.service_user
    called = f"{user.alias} ({user.pronouns})" if user.pronouns else user.alias
    facts = [
        (f"Household of {user.household_size}." if user.household_size else ""),
        (f"Annual income of ${user.annual_income:,.0f}." if user.annual_income is not None else ""),
    ]
    yield Heading(2, "Service User")
    if user.alias or any(facts):
        yield Paragraph(" ".join(filter(None, [f"{called}." if user.alias else "", *facts])))
    for name, items in (("Needs", user.needs), ("Strengths", user.strengths), ("Goals", user.goals)):
        if items:
            yield Paragraph(f"{name}: {'; '.join(items)}")
    if plan.services:
        yield Heading(2, "Services")
        yield Paragraph("Table 1 shows the services of the plan, their cost and their dates.")
        yield Table(1, "Services in the Plan", _table(plan.services))
        for service in plan.services:
            yield from _service(service)
    if plan.coordination.strip():
        yield Heading(2, "Coordination of Services")
        for paragraph in plan.coordination.split("\n"):
            if paragraph.strip():
                yield Paragraph(paragraph)
    if plan.consent != Consent():
        yield Heading(2, "Consent")
        yield Paragraph(_consent(plan.consent))


def _table(services: tuple[PlannedService, ...]) -> tuple[tuple[str, ...], ...]:
    rows = [
        (service.organization, service.service, service.need, service.finances, _dates(service)) for service in services
    ]
    return (("Organization", "Service", "Need", "Cost and how it is met", "Start and review"), *rows)


def _dates(service: PlannedService) -> str:
    return "\nto ".join(_day(day) for day in (service.start, service.review) if day)


def _day(written: str) -> str:
    """Return a date as a paper writes it, ``December 1, 2026``; what is no date stays as it was written."""
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day:%B} {day.day}, {day.year}"


def _service(service: PlannedService) -> Iterator[Block]:
    yield Heading(3, ", ".join(filter(None, (service.service[:1].upper() + service.service[1:], service.organization))))
    parts = (
        ("Benefit", service.benefit),
        ("Coordination", service.coordination),
        ("Financial considerations", service.finances),
        ("Eligibility", service.eligibility),
        ("Documents", "; ".join(service.documents)),
        ("Barriers", service.barriers),
        ("Cost confirmed by", service.finances_said),
        ("Eligibility confirmed by", service.eligibility_said),
        ("Waiting time", service.wait),
        ("If refused", service.if_refused),
        ("Chosen by the service user", service.chosen),
        ("Owner", service.owner),
    )
    for name, text in parts:
        if text.strip() and not is_unconfirmed(text):
            yield Paragraph(f"{name}: {text}")


def _consent(consent: Consent) -> str:
    parts = (
        ("Given", f"{'yes' if consent.obtained else 'not yet'}{', in writing' if consent.written else ''}"),
        ("To", consent.recipient),
        ("What may be shared", "; ".join(consent.scope)),
        ("Purpose", consent.purpose),
        ("From", _day(consent.starts)),
        ("Until", _day(consent.expires)),
        ("May be withdrawn", "yes" if consent.revocable else ""),
    )
    return ". ".join(f"{name}: {value.rstrip('.')}" for name, value in parts if value) + "."


def runs(text: str) -> Iterator[tuple[str, bool, str]]:
    """Yield the pieces of an entry as words, whether they are italic, and the address where they are a link."""
    for place, piece in enumerate(_ITALIC.split(text)):
        for part, words in enumerate(_LINK.split(piece)):
            if part % 2 and words.endswith(")") and words.count(")") > words.count("("):
                yield words[:-1], bool(place % 2), words[:-1]
                yield ")", bool(place % 2), ""
            elif words:
                yield words, bool(place % 2), words if part % 2 else ""
