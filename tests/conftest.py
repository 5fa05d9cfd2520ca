"""Which files begin first when the tests run side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    import pytest

FIRST = ("browser", "long")
"""Marks of tests that take long, in the order in which they begin."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with files that take long, so that no process is left with one of them when the others have done all."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    marks = {mark.name for mark in item.iter_markers()}
    return next((place for place, name in enumerate(FIRST) if name in marks), len(FIRST))
