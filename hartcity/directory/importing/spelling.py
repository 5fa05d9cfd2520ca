"""Names of tables and columns in whatever letters a program wrote them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hartcity.directory.importing.upgrade import OLD_FILES
from hartcity.directory.tables import BY_FILE, TABLES


if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BETWEEN = re.compile(r"[\s_-]+")
_COLUMNS = frozenset(column for table in TABLES.values() for column in table.columns)
_COPY = re.compile(r"\s*\(\d{1,3}\)$")
_AROUND = re.compile(r"^\d{1,3}_|(?:_\d{1,8})+$")
"""A number before a table's name, or the day of an export behind it."""

_PREFIX = re.compile(r"^(?:hsds|hsda|openreferral)_")


def parted(name: str) -> str:
    """Return a name with its parts divided by spaces: ``Phone1Number`` is ``Phone 1 Number``."""
    return _CAPITAL.sub(" ", name)


def snake(name: str) -> str:
    """Return a name in small letters with low lines: ``OrganizationId`` and ``Organization ID`` are one."""
    plain = _BETWEEN.sub("_", name.strip()).casefold()
    return plain if plain in _COLUMNS else _BETWEEN.sub("_", parted(name.strip())).casefold()


def file_named(stem: str) -> str:
    """Return the name of the file that a version of HSDS gives the table in a file or sheet of this name."""
    known = _AROUND.sub("", _PREFIX.sub("", snake(_COPY.sub("", stem))))
    return next((name for each in _forms(known) if (name := _of_a_version(each))), known)


def _of_a_version(name: str) -> str:
    if name in BY_FILE or name in OLD_FILES:
        return name
    return TABLES[name].file if name in TABLES else ""


def _forms(name: str) -> Iterator[str]:
    """Yield a name as it stands, then with each of its words as one or many."""
    yield name
    yield from (f"{name}s", f"{name}es", re.sub("y$", "ies", name), re.sub("s$", "", name), re.sub("ies$", "y", name))
    yield from (re.sub("^services_", "service_", name), re.sub("^service_", "services_", name))
