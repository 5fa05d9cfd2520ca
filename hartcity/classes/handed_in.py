"""What students handed into a class by its code, as files of the class: exports of the app that the run reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hartcity.files import shown_name


FOLDER = "submissions"
"""The folder within the class's files that holds them."""

_DIGITS = 10
_NAME_BYTES = 180
_EXPORT = {
    "format": "hartcity-workspace",
    "format_version": 1,
    "plan_history": [],
    "versions": [],
    "preferences": {},
    "retention_days": None,
}


@dataclass(frozen=True, slots=True)
class HandedInCopy:
    """A copy: whose it is by name, a key that stays the same for a second copy, and the contract's draft and plan."""

    name: str
    key: str
    draft: Mapping[str, Any]
    plan: Mapping[str, Any]

    def path(self, source: Path) -> Path:
        """Return where it stands: a folder as Moodle names it, so that two students of one name stay two."""
        number = int(self.key, 16) % 10**_DIGITS
        name = shown_name(self.name.replace("_", " ")).encode()[:_NAME_BYTES].decode(errors="ignore")
        return source / FOLDER / f"{name}_{number:0{_DIGITS}}_assignsubmission_file_" / "work.json"

    def data(self) -> bytes:
        """Return the file; the same copy gives the same bytes."""
        return json.dumps({**_EXPORT, "draft": dict(self.draft), "plan": dict(self.plan)}, indent=2).encode()


def unread(copies: Iterable[HandedInCopy], source: Path) -> int:
    """Return how many copies are not among the class's files as they are."""
    return sum(not (path := copy.path(source)).is_file() or path.read_bytes() != copy.data() for copy in copies)


def take(copies: Iterable[HandedInCopy], source: Path) -> None:
    """Put the copies among the class's files; those that were taken back go."""
    kept = {copy.path(source): copy for copy in copies}
    for path in (source / FOLDER).glob("*/work.json"):
        if path not in kept:
            path.unlink()
            path.parent.rmdir()
    for path, copy in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = path.with_suffix(".part")
        part.write_bytes(copy.data())
        part.replace(path)
