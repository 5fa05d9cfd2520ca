"""Everything that a document may be made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hartcity.assignment import COURSE, Assignment, load
from hartcity.model import Draft, Kind, PlanReport, Report, ServicePlan, Span
from hartcity.model.brief import Brief


_MINOR_WORDS = frozenset("a an and as at but by for if in nor of off on or per so the to up via yet".split())
"""Words that stay small in a heading in APA 7 (section 6.17), unless they come first."""


def part_two(assignment_title: str, kind: Kind = Kind.EMAIL) -> str:
    """Return what the second part is called in a heading; what is called an email is a letter when it is one."""
    words = assignment_title.split()
    if kind is Kind.LETTER and words[-1:] and words[-1].casefold() == Kind.EMAIL:
        words[-1] = Kind.LETTER.value
    return " ".join(
        word if number and word in _MINOR_WORDS else word[:1].upper() + word[1:] for number, word in enumerate(words)
    )


def standard_title(assignment_title: str, kind: Kind = Kind.EMAIL) -> str:
    """Return the title of the paper for those who give it none of their own."""
    return f"Service Plan and {part_two(assignment_title, kind)}"


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands on the first page of a student paper in APA 7; empty lines are left out."""

    title: str = standard_title("Advocacy email")
    author: str = ""
    institution: str = ""
    course: str = ""
    instructor: str = ""
    due: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Author, institution, course, instructor and due date, as far as they are given."""
        given = (self.author, self.institution, self.course, self.instructor, self.due)
        return tuple(line for line in given if line.strip())


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a tutor and the student said to each other about one thing.

    ``about`` is a line of the report, ``words`` are those of the draft that are meant and ``span`` is where they stand
    (None when they are gone, or none are meant). ``said`` is who said what, in turn.
    """

    said: tuple[tuple[str, str], ...]
    about: str = ""
    words: str = ""
    span: Span | None = None
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class HandIn:
    """A student's work with what is said about it.

    ``as_of`` is the day that stands in the documents: no clock is read, so the same hand-in gives the same bytes.
    ``assignment`` says what the draft and the criteria are called, the course's own unless another is given.
    ``sender`` and ``recipient`` are the lines of a letter's address blocks, ``recipient_email`` where the email goes.
    ``references`` are entries as the student wrote them, with asterisks around what is italic. ``report_json`` is the
    report in the contract's shape. ``brief`` is what to talk about in office hours, ``conversations`` what was said
    about the draft so far.
    """

    draft: Draft
    as_of: dt.date
    assignment: Assignment = field(default_factory=lambda: load(COURSE))
    plan: ServicePlan = field(default_factory=ServicePlan)
    title_page: TitlePage = field(default_factory=TitlePage)
    references: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    recipient_email: str = ""
    report: Report | None = None
    plan_report: PlanReport | None = None
    report_json: Mapping[str, Any] = field(default_factory=dict)
    brief: Brief | None = None
    conversations: tuple[Conversation, ...] = ()
