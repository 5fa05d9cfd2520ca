"""What a file holds of the assignment: a plan, a draft, its older versions, or both parts in one document."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from hartcity.classes.names import Part
from hartcity.documents import LARGEST_BYTES, DocumentText, read_document
from hartcity.files import EndedAtLimitError, RefusedFileError
from hartcity.storage import ArchiveError, read_export


MOST_VERSIONS = 6
"""So many versions of one draft are read; of more, the first, the newest, and some between."""


@dataclass(frozen=True, slots=True)
class FileContents:
    """What one file holds. ``drafts`` are the contract's objects, oldest first; ``plan`` is the contract's plan.

    ``plan_text`` is a plan that was written as running text, which is not read for its points.
    """

    drafts: tuple[Mapping[str, Any], ...] = ()
    plan: Mapping[str, Any] | None = None
    plan_text: str = ""
    notices: tuple[str, ...] = field(default=())


_FIRST_PART = re.compile(
    r"^\W{0,20}(?:part\s*(?:1|one|i)\b.{0,60}|(?:my\s+)?service plan\W{0,20})$", re.IGNORECASE | re.MULTILINE
)
_SECOND_PART = re.compile(
    r"^\W{0,20}(?:part\s*(?:2|two|ii)\b.{0,60}|(?:advocacy|referral)\s+(?:e-?mail|letter)\W{0,20})$",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER = re.compile(r"^\W{0,20}(?:references|works cited|bibliography)\W{0,20}$", re.IGNORECASE | re.MULTILINE)
_HEAD = re.compile(r"(?:to|from|cc|bcc|date|sent|subject)\s*:[^\n]*", re.IGNORECASE)
_SUBJECT = re.compile(r"subject\s*:\s*", re.IGNORECASE)
_LEAST_WORDS = 8
_TRIES = 3
_PATIENCE_SECONDS = 900.0
"""A class yields to everything else on its machine, so a document may wait long for its moment of processor time."""


def read_work(data: bytes, path: str, part: Part) -> FileContents:
    """Return what the file holds. Raises RefusedFileError with the reason when that is nothing."""
    if path.lower().endswith(".json"):
        return _json(data)
    if len(data) > LARGEST_BYTES:
        raise RefusedFileError(f"This file is larger than {LARGEST_BYTES // 1_000_000} MB, which is the most we read.")
    document = _document(data, path)
    plan_text, text = _parts(document.text, part)
    if not text.strip():
        return FileContents(plan_text=plan_text, notices=document.notices)
    subject, text = (document.subject, text) if document.subject else _subject(text)
    draft = {"text": text, "subject": subject, "kind": "email"}
    return FileContents(drafts=(draft,), plan_text=plan_text, notices=document.notices)


def _document(data: bytes, path: str) -> DocumentText:
    """Read a document, with a second and a third try where a limit ended the first: the machine may be very busy."""
    for _ in range(_TRIES - 1):
        with suppress(EndedAtLimitError):
            return read_document(data, path, wait_seconds=_PATIENCE_SECONDS)
    return read_document(data, path, wait_seconds=_PATIENCE_SECONDS)


def _parts(text: str, part: Part) -> tuple[str, str]:
    """Return the plan's words and the draft's, as the document's headings divide them, else as the file is called."""
    second = _SECOND_PART.search(text)
    rest = text[second.end() :] if second else ""
    if (
        second
        and len(rest.split()) >= _LEAST_WORDS
        and (_FIRST_PART.search(text[: second.start()]) or part is Part.DRAFT)
    ):
        after = _AFTER.search(rest)
        before = text[: second.start()] if _FIRST_PART.search(text[: second.start()]) else ""
        return before.strip("\n"), (rest[: after.start()] if after else rest).strip("\n")
    is_plan = part is Part.PLAN or (part is Part.UNSAID and _FIRST_PART.search(text) is not None)
    return (text, "") if is_plan else ("", text)


def _subject(text: str) -> tuple[str, str]:
    """Return the subject and the words below an email's head, when the text begins with one."""
    lines = text.split("\n")
    subject, count = "", 0
    for line in lines:
        if not _HEAD.fullmatch(line.strip()):
            break
        if found := _SUBJECT.match(line.strip()):
            subject = line.strip()[found.end() :]
        count += 1
    return (subject, "\n".join(lines[count:]).lstrip("\n")) if subject else ("", text)


def _json(data: bytes) -> FileContents:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise RefusedFileError("This file is not JSON, or was cut short.") from error
    if not isinstance(value, dict):
        raise RefusedFileError("This JSON file holds no draft, no plan and no workspace.")
    if value.get("format") == "hartcity-workspace":
        return _workspace(data)
    if isinstance(value.get("text"), str):
        return FileContents(drafts=(value,))
    if isinstance(value.get("services"), list) or isinstance(value.get("service_user"), dict):
        return FileContents(plan=value)
    if "criteria" in value and "findings" in value:
        raise RefusedFileError(
            "This is a report of the assistant and holds no draft. Is the workspace's export at hand?"
        )
    raise RefusedFileError("This JSON file holds no draft, no plan and no workspace.")


def _workspace(data: bytes) -> FileContents:
    try:
        value = read_export(data)
    except ArchiveError as error:
        raise RefusedFileError(str(error)) from error
    drafts = [version["writing"] for version in value["versions"] if version["origin"] != "other_tab"]
    if value["draft"] is not None:
        drafts.append(value["draft"])
    distinct = [
        draft for place, draft in enumerate(drafts) if draft["text"].strip() and draft not in drafts[place + 1 :]
    ]
    if not distinct and not value["plan"]:
        raise RefusedFileError("This workspace is empty.")
    return FileContents(drafts=tuple(distinct), plan=value["plan"] or None)


def some(drafts: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return at most ``MOST_VERSIONS`` of the drafts: the first, the newest, and those evenly between."""
    if len(drafts) <= MOST_VERSIONS:
        return drafts
    step = (len(drafts) - 1) / (MOST_VERSIONS - 1)
    return [drafts[round(step * turn)] for turn in range(MOST_VERSIONS)]
