"""Which files begin first when the tests run side by side, and which examples Hypothesis tries."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import settings


if TYPE_CHECKING:
    import pytest


# The same code is tried with the same examples, so that a change is judged by what it changes; who looks for more
# faults takes new ones each time.
settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with files that take long, so that no process is left with one of them when the others have done all.

    The browser's begin before all others, and among both kinds those that are marked.
    """
    items.sort(key=lambda item: [item.get_closest_marker(name) is None for name in ("browser", "long")])
