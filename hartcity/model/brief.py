"""What to talk about in ten minutes of office hours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quoted:
    """A point and the words that it rests on; ``words`` is empty where the draft says nothing about it."""

    point: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A part of the talk, in whole minutes."""

    minutes: int
    what: str


@dataclass(frozen=True, slots=True)
class Brief:
    """One page for a talk about one draft: what it does well first, then what is open, as questions.

    ``comments`` are those of a tutor that nobody settled yet, ``overrides`` what a tutor says does not hold, each with
    the words that it is about.
    """

    about: str
    strengths: tuple[Quoted, ...] = ()
    missing: tuple[Quoted, ...] = ()
    questions: tuple[Quoted, ...] = ()
    changed: tuple[str, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    notices: tuple[str, ...] = ()
    comments: tuple[Quoted, ...] = ()
    overrides: tuple[Quoted, ...] = ()
