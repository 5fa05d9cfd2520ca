"""What parses a document, in a process with hard limits on memory and time.

Whatever a parser does to that process, the app goes on and the file is refused.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Protocol, cast

from hartcity.documents.quoted import apart
from hartcity.documents.text import OWN_SIGN, DocumentText, tidy
from hartcity.files import Limits


MEMORY_BYTES = 550_000_000

CPU_SECONDS = 0.7
"""Processor time for parsing. The longest text that is taken needs less in every format but PDF, which names its own;
what needs more was built to cost time. It is counted in processor time, so that a busy machine does not refuse an
ordinary document."""


class _Format(Protocol):
    def read(self, data: bytes) -> DocumentText: ...


def get_ready(arguments: Sequence[str]) -> None:
    """Load the format that is named, and what any text needs."""
    _format(arguments)
    _tidied(DocumentText("Some words.", ""))


def limits(arguments: Sequence[str]) -> Limits:
    """Return what a document of the format that is named may cost."""
    return Limits(MEMORY_BYTES, getattr(_format(arguments), "CPU_SECONDS", CPU_SECONDS))


def answer(arguments: Sequence[str], data: bytes) -> Mapping[str, Any]:
    """Return a document of the format that is named, as the fields of ``DocumentText``."""
    return asdict(_tidied(_format(arguments).read(data)))


def _format(arguments: Sequence[str]) -> _Format:
    return cast("_Format", importlib.import_module(f"hartcity.documents.formats.{arguments[0]}"))


def _tidied(found: DocumentText) -> DocumentText:
    """Return what was read as the editor takes it, another person's words kept apart."""
    text, quoted = (part.replace(OWN_SIGN, "") for part in apart(tidy(found.text)))
    told = ("The message that is answered stands apart from your own words and is no part of the draft.",)
    return replace(found, text=text, quoted=quoted, notices=(*found.notices, *(told if quoted else ())))
