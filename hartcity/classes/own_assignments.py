"""A teacher's own assignments: each saving is a version of its own, kept as TOML beside the classes.

An assignment has two codes. The first opens it for its teacher and colleagues, who may change it. The second is for
students, and gives its newest version to be read and nothing else.
"""

from __future__ import annotations

import hashlib
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
_GIVEN = "given"
_CODE = re.compile(r"[a-z2-9]{16}")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_STUDENTS_LETTERS = 10
_STUDENTS_CODE = re.compile(rf"[a-z2-9]{{{_STUDENTS_LETTERS}}}")
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

    @property
    def students_code(self) -> str:
        """The code (some 49 bits) that gives students the newest version; ``code`` cannot be told from it."""
        digest = int.from_bytes(hashlib.sha256(f"students {self.code}".encode()).digest())
        code = ""
        for _ in range(_STUDENTS_LETTERS):
            digest, place = divmod(digest, len(_LETTERS))
            code += _LETTERS[place]
        note = _given_note(code)
        if self.versions and not note.exists():
            note.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = note.with_suffix(".part")
            part.write_text(self.code, encoding="utf-8")
            part.replace(note)
        return code

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


def _given_note(students_code: str) -> Path:
    return data_folder() / _FOLDER / _GIVEN / students_code


def given(students_code: str) -> Assignment:
    """Return the newest version of the assignment that students have this code for; another one has another name.

    Raises AssignmentError.
    """
    is_one = _STUDENTS_CODE.fullmatch(students_code) is not None
    try:
        code = _given_note(students_code).read_text(encoding="utf-8") if is_one else ""
        toml = OwnAssignment(code).toml()
    except (OSError, ValueError) as error:
        raise AssignmentError("There is no assignment under this code.") from error
    return parse(f"given-{hashlib.sha256(toml.encode()).hexdigest()[:16]}", toml)


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
