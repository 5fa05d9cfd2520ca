"""The record of shares and openings: who, what, when, and no words of the work. Its owner reads it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from hartcity.storage.database import moment
from hartcity.storage.tables import AuditRow


if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from hartcity.storage.door import Inside
    from hartcity.storage.sealing import Seal

ENTRIES_KEPT = 500


class Event(StrEnum):
    """What is recorded."""

    SHARED = "shared"
    CODE_MADE = "code_made"
    CODE_USED = "code_used"
    OPENED = "opened"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record. ``share`` is the number of the share, ``name`` what a guest calls themselves."""

    at: datetime
    event: Event
    share: int
    name: str = ""


def note(inside: Inside, now: int, event: Event, share: int, name: str = "") -> None:
    """Add a line; the caller holds the workspace's row. Beyond five hundred lines the oldest go."""
    session, seal, _ = inside
    last = session.scalar(select(func.max(AuditRow.number)).where(AuditRow.workspace_key == seal.key)) or 0
    content = seal.close({"event": event, "share": share, "name": name}, place="audit")
    session.add(AuditRow(workspace_key=seal.key, number=last + 1, at=now, content=content))
    outdated = (AuditRow.workspace_key == seal.key) & (AuditRow.number <= last + 1 - ENTRIES_KEPT)
    session.execute(delete(AuditRow).where(outdated))


def entries(session: Session, seal: Seal) -> list[Entry]:
    """Return the lines, newest first."""
    rows = select(AuditRow).where(AuditRow.workspace_key == seal.key).order_by(AuditRow.number.desc())
    return [_entry(seal, row) for row in session.scalars(rows)]


def _entry(seal: Seal, row: AuditRow) -> Entry:
    value = seal.open(row.content, place="audit")
    return Entry(moment(row.at), Event(value["event"]), value["share"], value["name"])
