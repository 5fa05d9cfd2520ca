"""Findings from two witnesses: the rules, which know words, and the reader, which knows how sentences read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hartcity.model import Family, Finding, Span
from hartcity.reader import Mark, Reader, words_of
from hartcity.reader.topics import is_what_the_service_is_for, may_name_a_matter
from hartcity.text import Document, Part
from hartcity.text.shortened import shortened


_NAME = re.compile(r"[A-Z][\w'\u2019-]+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019./#@-]+[^\W_]+)*")
_COPIED = re.compile(r"^[ \t]*b?cc[ \t]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_JOINING = frozenset(
    "a an and are as at be born but by for from had has have he her his i in is it its of on or our she that the their"
    " they this to was we were who with your".split()
)
_STOPS = frozenset(("", "\n", ".", "!", "?"))
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
    return (*kept, *_read(document, kept, marks, reader))


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


def _read(document: Document, kept: Sequence[Finding], marks: Sequence[Mark], reader: Reader) -> Iterator[Finding]:
    own = _names_of(document)
    services = _services(document)
    told = [(finding.family, finding.span) for finding in kept]
    for mark in _joined(document.plain, marks):
        covered = [span for family, span in told if family in _covering(mark.family) and span.overlaps(mark.span)]
        if covered and not mark.family.is_private:
            continue
        if not _stands(document, mark, reader) or (
            mark.family is Family.SENSITIVE and is_what_the_service_is_for(mark.span.of(document.text), services)
        ):
            continue
        own_ways = [span for span in document.signed_contacts if mark.family.is_private and span.overlaps(mark.span)]
        for span in _left_over(document.plain, mark.span, [*covered, *own_ways]):
            text = span.of(document.text)
            if own_ways and not _tells(document.text, mark.family, span):
                continue  # what is left beside the writer's own number and address is a word such as "email"
            if covered and not (
                reader.stands_alone(document, span, _kin(mark.family)) and _tells(document.text, mark.family, span)
            ):
                continue  # words around a name that is told already ("Her name is") tell nothing more
            if mark.family is Family.IDENTIFIER and (_is_own(text, own) or _is_everyday(document.text, span)):
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
    return not is_signed and not _is_one_word(mark.span.of(text)) and _tells(text, mark.family, mark.span)


def _tells(text: str, family: Family, span: Span) -> bool:
    """Whether words name a private matter, or look like a name or number, as ``family`` asks."""
    words = span.of(text)
    if family is Family.SENSITIVE:
        return may_name_a_matter(words)
    opens = text[: span.start].rstrip(" \t\"'(")[-1:] in _STOPS  # where a capital is no sign
    return any(map(str.isdigit, words)) or any(word[0].isupper() for word in _WORD.findall(words)[opens:])


def _is_everyday(text: str, span: Span) -> bool:
    """Whether a single word is neither a name nor a number, and so points to nobody."""
    return _is_one_word(span.of(text)) and not _tells(text, Family.IDENTIFIER, span)


def _is_one_word(words: str) -> bool:
    return len(_WORD.findall(words)) == 1


def _joined(plain: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Join marks of private matter that no word parts: "P" and "O" in "his P.O." are one thing to ask about."""
    last: Mark | None = None
    for mark in marks:
        if not mark.family.is_private:
            yield mark
        elif last is None:
            last = mark
        elif last.line == mark.line and not _WORD.search(plain, last.span.end, max(last.span.end, mark.span.start)):
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
    words = [word for word in _WORD.finditer(plain, start, max(start, end)) if word[0].lower() not in _JOINING]
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


def _names_of(document: Document) -> frozenset[str]:
    """Return the names that belong here: who signs, who is greeted, who gets a copy, and whom the plan names."""
    plan = document.draft.plan
    spans = [*document.part(Part.SALUTATION), *document.part(Part.SIGNATURE)]
    told = [span.of(document.plain) for span in spans] + _COPIED.findall(document.plain)
    return frozenset(_NAME.findall(" ".join((*told, *(plan.names if plan else ())))))


def _is_own(text: str, own: frozenset[str]) -> bool:
    names = _NAME.findall(text)
    return bool(names) and all(name in own for name in names) and not any(letter.isdigit() for letter in text)


def _services(document: Document) -> str:
    """Return all words that say which agency and service the draft goes to; a subject line tells the matter instead."""
    plan = document.draft.plan
    told = [span.of(document.plain) for part in _ADDRESSED for span in document.part(part)]
    if plan is not None:
        told.append(plan.email_recipient)
        told += [service.service for service in plan.services if service.organization == plan.email_recipient]
    return " ".join(told)
