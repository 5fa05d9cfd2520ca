"""Keeps a student's work: SQLite by default, PostgreSQL by ``DATABASE_URL``."""

from hartcity.storage.archive import ArchiveError, read_export
from hartcity.storage.comments import Comment, Remark
from hartcity.storage.door import Guest, NotAllowedError, Owner, Refusal, Right, Who
from hartcity.storage.erased import Erased, What
from hartcity.storage.errors import NotStoredError, Reason
from hartcity.storage.figures import Kept
from hartcity.storage.inboxes import Received
from hartcity.storage.ledger import CONSENT, Case, Count, Outcome
from hartcity.storage.record import Entry, Event
from hartcity.storage.sealing import new_id
from hartcity.storage.spoken import CodeError, CodeRefusal
from hartcity.storage.store import Store
from hartcity.storage.values import (
    Code,
    DraftConflict,
    Mark,
    Origin,
    Outdated,
    PlanConflict,
    Saved,
    Share,
    Shared,
    StoredDraft,
    Version,
    Workspace,
    Writing,
)


__all__ = [
    "CONSENT",
    "ArchiveError",
    "Case",
    "Code",
    "CodeError",
    "CodeRefusal",
    "Comment",
    "Count",
    "DraftConflict",
    "Entry",
    "Erased",
    "Event",
    "Guest",
    "Kept",
    "Mark",
    "NotAllowedError",
    "NotStoredError",
    "Origin",
    "Outcome",
    "Outdated",
    "Owner",
    "PlanConflict",
    "Reason",
    "Received",
    "Refusal",
    "Remark",
    "Right",
    "Saved",
    "Share",
    "Shared",
    "Store",
    "StoredDraft",
    "Version",
    "What",
    "Who",
    "Workspace",
    "Writing",
    "new_id",
    "read_export",
]
