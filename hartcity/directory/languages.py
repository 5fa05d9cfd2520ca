"""The languages in which a service is given, by their names."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hartcity.directory.rows import GroupedRows, Row

_NAMES: Mapping[str, str] = tomllib.loads(
    resources.files("hartcity.directory").joinpath("languages.toml").read_text(encoding="utf-8")
)
"""Names of languages by their codes."""


def languages(grouped: GroupedRows, owners: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the names of the languages that are spoken, each with its note; ``owners`` are ids by their column."""
    rows = _spoken(grouped, owners)
    return tuple(
        dict.fromkeys(
            f"{name} ({row['note']})" if row.get("note") else name for row in rows if (name := _language(row))
        )
    )


def _language(row: Row) -> str:
    """Return a language's name, where only a code stands that of the code."""
    code = row.get("code", "")
    return row.get("name", "") or _NAMES.get(re.split("[-_]", code.casefold())[0], code)


def _spoken(grouped: GroupedRows, owners: Mapping[str, list[str]]) -> Iterable[Row]:
    """Yield the languages of the service, of its places and of its phones."""
    for column in ("service_id", "location_id"):
        for key in owners[column]:
            yield from grouped.of("language", column, key)
    for phone in grouped.nearest("phone", owners):
        yield from grouped.of("language", "phone_id", phone["id"])
