"""A teacher's own assignments: each saving is a version of its own, kept as TOML beside the classes."""

from __future__ import annotations

import re
import secrets
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from hartcity.assignment import Assignment, AssignmentError, parse
from hartcity.storage.location import data_folder


_FOLDER = "assignments"
_CODE = re.compile(r"[a-z2-9]{16}")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_MOST_VERSIONS = 500


class OwnAssignment:
    """One assignment; ``code`` (some 79 bits) opens it, and can be given to a colleague."""

    def __init__(self, code: str) -> None:
        if not _CODE.fullmatch(code):
            raise ValueError("This is no code of an assignment.")
        self.code = code
        self._folder = data_folder() / _FOLDER / code

    @property
    def versions(self) -> list[Path]:
        """The versions' files, the oldest first; none when there is no such assignment."""
        return sorted(self._folder.glob("[0-9]*.toml"))

    @property
    def newest(self) -> Path:
        """The newest version's file, which ``--assignment`` takes. Raises AssignmentError when there is none."""
        found = self.versions
        if not found:
            raise AssignmentError("There is no assignment under this code.")
        return found[-1]

    def toml(self, version: Path | None = None) -> str:
        """Return the TOML of a version, the newest by default."""
        return (version or self.newest).read_text(encoding="utf-8")

    def save(self, toml: str) -> Assignment:
        """Keep ``toml`` as the newest version. Raises AssignmentError with the reason when it cannot be one."""
        read = parse("assignment", toml)
        if len(self.versions) >= _MOST_VERSIONS:
            raise AssignmentError(f"There are {_MOST_VERSIONS} versions already. Could you begin a new assignment?")
        if not self.versions or self.toml() != toml:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            target = self._folder / f"{len(self.versions) + 1:04}.toml"
            part = target.with_suffix(".part")
            part.write_text(toml, encoding="utf-8")
            part.replace(target)
        return read


def new_assignment(toml: str) -> OwnAssignment:
    """Keep a new assignment. Raises AssignmentError."""
    made = OwnAssignment("".join(secrets.choice(_LETTERS) for _ in range(16)))
    made.save(toml)
    return made


def as_values(toml: str) -> dict[str, Any]:
    """Return an assignment's TOML as plain values, to be changed and written again. Raises AssignmentError."""
    parse("assignment", toml)
    return tomllib.loads(toml)


def as_toml(values: Mapping[str, Any]) -> str:
    """Return plain values as TOML."""
    return tomli_w.dumps(values, multiline_strings=False)
