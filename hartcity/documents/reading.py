"""The text of a document that a student dropped, read by a worker process."""

from __future__ import annotations

from hartcity.documents.file_kinds import format_of, refuse_strangers
from hartcity.documents.text import DocumentText
from hartcity.files import RefusedFileError, Task, in_worker, is_archive, read_members


LARGEST_BYTES = 5_000_000
"""The largest file that is read, in bytes."""

WAIT_SECONDS = 30.0


def read_document(data: bytes, name: str, *, wait_seconds: float = WAIT_SECONDS) -> DocumentText:
    """Return the text of a document.

    Args:
        data: The file's bytes.
        name: The file's name; it only helps where the bytes do not tell.
        wait_seconds: How long to wait on a busy machine; the work itself is limited in processor time.

    Raises:
        RefusedFileError: when nothing can be read; the message says why.

    """
    if not data.strip():
        raise RefusedFileError("This file is empty.")
    if len(data) > LARGEST_BYTES:
        raise RefusedFileError(f"This file is larger than {LARGEST_BYTES // 1_000_000} MB, which is the most we read.")
    refuse_strangers(data)
    if is_archive(data):
        read_members(data, lambda _: False)
    return _in_worker(format_of(data, name), data, wait_seconds)


def _in_worker(chosen: str, data: bytes, wait_seconds: float) -> DocumentText:
    task = Task("hartcity.documents.worker", (chosen,), is_kept=True)
    answer = in_worker(task, data, wait_seconds=wait_seconds, advice="Could you paste its text?")
    if not any(map(str.isalnum, answer["text"])) and not answer["subject"]:
        raise RefusedFileError("This document holds no words.")
    return DocumentText(**answer | {"notices": tuple(answer["notices"])})
