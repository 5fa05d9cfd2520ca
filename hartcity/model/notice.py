"""What a report says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about, so that a screen can put it where it belongs."""

    ENGINE_SILENT = "engine_silent"
    READER_MISSING = "reader_missing"
    CUT = "cut"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Notice:
    """A plain sentence about a report: an engine that was away, a text that was cut, what a document left out.

    ``engine`` names the engine that the sentence is about, and is empty where it is about none.
    """

    words: str
    kind: NoticeKind = NoticeKind.WORK
    engine: str = ""
