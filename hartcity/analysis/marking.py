"""Findings from two witnesses: the rules, which know words, and the reader, which knows how sentences read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hartcity.analysis.pointing import (
    WORD,
    greeted,
    in_whole_words,
    is_everyday,
    is_of_the_letter,
    is_one_word,
    is_own,
    own_names,
    tells,
)
from hartcity.model import Family, Finding, Span
from hartcity.reader import Mark, Reader, words_of
from hartcity.reader.topics import is_what_the_service_is_for
from hartcity.text import Document, Part
from hartcity.text.shortened import shortened


_JOINING = frozenset(
    "a an and are as at be born but by for from had has have he her his i in is it its of on or our she that the their"
    " they this to was we were who with your".split()
)
_PRIVATE = frozenset(family for family in Family if family.is_private)
_ADDRESSED = (Part.SALUTATION, Part.ADDRESS)


def weigh(document: Document, ruled: Sequence[Finding], reader: Reader | None, *, email: bool) -> tuple[Finding, ...]:
    """Return the findings that stand when rules and reader are heard together, in no particular order.

    Where both mark the same words in the same family, the rule's words are kept with the reader's certainty. What a
    rule alone marks stands where rules of its family have proved right alone, and is softened or dropped where they
    have not; what the reader alone marks stands from the certainty at which it has proved right.
    """
    if reader is None or not email:
        return tuple(ruled)
    marks = reader.marks(document, email=email)
    kept = tuple(_ruled(document, ruled, reader))
    return (*kept, *_read(document, ruled, kept, marks, reader))


def _ruled(document: Document, ruled: Sequence[Finding], reader: Reader) -> Iterator[Finding]:
    for finding in ruled:
        certainty = reader.certainty(document, finding.span, _kin(finding.family))
        if reader.seconds(finding.family, certainty):
            yield replace(finding, certainty=certainty)
        elif not reader.overrules(finding.check):
            yield finding


def _kin(family: Family) -> frozenset[Family]:
    """Return the families that may be views of one fault: names and private matter often share their words."""
    return _PRIVATE if family in _PRIVATE else frozenset({family})


def _covering(family: Family) -> frozenset[Family]:
    """Return the families whose findings say all there is to say of words that the reader marks in ``family``."""
    return _kin(family) | {Family.STIGMATIZING} if family is Family.SENSITIVE else _kin(family)


def _read(
    document: Document, ruled: Sequence[Finding], kept: Sequence[Finding], marks: Sequence[Mark], reader: Reader
) -> Iterator[Finding]:
    own, surnames = own_names(document, ruled), greeted(document)
    services = _services(document)
    told = [(finding.family, finding.span) for finding in kept]
    for mark in _joined(document, marks):
        covered = [span for family, span in told if family in _covering(mark.family) and span.overlaps(mark.span)]
        if covered and not mark.family.is_private:
            continue
        if mark.family is Family.IDENTIFIER and is_of_the_letter(document, mark.span):
            continue
        if not _stands(document, mark, reader) or (
            mark.family is Family.SENSITIVE and is_what_the_service_is_for(mark.span.of(document.text), services)
        ):
            continue
        own_ways = [span for span in document.signed_contacts if mark.family.is_private and span.overlaps(mark.span)]
        for span in _left_over(document.plain, mark.span, [*covered, *own_ways]):
            text = span.of(document.text)
            if own_ways and not tells(document.text, mark.family, span):
                continue  # what is left beside the writer's own number and address is a word such as "email"
            if covered and not (
                reader.stands_alone(document, span, _kin(mark.family)) and tells(document.text, mark.family, span)
            ):
                continue  # words around a name that is told already ("Her name is") tell nothing more
            if mark.family is Family.IDENTIFIER and (is_own(text, own, surnames) or is_everyday(document.text, span)):
                continue
            told.append((mark.family, span))
            yield _finding(mark, span, text, reader)


def _stands(document: Document, mark: Mark, reader: Reader) -> bool:
    """Whether a mark is sure, or several words speak for it.

    One alone is seldom enough: towns and illness are spoken of without telling on anybody. Nor are several in the
    signature, where names and numbers are the writer's own.
    """
    if reader.is_sure(mark):
        return True
    text = document.text
    is_signed = any(span.overlaps(mark.span) for span in document.part(Part.SIGNATURE))
    return not is_signed and not is_one_word(mark.span.of(text)) and tells(text, mark.family, mark.span)


def _joined(document: Document, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Join marks of private matter that no word parts: "P" and "O" in "his P.O." are one thing to ask about."""
    plain = document.plain
    last: Mark | None = None
    for each in marks:
        mark = replace(each, span=in_whole_words(document, each.span)) if each.family.is_private else each
        if not mark.family.is_private:
            yield mark
        elif last is None:
            last = mark
        elif last.line == mark.line and not WORD.search(plain, last.span.end, max(last.span.end, mark.span.start)):
            surer = max(last, mark, key=lambda each: each.certainty)
            whole = Span(last.span.start, max(last.span.end, mark.span.end))
            last = replace(surer, span=whole)
        else:
            yield last
            last = mark
    if last is not None:
        yield last


def _left_over(plain: str, whole: Span, covered: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a mark that no finding tells yet, where they hold more than a word that joins."""
    start = whole.start
    for span in sorted(covered):
        yield from _worth_telling(plain, start, span.start)
        start = max(start, span.end)
    yield from _worth_telling(plain, start, whole.end)


def _worth_telling(plain: str, start: int, end: int) -> Iterator[Span]:
    words = [word for word in WORD.finditer(plain, start, max(start, end)) if word[0].lower() not in _JOINING]
    if words:
        yield Span(words[0].start(), words[-1].end())


def _finding(mark: Mark, span: Span, text: str, reader: Reader) -> Finding:
    words = words_of(mark.family)
    return Finding(
        check=f"{mark.family.value}.reads_like",
        family=mark.family,
        span=span,
        text=text,
        message=words.message.format(text=shortened(text)),
        severity=words.severity,
        question=words.question,
        why=words.why,
        source=words.source,
        certainty=mark.certainty,
        like=reader.look_alikes(mark),
    )


def _services(document: Document) -> str:
    """Return all words that say which agency and service the draft goes to; a subject line tells the matter instead."""
    plan = document.draft.plan
    told = [span.of(document.plain) for part in _ADDRESSED for span in document.part(part)]
    if plan is not None:
        told.append(plan.email_recipient)
        told += [service.service for service in plan.services if service.organization == plan.email_recipient]
    return " ".join(told)
