"""What the tutor's tab holds between two runs, and what the store says about it now."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from hartcity.assignment import Assignment
from hartcity.directory import Directory
from hartcity.model import Finding, Report, ServicePlan
from hartcity.storage import Comment, Guest, NotAllowedError, NotStoredError, Refusal, Right, Shared, Workspace, Writing
from hartcity.ui import signed_in
from hartcity.ui.directory import current
from hartcity.ui.workspace import assignment_in_use, counting, drafts, set_aside
from hartcity.ui.workspace.report_cache import ReportCache
from hartcity.ui.workspace.store import REASONS, store


_KEY = "tutor_session"

ENDED: Mapping[Refusal, str] = {
    Refusal.NOTHING_HELD: "No share is open here.",
    Refusal.UNKNOWN: "This link opens nothing. Could a part of it be missing?",
    Refusal.EXPIRED: "The time of this share is over. The student can make a new one.",
    Refusal.REVOKED: "The student has ended this share.",
    Refusal.NOT_YOURS: "This share is for reading only.",
    Refusal.SIGNED_OUT: "You have signed out. The link opens it again once you have signed in.",
    Refusal.NO_TUTOR: "A share opens for tutors. Whoever runs this server can say that you are one.",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the store showed at one moment."""

    shared: Shared
    work: Workspace
    comments: tuple[Comment, ...]

    @property
    def writing(self) -> Writing:
        """The draft as it is."""
        return Writing() if self.work.draft is None else self.work.draft.writing

    @property
    def assignment(self) -> Assignment:
        """The assignment that the student's draft is read for."""
        return assignment_in_use.assignment_of(self.work.preferences)

    @property
    def stamp(self) -> str:
        """A name of this state: another one when anything that is drawn has changed."""
        draft = self.work.draft
        state = [
            None if draft is None else draft.revision,
            self.work.plan_revision,
            [[comment.number, comment.resolved_at is None] for comment in self.comments],
            self.work.preferences,
        ]
        return hashlib.sha256(json.dumps(state, sort_keys=True, default=str).encode()).hexdigest()


@dataclass
class TutorSession:
    """One tutor's tab. ``told`` is what to say above the way in; ``secret`` is empty while nothing is open.

    ``page`` is a name for this opening of the page, by which its tries of codes are counted.
    """

    page: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    secret: str = ""
    name: str = ""
    is_in: bool = False
    told: str = ""
    drawn: str = ""
    pending: bool = False
    own: dict[str, Any] = field(default_factory=dict)
    reports: ReportCache = field(default_factory=lambda: ReportCache(counting.advice_only))
    opened_directory: tuple[str, Directory | None] = ("", None)

    @property
    def guest(self) -> Guest:
        """The principal that asks."""
        return Guest(self.secret, self.name, signed_in.account())

    @property
    def quick_comments(self) -> list[str]:
        """The tutor's own comments, kept for using them again."""
        kept = self.own.get("marks")
        return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []

    def leave(self, told: str) -> None:
        """Close what is open and say why."""
        self.secret, self.is_in, self.told, self.drawn = "", False, told, ""
        self.reports.forget()
        self.opened_directory = ("", None)

    def look(self) -> Seen | None:
        """Return what there is now; None, with the session left, when the share has ended."""
        try:
            shared = store().shares.look(self.guest)
            work = store().load(self.guest)
            comments = tuple(store().comments.list(self.guest))
        except NotAllowedError as error:
            self.leave(ENDED[error.refusal])
            return None
        except NotStoredError as error:
            self.told = f"The work cannot be read just now: {REASONS[error.reason]}."
            return None
        if work is None:
            self.leave(ENDED[Refusal.REVOKED])
            return None
        return Seen(shared, work, comments)

    def report_on(self, writing: Writing, work: Workspace) -> Report | None:
        """Return the report as the student sees it: with their plan and choices. None when reading failed."""
        report = self._whole(writing, work)
        return None if report is None else set_aside.visible(report, writing.text, work.preferences)

    def set_aside_on(self, writing: Writing, work: Workspace) -> tuple[Finding, ...]:
        """Return the findings that the student chose to ignore."""
        report = self._whole(writing, work)
        return () if report is None else set_aside.hidden(report, writing.text, work.preferences)

    def _whole(self, writing: Writing, work: Workspace) -> Report | None:
        draft, assignment = drafts.of_writing(writing, work.plan), assignment_in_use.assignment_of(work.preferences)
        report, pending = self.reports.now(draft, set_aside.own_words(work.preferences), assignment)
        self.pending = self.pending or pending
        return report

    def own_directory(self, work: Workspace) -> Directory | None:
        """Return the student's own directory, which is opened once; None where none that can be read is saved."""
        kept = current.kept_in(work.preferences)
        if self.opened_directory[0] != kept:
            self.opened_directory = (kept, current.opened(kept))
        return self.opened_directory[1]


def tutor_session() -> TutorSession:
    """Return what this tab holds."""
    made: TutorSession = st.session_state.setdefault(_KEY, TutorSession())
    return made


def may_comment(seen: Seen) -> bool:
    """Whether the share lets its holder write."""
    return seen.shared.may >= Right.COMMENT


def plan_of(work: Workspace) -> ServicePlan | None:
    """Return the plan, None while there is none or it cannot be read."""
    return drafts.plan_of(work.plan)
