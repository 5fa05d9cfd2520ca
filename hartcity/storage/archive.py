"""All of one's work as one JSON file, and back again. The shape is in ``workspace.schema.json``."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NoReturn

from jsonschema import Draft202012Validator
from sqlalchemy import select

from hartcity.files import RefusedFileError, Task, in_worker
from hartcity.plan import PlanError, plan_from_json
from hartcity.storage.database import moment, stamp
from hartcity.storage.door import Door, Owner, Right, Who
from hartcity.storage.ledger import CONSENT
from hartcity.storage.sealing import Seal, new_id
from hartcity.storage.tables import DraftRow, PlanEditRow, VersionRow, WorkspaceRow
from hartcity.storage.values import Origin, Writing
from hartcity.storage.versions import close_writing, open_writing, version_of


if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from hartcity.identity import Account
    from hartcity.storage.database import Database

MOST_BYTES = 20_000_000
"""The largest file that is read."""

_IN_THIS_PROCESS = 500_000
"""Bytes up to which a file cannot hold enough to matter; larger ones are looked through in a process with limits."""

_MOST_VALUES = 1_000_000
_WAIT_SECONDS = 120.0
_ADVICE = "Is it the copy as it was downloaded?"
_FORMAT = {"format": "hartcity-workspace", "format_version": 1}
_LATEST = datetime(9999, 1, 1, tzinfo=UTC)


class ArchiveError(ValueError):
    """A file is no export of a workspace; the message says in a plain sentence why, and quotes nothing of it."""


@cache
def _schema() -> Draft202012Validator:
    schema = resources.files("hartcity.storage").joinpath("workspace.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(schema))


def _not_a_number(_name: str) -> NoReturn:
    raise ArchiveError("The file holds a number that JSON does not know.")


def _moment(words: str) -> int:
    try:
        read = datetime.fromisoformat(words)
    except ValueError:
        raise ArchiveError("The file holds a time that cannot be read.") from None
    if read.tzinfo is None or read >= _LATEST:
        raise ArchiveError("The file holds a time without a zone, or one out of range.")
    return stamp(read)


def read_export(data: bytes) -> dict[str, Any]:
    """Return what an export holds, held against its schema; raises ArchiveError."""
    if len(data) > MOST_BYTES:
        raise ArchiveError(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    if len(data) <= _IN_THIS_PROCESS:
        return checked(data)
    try:
        in_worker(Task("hartcity.storage.archive_worker"), data, wait_seconds=_WAIT_SECONDS, advice=_ADVICE)
    except RefusedFileError as refusal:
        raise ArchiveError(str(refusal)) from None
    found: dict[str, Any] = json.loads(data)
    return found


def checked(data: bytes) -> dict[str, Any]:
    """Return what a file holds when it is an export that can be restored.

    Raises:
        ArchiveError: when it is not.

    """
    if data.count(b"[") + data.count(b"{") > _MOST_VALUES:
        raise ArchiveError("The file holds more than an export of this assistant does.")
    try:
        value: dict[str, Any] = json.loads(data, parse_constant=_not_a_number)
    except (ValueError, RecursionError) as error:
        if isinstance(error, ArchiveError):
            raise
        raise ArchiveError("The file is not JSON, or was cut short.") from None
    if not isinstance(value, dict) or value.get("format") != _FORMAT["format"]:
        raise ArchiveError("The file is not an export of this assistant.")
    if value.get("format_version") != _FORMAT["format_version"]:
        raise ArchiveError("The file was written by another version of this assistant.")
    fault = next(_schema().iter_errors(value), None)  # to sort them all would build them all
    if fault is not None:
        raise ArchiveError(f"The file is not complete: {fault.json_path} is not what an export holds there.")
    try:
        for plan in (value["plan"], *value["plan_history"]):
            plan_from_json(plan)
    except PlanError:
        raise ArchiveError("The service plan in the file cannot be read.") from None
    numbers = [version["number"] for version in value["versions"]]
    if numbers != sorted(set(numbers)) or (numbers and value["draft"] is None):
        raise ArchiveError("The versions in the file do not follow each other.")
    return value


class Archive:
    """Exports and imports whole workspaces.

    Both methods raise ``NotStoredError`` when the database did not do what was asked.
    """

    def __init__(self, database: Database, door: Door) -> None:
        self._database = database
        self._door = door

    def export(self, who: Who) -> bytes | None:
        """Return everything that is stored under this id as readable JSON, or None when there is nothing."""
        with self._door.reading(who, Right.OWN) as (session, seal, _):
            row = session.get(WorkspaceRow, seal.key)
            if row is None:
                return None
            value = self._value(session, seal, row)
        return json.dumps(value, ensure_ascii=True, indent=2).encode("ascii")

    def _value(self, session: Session, seal: Seal, row: WorkspaceRow) -> dict[str, Any]:
        edits = select(PlanEditRow).where(PlanEditRow.workspace_key == seal.key).order_by(PlanEditRow.number)
        plans = {edit.number: seal.open(edit.content, place="plan") for edit in session.scalars(edits)}
        draft = session.get(DraftRow, seal.key)
        versions = select(VersionRow).where(VersionRow.workspace_key == seal.key).order_by(VersionRow.number)
        return {
            **_FORMAT,
            "exported_at": moment(self._database.now()).isoformat(),
            "plan": plans.get(row.plan_number, {}),
            "plan_history": [plan for number, plan in plans.items() if number < row.plan_number],
            "draft": None if draft is None else asdict(open_writing(seal, draft.content)),
            "versions": [self._version(seal, version) for version in session.scalars(versions)],
            "preferences": {} if row.preferences is None else seal.open(row.preferences, place="preferences"),
            "retention_days": row.retention_days,
        }

    @staticmethod
    def _version(seal: Seal, row: VersionRow) -> dict[str, Any]:
        value = asdict(version_of(seal, row))
        return value | {name: value[name].isoformat() for name in ("started_at", "saved_at")}

    def restore(self, data: bytes, *, account: Account | None = None) -> str:
        """Store an export as a new workspace and return its id; what is stored already stays as it is.

        Raises:
            NotAllowedError: nobody has signed in, where people do.
            ArchiveError: the file is no export, is too large, or was changed so that it cannot be read.

        """
        self._door.expect(account)
        value, workspace_id = read_export(data), new_id()
        seal, now = Seal(workspace_id), self._database.now()
        versions = [self._row(seal, version) for version in value["versions"]]
        plans = [*value["plan_history"], value["plan"]] if value["plan"] or value["plan_history"] else []
        who = workspace_id if account is None else Owner(workspace_id, account)
        with self._door.saving(who, now) as (session, _, row):
            row.retention_days = value["retention_days"]
            row.preferences = seal.close(_without_consent(value["preferences"]), place="preferences")
            row.plan_revision = row.plan_number = len(plans)
            for number, plan in enumerate(plans, start=1):
                content = seal.close(plan, place="plan")
                session.add(PlanEditRow(workspace_key=seal.key, number=number, saved_at=now, content=content))
            if value["draft"] is not None:
                self._add_draft(session, seal, value["draft"], versions, now)
        return workspace_id

    @staticmethod
    def _add_draft(session: Session, seal: Seal, draft: Mapping[str, str], rows: list[VersionRow], now: int) -> None:
        writing = Writing(**draft)
        ours = [row for row in rows if row.origin != Origin.OTHER_TAB]
        made = max((row.number for row in rows), default=0)
        if not ours or open_writing(seal, ours[-1].content) != writing:
            made += 1
            content = close_writing(seal, writing)
            rows = [*rows, _bare_row(seal, made, now, content)]
        session.add(
            DraftRow(
                workspace_key=seal.key,
                revision=1,
                writer="",
                saved_at=now,
                versions_made=made,
                content=close_writing(seal, writing),
            )
        )
        session.flush()
        session.add_all(rows)

    @staticmethod
    def _row(seal: Seal, version: Mapping[str, Any]) -> VersionRow:
        row = _bare_row(
            seal, version["number"], _moment(version["saved_at"]), close_writing(seal, Writing(**version["writing"]))
        )
        row.started_at, row.origin, row.about = _moment(version["started_at"]), version["origin"], version["about"]
        row.name = seal.close(version["name"], place="name") if version["name"] else None
        row.summary = seal.close(version["summary"], place="summary") if version["summary"] else None
        return row


def _without_consent(preferences: Mapping[str, Any]) -> dict[str, Any]:
    """Return the preferences without the consent to be counted: a copy would count everything once more."""
    return {name: value for name, value in preferences.items() if name != CONSENT}


def _bare_row(seal: Seal, number: int, saved_at: int, content: bytes) -> VersionRow:
    return VersionRow(
        workspace_key=seal.key,
        number=number,
        started_at=saved_at,
        saved_at=saved_at,
        is_open=False,
        origin=Origin.IMPORTED,
        writer="",
        content=content,
    )
