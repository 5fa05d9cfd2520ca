"""The documents that can be made: one for each module in ``formats``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from hartcity.exports import formats
from hartcity.exports.hand_in import HandIn


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
    names = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    modules = {name: importlib.import_module(f"{formats.__name__}.{name}") for name in names}
    found = [
        Exporter(name, module.PART, module.TITLE, module.FILE_NAME, module.MIME, module.write)
        for name, module in modules.items()
    ]
    return tuple(sorted(found, key=lambda exporter: (parts.index(exporter.part), exporter.key)))
