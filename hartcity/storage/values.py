"""What the store takes and gives. Times are aware and in UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hartcity.storage.door import Right


@dataclass(frozen=True, slots=True)
class Writing:
    """What a student typed for Part 2. ``kind`` is ``email`` or ``letter``."""

    text: str = ""
    subject: str = ""
    kind: str = "email"


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """The draft as the database holds it. ``version`` is the number of the version that it belongs to."""

    writing: Writing
    revision: int
    saved_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Which text of which writer a draft is, so that an older one never takes the place of a newer one.

    A ``writer`` is a name of its own for whatever writes, such as one opening of a page in a browser; its ``number``
    rises with each text, from 1. ``base`` is the revision that the text began from (0: nothing was stored). ``after``
    names texts of other writers that it goes on from, by their numbers, whether they were stored by then or not.
    """

    writer: str
    number: int
    base: int
    after: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything that a screen needs to go on where the student stopped.

    ``plan`` is the contract's ServicePlan as JSON, ``{}`` before the first word. ``retention_days`` is the number of
    days without any change after which the workspace deletes itself, or None to keep it.
    """

    plan: Mapping[str, Any]
    plan_revision: int
    draft: StoredDraft | None
    preferences: Mapping[str, Any]
    touched_at: datetime
    retention_days: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """An acknowledgement: what was sent is on the disk. ``version`` is 0 for a plan."""

    revision: int
    saved_at: datetime
    version: int = 0


@dataclass(frozen=True, slots=True)
class DraftConflict:
    """Another tab saved first. ``newer`` is its draft, which stands; what was sent is kept as version ``kept``."""

    newer: StoredDraft
    kept: int


@dataclass(frozen=True, slots=True)
class Outdated:
    """What was sent is older than what is stored and was left alone; ``newer`` stands (None: it was deleted since)."""

    newer: StoredDraft | None


@dataclass(frozen=True, slots=True)
class PlanConflict:
    """Another tab saved its plan first: ``newer``, at ``revision``, which stands. What was sent was not stored."""

    newer: Mapping[str, Any]
    revision: int
    saved_at: datetime


class Origin(StrEnum):
    """How a version came about."""

    TYPED = "typed"
    RESTORED = "restored"
    UNDONE = "undone"
    OTHER_TAB = "other_tab"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Version:
    """One kept state of the draft.

    ``about`` is the number of the version that a restored one was taken from. ``summary`` is the JSON that a report
    left there (see ``Versions.attach_report``), or empty.
    """

    number: int
    writing: Writing
    started_at: datetime
    saved_at: datetime
    origin: Origin = Origin.TYPED
    about: int | None = None
    name: str = ""
    summary: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """One way in, as its owner sees it. ``secret`` belongs into the link; it is empty once the share has ended."""

    number: int
    may: Right
    label: str
    secret: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """What a guest is told about the share that let them in.

    ``then`` is the draft as it was shared and ``version`` the number of its version; None and 0 when there was none, or
    when its writer deleted it.
    """

    may: Right
    shared_at: datetime
    expires_at: datetime
    then: Writing | None
    version: int


@dataclass(frozen=True, slots=True)
class Code:
    """A code to read out, and until when it works."""

    words: str
    expires_at: datetime
