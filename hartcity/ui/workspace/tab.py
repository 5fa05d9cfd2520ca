"""What one browser tab holds of its workspace, between two runs of a page."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from hartcity.storage import (
    DraftConflict,
    Mark,
    NotAllowedError,
    NotStoredError,
    Outdated,
    PlanConflict,
    Reason,
    Saved,
    Store,
    StoredDraft,
    Who,
    Workspace,
    Writing,
    new_id,
)
from hartcity.ui import signed_in
from hartcity.ui.workspace.clock import on_this_clock
from hartcity.ui.workspace.store import REASONS, store
from hartcity.ui.workspace.work import Newer, RecentWork, SavedLine, SavedState, Work


if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

NOTHING_YET = SavedLine("nothing_yet", "Nothing to save yet")
NOT_YOURS = "The work under this address belongs to somebody else, so this is a new one"


@dataclass
class Tab:
    """One Streamlit session.

    ``saved`` is the part of ``work`` that is known to be stored. ``is_loaded`` is false while the workspace in the
    address could not be read yet, ``is_stored`` is true as soon as the database knows the workspace. ``left`` holds the
    workspaces that this tab went away from, since an address that arrives late may still name one of them; ``gone``
    holds those that are deleted. ``has_asked`` is true when the browser has said which workspaces it remembers.
    ``is_anew`` is true after the database was lost, until all that this tab holds is stored in a new one.
    ``mark`` says which text of which page in a browser the draft is; without one it is this session's own.
    """

    work: Work
    writer: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    mark: Mark | None = None
    written: int = 0
    saved: Work = field(default_factory=lambda: Work(""))
    is_loaded: bool = True
    is_stored: bool = False
    draft_revision: int = 0
    plan_revision: int = 0
    version: int = 0
    retention_days: int | None = None
    line: SavedLine = NOTHING_YET
    newer: Newer | None = None
    recent: dict[str, RecentWork] = field(default_factory=dict)
    left: frozenset[str] = frozenset()
    gone: set[str] = field(default_factory=set)
    has_asked: bool = False
    is_anew: bool = False

    def fresh(self, workspace_id: str | None = None) -> Tab:
        """Return the tab at another workspace (a new one without an id), knowing still where it has been."""
        return Tab(
            Work(workspace_id or new_id()),
            is_loaded=workspace_id is None,
            recent=self.recent,
            gone=self.gone,
            has_asked=self.has_asked,
            left=(self.left | {self.work.id}) - {workspace_id or ""},
        )

    def take(self, found: Workspace) -> None:
        """Go on with what the database holds."""
        self.work.plan, self.work.preferences = dict(found.plan), dict(found.preferences)
        self.saved.plan, self.saved.preferences = dict(found.plan), dict(found.preferences)
        self.is_loaded = self.is_stored = True
        self.plan_revision, self.retention_days, self.newer = found.plan_revision, found.retention_days, None
        self.work.writing = self.saved.writing = Writing() if found.draft is None else found.draft.writing
        if found.draft is not None:
            self.draft_revision, self.version = found.draft.revision, found.draft.version
        self.note_saved(found.touched_at)

    @property
    def who(self) -> Who:
        """The principal that asks for this workspace."""
        return signed_in.owner_of(self.work.id)

    def read(self) -> None:
        """Read the workspace that the tab stands at, leaving alone what was typed while it could not be read."""
        try:
            found = store().load(self.who)
        except NotAllowedError:
            self.is_loaded, self.work.id = True, new_id()
            self.line = SavedLine("nothing_yet", NOT_YOURS)
            return
        except NotStoredError as error:
            self.line = SavedLine("not_saved", f"Your work could not be opened: {REASONS[error.reason]}.")
            return
        self.is_loaded = True
        if found is None:
            self.work.id = new_id()
            self.line = SavedLine("nothing_yet", "No work was found under this address, so this is a new one")
        elif self.work == Work(self.work.id):
            self.take(found)
        else:
            self.is_stored = True

    def next_mark(self) -> Mark:
        """Return the mark of a draft that this session writes itself, such as one that was brought from a file."""
        self.written += 1
        return Mark(self.writer, self.written, self.draft_revision)

    def note_saved(self, moment: datetime) -> None:
        """Say that everything is stored since ``moment``."""
        self.line = SavedLine("saved", f"Saved {on_this_clock(moment)}")
        self.recent[self.work.id] = RecentWork(self.work.id, self.work.title, moment)

    def note_refused(self, error: NotStoredError, *, is_tried_again: bool = False) -> None:
        """Say why the last save failed, and whether it is tried again without anybody asking for it."""
        if error.reason is Reason.GONE:
            store.clear()  # the next call opens a new database
            self.saved, self.draft_revision, self.plan_revision, self.is_anew = Work(""), 0, 0, True
        state: SavedState = "read_only" if error.reason in {Reason.READ_ONLY, Reason.NEWER} else "not_saved"
        if error.reason is Reason.BUSY and is_tried_again:
            self.line = SavedLine(state, "Not saved yet: the database is busy. It is being tried again.")
        else:
            self.line = SavedLine(state, f"Not saved: {REASONS[error.reason]}. You can download a copy.")

    def note_not_allowed(self) -> None:
        """Say that this workspace is not open for whoever sits here."""
        words = "Not saved: you are not signed in as its owner. You can download a copy."
        self.line = SavedLine("read_only", words)  # to try again would change nothing

    def go_on_from(self, stored: StoredDraft | None) -> None:
        """Take the stored draft in place of the one here."""
        self.work.writing = self.saved.writing = Writing() if stored is None else stored.writing
        self.draft_revision = 0 if stored is None else stored.revision
        self.version, self.newer, self.mark = 0 if stored is None else stored.version, None, None
        self.line = NOTHING_YET
        if stored is not None:
            self.note_saved(stored.saved_at)

    def attempt(self, save: Callable[[Store], Saved | DraftConflict | PlanConflict | Outdated]) -> Saved | None:
        """Run one save and set the line by how it went; None when it was refused or another tab was first.

        Words that are older than what is stored give way to it.
        """
        self.line = SavedLine("saving", "Saving…")
        try:
            outcome = save(store())
        except NotStoredError as error:
            self.note_refused(error, is_tried_again=True)
            return None
        except NotAllowedError:
            self.note_not_allowed()
            return None
        self.is_stored = self.is_loaded = True
        if isinstance(outcome, Saved):
            self.note_saved(outcome.saved_at)
            return outcome
        if isinstance(outcome, Outdated):
            self.go_on_from(outcome.newer)
            return None
        if isinstance(outcome, DraftConflict):
            theirs = outcome.newer
            self.newer = Newer(
                "draft",
                theirs.revision,
                theirs.saved_at,
                **asdict(theirs.writing),
                version=theirs.version,
                kept=outcome.kept,
            )
        else:
            self.newer = Newer("plan", outcome.revision, outcome.saved_at, plan=outcome.newer)
        self.line = SavedLine("conflict", "Another tab has a newer version. Both are kept: which one would you like?")
        return None
