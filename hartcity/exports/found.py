"""The documents that can be made: one for each module in ``formats``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from hartcity.exports import formats
from hartcity.exports.hand_in import HandIn
from hartcity.plugins import modules_in


Part = Literal["assignment", "email", "report"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One document: its key, what a student calls it, its file, and ``write``, which gives its bytes."""

    key: str
    part: Part
    title: str
    file_name: str
    mime: str
    write: Callable[[HandIn], bytes]


@cache
def exporters() -> tuple[Exporter, ...]:
    """Return every document that can be made, by part and then by key."""
    parts = ("assignment", "email", "report")
    found = [
        Exporter(name, module.PART, module.TITLE, module.FILE_NAME, module.MIME, module.write)
        for name, module in modules_in(formats.__name__).items()
    ]
    return tuple(sorted(found, key=lambda exporter: (parts.index(exporter.part), exporter.key)))
