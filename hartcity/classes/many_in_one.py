"""The work of many in one file: a draft a line (JSONL) or a row (CSV), as forms and the command line write it."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hartcity.classes.sources import LeftOut
from hartcity.documents import tidy
from hartcity.files import RefusedFileError, decode, plain


TABLES = frozenset({"csv", "tsv", "jsonl", "ndjson"})
"""Endings of files in which every line is a draft of its own."""

_TEXT = (
    "text",
    "draft",
    "email",
    "letter",
    "body",
    "message",
    "response",
    "answer",
    "submission",
    "your email",
    "part 2",
)
_NAME = (
    "student",
    "name",
    "full name",
    "student name",
    "author",
    "username",
    "user name",
    "sis login id",
    "email address",
    "id",
)
_FIRST = ("first name", "firstname", "given name")
_LAST = ("last name", "lastname", "surname", "family name")
_SUBJECT = ("subject", "subject line")
_LONGEST_CELL = 1_000_000
_SHORTEST_DRAFT = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One draft of a table. ``draft`` is the contract's object; ``line`` counts from 1."""

    line: int
    name: str
    draft: Mapping[str, Any]


def rows(data: bytes, ending: str, path: str) -> Iterator[Row | LeftOut]:
    """Yield every draft of a table, or why a line holds none. Raises RefusedFileError for a whole file."""
    if ending in {"jsonl", "ndjson"}:
        yield from _lines(data.removeprefix(codecs.BOM_UTF8), path)
    else:
        yield from _cells(decode(data), "\t" if ending == "tsv" else None, path)


def _lines(data: bytes, path: str) -> Iterator[Row | LeftOut]:
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict) or not isinstance(value.get("text"), str):
            yield LeftOut(f"{path}, line {number}", "This line is no draft: a JSON object with a text was expected.")
            continue
        named = next((value[key] for key in ("student", "name", "id") if value.get(key)), None)
        yield Row(number, str(named) if named is not None else f"Line {number}", value)


def _cells(text: str, delimiter: str | None, path: str) -> Iterator[Row | LeftOut]:
    csv.field_size_limit(_LONGEST_CELL)
    first = text.split("\n", maxsplit=1)[0]
    by_count = max(",;\t", key=first.count)
    try:
        table = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter or by_count) if any(row)]
    except csv.Error as error:
        raise RefusedFileError("This table cannot be read: a cell does not end, or is too long.") from error
    if not table:
        raise RefusedFileError("This file is empty.")
    header = [" ".join(cell.replace("_", " ").split()).casefold() for cell in table[0]]
    drafts = _draft_column(header, table[1:])
    if drafts is None:
        raise RefusedFileError("No column of this table holds drafts. Could its first row name one of them text?")
    name, first_name, last_name = (_column(header, names, besides=drafts) for names in (_NAME, _FIRST, _LAST))
    subject = _column(header, _SUBJECT, besides=drafts)
    for number, row in enumerate(table[1:], start=2):
        words = _cell(row, drafts)
        if not words.strip():
            yield LeftOut(f"{path}, row {number}", "This row holds no draft.")
            continue
        whole = ", ".join(filter(None, [_cell(row, last_name), _cell(row, first_name)]))
        named = whole or _cell(row, name) or f"Row {number}"
        try:
            yield Row(number, named.split("@")[0], {"text": tidy(words), "subject": _cell(row, subject)})
        except RefusedFileError as refusal:
            yield LeftOut(f"{path}, row {number}", str(refusal))


def _draft_column(header: Sequence[str], body: Sequence[Sequence[str]]) -> int | None:
    """Return the column of drafts: of those whose cells are long the one that is called so, else the longest."""
    width = max((len(row) for row in body), default=0)
    lengths = [sum(len(_cell(row, column)) for row in body) / max(1, len(body)) for column in range(width)]
    named = [column for column in range(min(width, len(header))) if header[column] in _TEXT]
    if named:
        return max(named, key=lambda column: lengths[column])
    longest = max(range(width), key=lambda column: lengths[column], default=None)
    return longest if longest is not None and lengths[longest] >= _SHORTEST_DRAFT else None


def _column(header: Sequence[str], names: Sequence[str], *, besides: int) -> int | None:
    for name in names:
        for column, title in enumerate(header):
            if title == name and column != besides:
                return column
    return None


def _cell(row: Sequence[str], column: int | None) -> str:
    return plain(row[column]) if column is not None and column < len(row) else ""
