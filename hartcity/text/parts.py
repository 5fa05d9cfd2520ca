"""What a part of a draft is for, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hartcity.model import Span


class Part(StrEnum):
    """What a block of lines is for."""

    ADDRESS = "address"
    DATE = "date"
    SUBJECT = "subject"
    REFERENCE = "reference"
    HEADING = "heading"
    SALUTATION = "salutation"
    BODY = "body"
    LIST_ITEM = "list_item"
    CLOSING = "closing"
    SIGNATURE = "signature"
    POSTSCRIPT = "postscript"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one part to play."""

    part: Part
    span: Span
