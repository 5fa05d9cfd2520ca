"""Findings from two witnesses: the rules, which know words, and the reader, which knows how sentences read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hartcity.model import Family, Finding, ServicePlan
from hartcity.reader import Mark, Reader, words_of
from hartcity.reader.topics import is_what_the_service_is_for
from hartcity.text import Document, Part


_LONGEST_QUOTE = 60
_NAME = re.compile(r"[A-Z][\w'\u2019-]+")
_ADDRESSED = frozenset({Part.SALUTATION, Part.ADDRESS, Part.SUBJECT})


def weigh(document: Document, ruled: Sequence[Finding], reader: Reader | None, *, email: bool) -> tuple[Finding, ...]:
    """Return the findings that stand when rules and reader are heard together, in no particular order.

    Where both mark the same words in the same family, the rule's words are kept with the reader's certainty. What a
    rule alone marks stands where rules of its family have proved right alone, and is softened or dropped where they
    have not; what the reader alone marks stands from the certainty at which it has proved right.
    """
    if reader is None or not email:
        return tuple(ruled)
    marks = reader.marks(document, email=email)
    return (*_ruled(ruled, marks, reader), *_read(document, ruled, marks, reader))


def _ruled(ruled: Sequence[Finding], marks: Sequence[Mark], reader: Reader) -> Iterator[Finding]:
    for finding in ruled:
        seconds = [mark for mark in marks if mark.family is finding.family and mark.span.overlaps(finding.span)]
        if seconds:
            yield replace(finding, certainty=max(mark.certainty for mark in seconds))
        elif not reader.overrules(finding.check):
            yield finding


def _read(document: Document, ruled: Sequence[Finding], marks: Sequence[Mark], reader: Reader) -> Iterator[Finding]:
    told = [(finding.family, finding.span) for finding in ruled]
    own = _names_of(document)
    services = _services(document)
    for mark in marks:
        if not mark.stands_alone or any(mark.family is family and mark.span.overlaps(span) for family, span in told):
            continue
        text = mark.span.of(document.text)
        if mark.family is Family.IDENTIFIER and _is_own(text, own):
            continue
        if mark.family is Family.SENSITIVE and (
            is_what_the_service_is_for(text, services)
            or any(family is Family.IDENTIFIER and mark.span.overlaps(span) for family, span in told)
        ):
            continue
        words = words_of(mark.family)
        told.append((mark.family, mark.span))
        yield Finding(
            check=f"{mark.family.value}.reads_like",
            family=mark.family,
            span=mark.span,
            text=text,
            message=words.message.format(text=_short(text)),
            severity=words.severity,
            question=words.question,
            why=words.why,
            source=words.source,
            certainty=mark.certainty,
            like=reader.look_alikes(mark),
        )


def _names_of(document: Document) -> frozenset[str]:
    """Return the names that belong here: who signs, who is greeted, and whom the plan names."""
    spans = [*document.part(Part.SALUTATION), *document.part(Part.SIGNATURE)]
    names = set(_NAME.findall(" ".join(span.of(document.plain) for span in spans)))
    return frozenset(names) | _names_in_plan(document.draft.plan)


def _names_in_plan(plan: ServicePlan | None) -> frozenset[str]:
    if plan is None:
        return frozenset()
    told = [plan.service_user.alias, plan.email_recipient, plan.consent.recipient]
    told += [words for service in plan.services for words in (service.organization, service.service, service.owner)]
    return frozenset(_NAME.findall(" ".join(told)))


def _is_own(text: str, own: frozenset[str]) -> bool:
    names = _NAME.findall(text)
    return bool(names) and all(name in own for name in names) and not any(letter.isdigit() for letter in text)


def _services(document: Document) -> str:
    """Return all words that say which agency and service the draft goes to."""
    plan = document.draft.plan
    told = [span.of(document.plain) for part in _ADDRESSED for span in document.part(part)]
    told.append(document.draft.subject)
    if plan is not None:
        told.append(plan.email_recipient)
        told += [service.service for service in plan.services if service.organization == plan.email_recipient]
    return " ".join(told)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "\u2026"
