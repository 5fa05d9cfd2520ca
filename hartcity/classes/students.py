"""The students of a class, each with what was handed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from hartcity.classes.many_in_one import TABLES, Row, rows
from hartcity.classes.names import Owner, Part, file_names, owner_of, place
from hartcity.classes.sources import ClassFiles, LeftOut, SourceFile, shown
from hartcity.files import RefusedFileError


@dataclass(frozen=True, slots=True)
class Work:
    """One thing that a student handed in: a file's bytes, or a draft of a table as the contract's object."""

    file: str
    part: Part
    order: tuple[bool, int, str]
    read: Callable[[], bytes | Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Student:
    """One student of the class. ``file_name`` is that of the report, without its ending; ``works`` are oldest first."""

    name: str
    file_name: str
    works: tuple[Work, ...]


@dataclass(slots=True)
class _Open:
    names: list[str] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)


def students(found: ClassFiles) -> tuple[list[Student], list[LeftOut]]:
    """Return the students by name, and what was left out of the tables that were looked through for them."""
    owners: defaultdict[str, _Open] = defaultdict(_Open)
    left_out = list(found.left_out)
    documents = {file.path: file for file in found.files if file.ending not in TABLES}
    for placed in place(documents):
        work = Work(shown(placed.path), placed.part, placed.order, documents[placed.path].read)
        _give(owners, placed.owner, work)
    for file in found.files:
        if file.ending in TABLES:
            left_out += _table(owners, file)
    named = [Owner(key, _shown_name(each.names)) for key, each in owners.items()]
    files = file_names(named)
    result = [
        Student(owner.name, files[owner.key], tuple(sorted(owners[owner.key].works, key=lambda work: work.order)))
        for owner in named
    ]
    return sorted(result, key=lambda student: (student.name.casefold(), student.file_name)), left_out


def _give(owners: dict[str, _Open], owner: Owner, work: Work) -> None:
    owners[owner.key].names.append(owner.name)
    owners[owner.key].works.append(work)


def _shown_name(names: Iterable[str]) -> str:
    """Return the fullest of several spellings of one name: with its accents, and with the comma of a class list."""
    return max(sorted(set(names)), key=lambda name: (not name.isascii(), "," in name, len(name)))


def _table(owners: dict[str, _Open], file: SourceFile) -> list[LeftOut]:
    left_out = []
    path = shown(file.path)
    try:
        for row in rows(file.read(), file.ending, path):
            if isinstance(row, LeftOut):
                left_out.append(row)
                continue
            order = (False, row.line, path)
            read = partial(_draft, file, row.line)
            _give(owners, owner_of(row.name), Work(f"{path}, line {row.line}", Part.DRAFT, order, read))
    except RefusedFileError as refusal:
        left_out.append(LeftOut(path, str(refusal)))
    return left_out


def _draft(file: SourceFile, line: int) -> Mapping[str, Any]:
    return _parsed(file)[line].draft


@lru_cache(maxsize=2)
def _parsed(file: SourceFile) -> Mapping[int, Row]:
    """Return the rows of a table by line; two tables at most are held, however many there are."""
    found = rows(file.read(), file.ending, file.path)
    return {row.line: row for row in found if isinstance(row, Row)}
