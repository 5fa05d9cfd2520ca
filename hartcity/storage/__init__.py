"""Keeps a student's work: SQLite by default, PostgreSQL by ``DATABASE_URL``."""

from hartcity.storage.archive import ArchiveError
from hartcity.storage.errors import NotStoredError, Reason
from hartcity.storage.sealing import new_id
from hartcity.storage.store import Store
from hartcity.storage.values import (
    DraftConflict,
    Origin,
    PlanConflict,
    Saved,
    StoredDraft,
    Version,
    Workspace,
    Writing,
)


__all__ = [
    "ArchiveError",
    "DraftConflict",
    "NotStoredError",
    "Origin",
    "PlanConflict",
    "Reason",
    "Saved",
    "Store",
    "StoredDraft",
    "Version",
    "Workspace",
    "Writing",
    "new_id",
]
