"""What a student has so far, and what is told about it: values that screens read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from hartcity.storage import Writing


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

SavedState = Literal["saved", "saving", "not_saved", "nothing_yet", "conflict", "read_only"]


@dataclass
class Work:
    """What the student has so far, as the screens read it. Change it through the functions of ``session``.

    ``plan`` is the contract's ServicePlan as JSON (``{}`` when new), ``kind`` is ``email`` or ``letter``, and
    ``preferences`` is any JSON that the screens want to find again.
    """

    id: str
    plan: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    subject: str = ""
    kind: str = "email"
    preferences: dict[str, Any] = field(default_factory=dict)

    @property
    def writing(self) -> Writing:
        """The draft as the store takes it."""
        return Writing(self.text, self.subject, self.kind)

    @writing.setter
    def writing(self, writing: Writing) -> None:
        self.text, self.subject, self.kind = writing.text, writing.subject, writing.kind

    @property
    def title(self) -> str:
        """What to call the work in a list: the service user's alias, else the email's subject."""
        person = self.plan.get("service_user")
        alias = person.get("alias") if isinstance(person, dict) else ""
        return str(alias or self.subject or "Untitled")


@dataclass(frozen=True, slots=True)
class SavedLine:
    """Whether the work is safe, in a word for the program and a sentence for the student."""

    state: SavedState
    text: str


@dataclass(frozen=True, slots=True)
class RecentWork:
    """A workspace that this browser session has opened."""

    id: str
    title: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Newer:
    """What another tab saved while this one was open.

    ``version`` is the number of its draft's version, ``kept`` of the one that holds this tab's draft.
    """

    part: Literal["draft", "plan"]
    revision: int
    saved_at: datetime
    text: str = ""
    subject: str = ""
    kind: str = "email"
    plan: Mapping[str, Any] = field(default_factory=dict)
    version: int = 0
    kept: int = 0
