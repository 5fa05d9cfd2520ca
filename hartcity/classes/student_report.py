"""The report on one student: made in a worker process, from bytes to bytes."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from hartcity import analysis
from hartcity.assignment import parse
from hartcity.classes.file_contents import FileContents, read_work, some
from hartcity.classes.names import Part
from hartcity.files import RefusedFileError
from hartcity.plan import PlanError, plan_from_json


@dataclass(frozen=True, slots=True)
class Asked:
    """How the class is read. ``assignment`` is TOML; ``engines`` as ``check_draft`` takes them."""

    assignment_name: str
    assignment: str
    engines: tuple[str, ...] | None
    language_tool: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file whose bytes could not be had, and why in a plain sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One student's work, ready to be sent to a worker: each file's name, its part, and its bytes or draft."""

    name: str
    id: str
    works: tuple[tuple[str, Part, bytes | Unread | Mapping[str, Any]], ...]

    def digest(self, asked: Asked) -> str:
        """Return what the report rests on: the work, the assignment, the engines and this program."""
        engines = list(asked.engines) if asked.engines is not None else None
        basis = hashlib.sha256(json.dumps([asked.assignment_name, asked.assignment, engines, program()]).encode())
        for file, part, content in self.works:
            value = content.reason if isinstance(content, Unread) else content
            held = value if isinstance(value, bytes) else json.dumps(value, sort_keys=True).encode()
            basis.update(json.dumps([file, part, len(held)]).encode())
            basis.update(held)
        return basis.hexdigest()


@cache
def program() -> str:
    """Return a digest of this program's own files, since another program may say something else."""
    digest = hashlib.sha256()
    stack: list[Traversable] = [resources.files("hartcity")]
    found: list[tuple[str, Traversable]] = []
    while stack:
        for each in stack.pop().iterdir():
            if each.is_dir():
                stack.append(each)
            elif each.name.endswith((".py", ".toml", ".json", ".txt", ".npz")):
                found.append((str(each), each))
    for _, each in sorted(found, key=lambda one: one[0]):
        digest.update(hashlib.sha256(each.read_bytes()).digest())
    return digest.hexdigest()


_lock = threading.Lock()


def _use(language_tool: str | None) -> None:
    """Ask the grammar server at this address from now on; when it moved, the engines are made anew."""
    if language_tool is None:
        return
    with _lock:
        if os.environ.get("LANGUAGETOOL_URL") != language_tool:
            os.environ["LANGUAGETOOL_URL"] = language_tool
            analysis.close()


@cache
def _settle() -> None:
    """Take what the first report loaded out of all later passes of the garbage collector, once in this process."""
    gc.collect()
    gc.freeze()


def report_on(handed_in: HandedIn, asked: Asked) -> bytes:
    """Return the report on one student as JSON: the contract's report on the newest draft, and what belongs to it.

    ``student`` is the name, ``files`` what was read, ``left_out`` what was not and why, ``text`` and ``subject`` the
    draft, ``plan_report`` the report on the plan, ``versions`` scores of the older drafts, ``basis`` the digest of all
    that it rests on. Where no draft and no plan could be read there is an ``error`` and no report.
    """
    _use(asked.language_tool)
    brought, files, left_out = _read(handed_in)
    drafts: list[Mapping[str, Any]] = [draft for each in brought for draft in each.drafts]
    plan, plan_report = _plan(brought, drafts, left_out)
    is_written = any(each.plan_text for each in brought)
    head = {"id": handed_in.id, "student": handed_in.name, "basis": handed_in.digest(asked)}
    tail: dict[str, Any] = {
        "files": files,
        "left_out": left_out,
        "notices": [notice for each in brought for notice in each.notices],
    }
    value: dict[str, Any]
    if not drafts and plan is None and not is_written:
        reason = left_out[0]["reason"] if left_out else "Nothing was handed in."
        value = {**head, "error": reason, **tail}
    else:
        chosen: list[Mapping[str, Any]] = some(drafts) or [{"text": ""}]
        older, newest = chosen[:-1], chosen[-1]
        value = {**head, **_report(newest, plan, asked)}
        tail["notices"] = [*value.pop("notices"), *tail["notices"]]
        value |= {
            "text": newest["text"],
            "subject": newest.get("subject") or "",
            "has_draft": bool(drafts),
            "has_plan": plan is not None or is_written,
            "plan_report": plan_report,
            "versions": [_summary(_report(draft, plan, asked)) for draft in older],
            **tail,
        }
        value["id"] = handed_in.id
    _settle()
    return (analysis.to_line(value) + "\n").encode("ascii")


def _read(handed_in: HandedIn) -> tuple[list[FileContents], list[str], list[dict[str, str]]]:
    brought: list[FileContents] = []
    files: list[str] = []
    left_out: list[dict[str, str]] = []
    for file, part, content in handed_in.works:
        if isinstance(content, Unread):
            left_out.append({"file": file, "reason": content.reason})
            continue
        try:
            brought.append(
                read_work(content, file, part) if isinstance(content, bytes) else FileContents(drafts=(content,))
            )
            for draft in brought[-1].drafts:
                analysis.draft_from_json(draft)
            files.append(file)
        except RefusedFileError as refusal:
            left_out.append({"file": file, "reason": str(refusal)})
        except analysis.DraftError as error:
            brought.pop()
            left_out.append({"file": file, "reason": str(error)})
    return brought, files, left_out


def _plan(
    brought: Sequence[FileContents], drafts: Sequence[Mapping[str, Any]], left_out: list[dict[str, str]]
) -> tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]:
    """Return the last plan that came as a file, or else with a draft, and the report on it.

    A plan that cannot be read counts as none and is added to ``left_out``.
    """
    plan = next((each.plan for each in reversed(brought) if each.plan is not None), None)
    plan = plan if plan is not None else next((draft["plan"] for draft in reversed(drafts) if draft.get("plan")), None)
    if plan is None:
        return None, None
    try:
        return plan, analysis.plan_report_to_json(analysis.check_plan(plan_from_json(plan)))
    except PlanError:
        left_out.append({"file": "plan", "reason": "The service plan is not in the form that is read."})
        return None, None


def _report(draft: Mapping[str, Any], plan: Mapping[str, Any] | None, asked: Asked) -> dict[str, Any]:
    read = analysis.draft_from_json({**draft, "plan": plan})
    assignment = parse(asked.assignment_name, asked.assignment)
    return analysis.report_to_json(analysis.check_draft(read, assignment=assignment, engines=asked.engines))


def _summary(report: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "scores": report["scores"],
        "criteria": {name: result["score"] for name, result in report["criteria"].items()},
        "words": report["metrics"].get("words"),
    }


def failed(handed_in: HandedIn) -> bytes:
    """Return the report's place for a student whose work could not be checked, though it was read.

    It rests on nothing, so that the next run tries again.
    """
    reason = "This work could not be checked."
    value = {
        "id": handed_in.id,
        "student": handed_in.name,
        "basis": "",
        "error": reason,
        "files": [],
        "left_out": [{"file": file, "reason": reason} for file, _, _ in handed_in.works],
        "notices": [],
    }
    return (analysis.to_line(value) + "\n").encode("ascii")
