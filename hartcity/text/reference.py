"""Reference lines: what is told of a person in labeled lines around the letter, and what is sent along with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hartcity.text.lines import LONG_LINE, Line


_PERSON = (
    r"(?:clients?|patient|applicants?|tenants?|resident|participant|consumer|member|claimant|beneficiary|petitioner"
    r"|service user|individual|guest|youth|child(?:ren)?|minor|parent|mother|father|guardian|spouse|partner"
    r"|household(?: head)?|head of household|family|caregiver|survivor|veteran|person (?:served|supported)"
    r"|(?:my|our) client|on behalf of)"
)
_RECORD = (
    r"(?:d\.?\s?o\.?\s?b\.?|date of birth|birth\s?date|born|s\.?s\.?n\.?|ss ?#|(?:last four|last 4)(?: of ssn)?"
    r"|social security(?: (?:no\.?|number|#))?|(?:case|file|record|claim|docket|voucher|account|policy|chart"
    r"|medicaid|medicare"
    r"|member|patient|client|hmis|ebt|alien|a)[ -](?:no\.?|number|num\.?|id|#)|mrn|medicaid|medicare|immigration status"
    r"|diagnos[ie]s|(?:our|your|my) (?:ref(?:erence)?|file|case))"
)
_REFERENCE = r"(?:ref(?:erence|erring)?|in re|concerning|in the matter of|referred|referral(?: for)?)"
# The label of a line that tells something of the person whom a letter is about.
_TELLS = re.compile(
    rf"(?:(?:{_PERSON}|{_RECORD}|{_REFERENCE})(?:'s|\(s\))?(?:[ /][\w./#]{{1,14}}){{0,3}}"
    rf"(?: ?\([^()]{{1,30}}\))?\s?[:#\u2014=]"
    rf"|{_RECORD}\s{{1,3}}#?\s?\d|on behalf of\s[A-Z])",
    re.IGNORECASE,
)
_TELLS_OF_SOMEBODY = re.compile(rf"\b(?:{_PERSON}|{_RECORD})(?=[\s).,:;#]|$)", re.IGNORECASE)
_NAME = re.compile(r"(?:full |legal |first |last |preferred )?names?\s?[:\u2014]", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][\w'./# ()-]{0,30}?\s?[:#\u2014=]\s?\S")
_COURSE = re.compile(
    r"(?:course|class|instructor|professor|prof|teacher|section|student(?: (?:name|id))?|module|assignment|due|term"
    r"|semester|week|title|words?|word ?count|total words)\b.{0,20}:",
    re.IGNORECASE,
)
_SENT_ALONG = re.compile(
    r"(?:\d{1,2}\s)?(?:encl?|enclosures?|enclosed|attach(?:ed|ments?)?|b?cc|c\.c\.|cop(?:y|ies)(?: to)?)\.?"
    r"(?:\s?\(\d{1,2}\))?\s{0,2}(?:[:\u2014]|$)",
    re.IGNORECASE,
)
_LONGEST = 2 * LONG_LINE


def reference_lines(own: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are references.

    Such are lines with the label of a person or record (``Client:``, ``DOB:``, ``Case No. 2231``), the labeled lines
    in one run with them (``Address:`` below ``Tenant:``), lines of enclosures and copies with the items below them, and
    a name in a run that is no heading of a course paper. A line that reads on as a sentence is none.
    """
    found: set[int] = set()
    for run in _runs(own):
        found.update(_in_run([own[at] for at in run], run))
    return frozenset(found)


def is_reference(line: Line) -> bool:
    """Whether a line by itself tells something of the person whom the letter is about."""
    return _is_short(line) and _TELLS.match(line.text) is not None


def _runs(own: Sequence[Line]) -> Iterator[range]:
    start = 0
    for at in range(1, len(own) + 1):
        if at == len(own) or own[at].after_gap:
            yield range(start, at)
            start = at


def _in_run(lines: list[Line], run: range) -> Iterator[int]:
    tells = [is_reference(line) for line in lines]
    course = any(_COURSE.match(line.text) for line in lines)
    named = [_NAME.match(line.text) is not None and _is_short(line) for line in lines]
    opened = sent = False
    for at, (line, told, name) in enumerate(zip(lines, tells, named, strict=True)):
        if _SENT_ALONG.match(line.text):
            sent = True
            yield run[at]
            continue
        begins = told or (name and not course and (run.start > 0 or _names_somebody(line, lines[at:])))
        opened = opened or begins
        labeled = _is_short(line) and _LABEL.match(line.text) is not None and not _COURSE.match(line.text)
        if begins or (opened and labeled) or (sent and not line.is_label and len(line.words) <= LONG_LINE):
            yield run[at]
        else:
            opened = False


def _names_somebody(line: Line, below: list[Line]) -> bool:
    """Whether a name at the head of a text is told as somebody's of whom more is told."""
    return _TELLS_OF_SOMEBODY.search(line.text) is not None or sum(is_reference(each) for each in below) > 0


def _is_short(line: Line) -> bool:
    return len(line.words) <= _LONGEST and not (line.is_terminated and line.is_prose and len(line.words) > LONG_LINE)
