"""The process in which a document is parsed, with hard limits on memory and time.

Run as ``python -m hartcity.documents.worker FORMAT``: the file's bytes come by standard input, the text goes out as
JSON. Whatever a parser does to this process, the app goes on and the file is refused.
"""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from hartcity.documents.quoted import apart
from hartcity.documents.text import DocumentText, tidy
from hartcity.files import RefusedFileError, limit_process


if TYPE_CHECKING:
    from collections.abc import Callable


MEMORY_BYTES = 600_000_000

CPU_SECONDS = 0.7
"""Processor time for parsing. The longest text that is taken needs less in every format but PDF, which names its own;
what needs more was built to cost time. It is counted in processor time, so that a busy machine does not refuse an
ordinary document."""


def _tidied(found: DocumentText) -> DocumentText:
    """Return what was read as the editor takes it, another person's words kept apart."""
    text, quoted = apart(tidy(found.text))
    told = ("The message that is answered stands apart from your own words and is no part of the draft.",)
    return replace(found, text=text, quoted=quoted, notices=(*found.notices, *(told if quoted else ())))


def _answer(read: Callable[[bytes], DocumentText], data: bytes) -> dict[str, Any]:
    try:
        return asdict(_tidied(read(data)))
    except RefusedFileError as refusal:
        return {"refused": str(refusal)}


if __name__ == "__main__":
    _format = importlib.import_module(f"hartcity.documents.formats.{sys.argv[1]}")
    _data = sys.stdin.buffer.read()
    limit_process(memory_bytes=MEMORY_BYTES, cpu_seconds=getattr(_format, "CPU_SECONDS", CPU_SECONDS))
    json.dump(_answer(_format.read, _data), sys.stdout)
