"""What a course will look for, and how far it is there."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import Literal

import streamlit as st

from hartcity.assignment import Assignment
from hartcity.exports import CitationCheck, HandIn, check_citations
from hartcity.ui import labels
from hartcity.ui.progress import ICONS, Count, part_one, part_two
from hartcity.ui.safe import safe
from hartcity.ui.workspace import assignment_in_use, session


_SHOWN = 90
"""Characters of an entry that tell which one is meant."""

_OPEN = "What is missing does not keep you from handing in."
_CLOSED = "Privacy is decided before the documents open; nothing else that is missing keeps you from handing in."

Reached = Literal["met", "partly", "not_yet"]
_REACHED: dict[Reached, str] = {
    "met": f"{ICONS['there']} Met",
    "partly": f"{ICONS['begun']} Partly",
    "not_yet": f"{ICONS['empty']} Not yet",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist: how far it is, what it is about, and what was seen."""

    reached: Reached
    title: str
    words: str


def draw_checklist(hand_in: HandIn, waiting: int, private: int) -> None:
    """Draw the checklist of the work that is open; ``waiting`` of its ``private`` words are still to be decided."""
    st.header("Before you hand in", anchor=False)
    assignment = assignment_in_use.assignment_of(session.work().preferences)
    for item in [privacy_item(waiting, private), *checklist(hand_in, assignment)]:
        st.markdown(f"{_REACHED[item.reached]} **{safe(item.title)}**  \n{safe(item.words)}")
    st.caption(f"Practice feedback, not your grade. {_CLOSED if waiting else _OPEN}")


def privacy_item(waiting: int, private: int) -> Item:
    """Return the line about words that could identify somebody: none, all decided, or some that wait."""
    if waiting:
        return Item("not_yet", "Privacy", f"{waiting} still to decide, below.")
    told = "Each finding is decided." if private else "Nothing was found that could identify the service user."
    return Item("met", "Privacy", told)


def checklist(hand_in: HandIn, assignment: Assignment | None = None) -> list[Item]:
    """Return what a course looks for, in the order that matters."""
    return [
        _part_one(hand_in),
        _part_two(hand_in, assignment),
        _citations(check_citations(_texts(hand_in), hand_in.references), hand_in),
        _title_page(hand_in),
    ]


def _part_one(hand_in: HandIn) -> Item:
    report = hand_in.plan_report
    if report is None or not hand_in.plan.services:
        return Item("not_yet", "Part 1, service plan", "There is no service in the plan yet.")
    return _of_checks("Part 1, service plan", part_one(report))


def _part_two(hand_in: HandIn, assignment: Assignment | None) -> Item:
    report = hand_in.report
    if report is None:
        return Item("not_yet", "Part 2, email or letter", "There are no words yet.")
    if report.refused is not None:
        return Item("not_yet", "Part 2, email or letter", report.refused)
    return _of_checks("Part 2, email or letter", part_two(report, assignment))


def _of_checks(title: str, count: Count) -> Item:
    if count.is_there:
        return Item("met", title, "Everything asked for is there.")
    missing = ", ".join(labels.title(check.check) for check in count.open)
    return Item("partly", title, f"{count.words}. Worth a look: {missing}.")


def _citations(found: CitationCheck, hand_in: HandIn) -> Item:
    title = "Citations and references"
    if found.is_clean:
        words = "Citations and list agree." if hand_in.references else "None are used."
        return Item("met", title, words)
    said = [
        ("Cited and not in the list", found.not_listed),
        ("In the list and not cited", found.not_cited),
        ("DOI not written as a https://doi.org/ link", found.odd_dois),
        ("Not read as an entry", found.unread),
        ("Brackets to fill in", found.with_gaps),
    ]
    told = [f"{name}: {'; '.join(map(_shortened, entries))}." for name, entries in said if entries]
    if found.out_of_order:
        told.append("The list is not in alphabetical order.")
    return Item("partly", title, " ".join(told))


def _shortened(entry: str) -> str:
    """Return the beginning of an entry, cut between words, without the signs for italics."""
    return shorten(entry.replace("*", ""), _SHOWN, placeholder=" \u2026").rstrip(".")


def _title_page(hand_in: HandIn) -> Item:
    page = hand_in.title_page
    parts = {
        "your name": page.author,
        "institution": page.institution,
        "course": page.course,
        "instructor": page.instructor,
        "due date": page.due,
    }
    missing = [name for name, value in parts.items() if not value.strip()]
    words = f"Not filled in: {', '.join(missing)}." if missing else "Complete."
    return Item("partly" if missing else "met", "Title page", words)


def _texts(hand_in: HandIn) -> list[str]:
    plan = hand_in.plan
    services = [
        text
        for service in plan.services
        for text in (service.benefit, service.coordination, service.finances, service.eligibility, service.barriers)
    ]
    return [*services, plan.coordination, hand_in.draft.text]
