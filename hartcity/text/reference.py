"""Reference lines: what is told of a person in lines around the letter, and what is sent along with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hartcity.text.greeting import greeting_length
from hartcity.text.leave_taking import closing_length
from hartcity.text.lines import LONG_LINE, Line
from hartcity.text.postscript import postscript_length
from hartcity.text.reference_words import (
    COURSE,
    FILED,
    GOES_ON,
    IN_THEIR_WORK,
    LABELED,
    NAME,
    OF_THE_LETTER,
    PAPER,
    REFERS,
    SENT_ALONG,
    SPEAKS_OF,
    TELLS,
    TELLS_OF_SOMEBODY,
    THIRD_PERSON,
)
from hartcity.text.somebody import is_given, is_somebody, name_in_front
from hartcity.text.subject_line import is_subject
from hartcity.text.word_lists import word_list


_LONGEST = 2 * LONG_LINE
_WORD = re.compile(r"[^\W\d_]{2,}")
# What may stand behind a bare name: nothing, or an age, a grade, a bracket.
_IS_BARE = re.compile(r"$|,? ?\(|, ?(?:age|aged|grade|born|\d)", re.IGNORECASE)


def reference_lines(own: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are references.

    Such are lines with the label of a person or record (``Client:``, ``DOB:``, ``Case No. 2231``), the labeled lines
    in one run with them (``Address:`` below ``Tenant:``), lines of enclosures and copies with the items below them, and
    a name in a run that is no heading of a course paper. Above the greeting and below the closing, where all others
    are the writer's and the reader's lines, so is what names somebody behind any other label (``Camper:``) or behind
    a word that refers to them, and what tells of him, her or them. A line that reads on as a sentence is none.
    """
    first, last = _ends(own)
    signed = _signed(own[last + 1 :])
    known = signed.union(word.lower() for line in own[first : first + 1] for word in _WORD.findall(line.text))
    telling = frozenset(
        at
        for at, line in enumerate(own)
        if is_reference(line)
        or (not first <= at <= last and _tells_of_somebody(line, signed, is_above=at < first))
        or (at < first and _stands_alone(own, at) and _only_names(line.text, known))
    )
    return frozenset(at for run in _runs(own) for at in _in_run(own, run, telling))


def is_reference(line: Line) -> bool:
    """Whether a line by itself tells something of the person whom the letter is about."""
    return _is_short(line) and TELLS.match(line.text) is not None and IN_THEIR_WORK.isdisjoint(_label(line.text))


def is_sent_along(text: str) -> bool:
    """Whether a line says what is enclosed or who gets a copy."""
    return SENT_ALONG.match(text) is not None


def _ends(own: Sequence[Line]) -> tuple[int, int]:
    """Return the number of the greeting, or of the first line of running text, and of the closing or the last such."""
    said = [at for at, line in enumerate(own) if line.is_prose and not REFERS.match(line.text)]
    greeted = (
        at
        for at, line in enumerate(own)
        if greeting_length(line.text) and not line.text.lower().startswith(("attn", "attention", "to "))
    )
    first = min(next(greeted, len(own)), said[0] if said else len(own))
    closed = [at for at, line in enumerate(own) if at > first and closing_length(line.text)]
    spoken = [at for at in said if not postscript_length(own[at].text)]
    return first if first < len(own) else 0, max((*closed[-1:], *spoken[-1:]), default=len(own))


def _signed(below: Sequence[Line]) -> frozenset[str]:
    """Return the words of the lines without a label below the closing, where the writer stands."""
    texts = (line.text for line in below if not LABELED.match(line.text))
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def _runs(own: Sequence[Line]) -> Iterator[range]:
    start = 0
    for at in range(1, len(own) + 1):
        if at == len(own) or own[at].after_gap:
            yield range(start, at)
            start = at


def _in_run(own: Sequence[Line], run: range, telling: frozenset[int]) -> Iterator[int]:
    course = any(COURSE.match(own[at].text) for at in run)
    paper = any(PAPER.match(own[at].text) for at in run)
    opened = sent = False
    for at in run:
        line = own[at]
        if is_sent_along(line.text):
            sent = True
            yield at
            continue
        names = NAME.match(line.text) is not None and _is_short(line)
        told = at in telling and not (paper and names)
        begins = told or (names and not course and (run.start > 0 or _names_somebody(line, own[at : run.stop])))
        opened = opened or begins
        goes_on = _is_short(line) and GOES_ON.match(line.text) is not None and not COURSE.match(line.text)
        if begins or (opened and goes_on) or (sent and not line.is_label and len(line.words) <= LONG_LINE):
            yield at
        else:
            opened = False


def _tells_of_somebody(line: Line, signed: frozenset[str], *, is_above: bool) -> bool:
    """Whether a line around the letter names or tells of somebody who did not sign it."""
    text = line.text
    if not _is_short(line) or is_subject(text) or postscript_length(text):
        return False
    if not OF_THE_LETTER.isdisjoint(_label(text)):
        return False
    labeled = LABELED.match(text)
    name = name_in_front(labeled["told"]) if labeled else ""
    if name:
        return not signed.issuperset(word.lower() for word in _WORD.findall(name))
    spoken_of = SPEAKS_OF.match(text)
    if spoken_of and name_in_front(text[spoken_of.end() :]):
        return True
    if (is_above and REFERS.match(text)) or FILED.search(text):
        return True
    return not line.is_prose and len(line.words) <= LONG_LINE and THIRD_PERSON.search(text) is not None


def _stands_alone(own: Sequence[Line], at: int) -> bool:
    """Whether a gap parts the line from both of its neighbors."""
    return (at == 0 or own[at].after_gap) and own[at + 1].after_gap


def _only_names(text: str, known: frozenset[str]) -> bool:
    """Whether a line is a name and nothing of an agency or of work, and it is of nobody who is greeted or signs."""
    name = name_in_front(text)
    words = [word.lower() for word in _WORD.findall(text)]
    is_bare = _IS_BARE.match(text, len(name)) is not None and words[0] not in word_list("title") if words else False
    given = any(map(is_given, words[: len(name.split())]))
    return is_bare and given and is_somebody(text) and IN_THEIR_WORK.isdisjoint(words) and known.isdisjoint(words)


def _label(text: str) -> list[str]:
    """Return the words of a line's label; none where it has no label."""
    labeled = LABELED.match(text)
    words = _WORD.findall(labeled["label"].lower()) if labeled else []
    told_of = TELLS_OF_SOMEBODY.search(labeled["label"]) if labeled else None
    return [word for word in words if word != "contact" or not ("emergency" in words or told_of)]


def _names_somebody(line: Line, below: Sequence[Line]) -> bool:
    """Whether a name at the head of a text is told as somebody's of whom more is told."""
    return TELLS_OF_SOMEBODY.search(line.text) is not None or sum(is_reference(each) for each in below) > 0


def _is_short(line: Line) -> bool:
    return len(line.words) <= _LONGEST and not (line.is_terminated and line.is_prose and len(line.words) > LONG_LINE)
