"""Which files begin first when the tests run side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with files that take long, so that no process is left with one of them when the others have done all.

    The browser's begin before all others, and among both kinds those that are marked.
    """
    items.sort(key=lambda item: [item.get_closest_marker(name) is None for name in ("browser", "long")])
