"""The illustrative directory, read once, and the hostile archives."""

import sys
from pathlib import Path

import pytest

from hartcity.directory import Directory, load


sys.path.insert(0, str(Path(__file__).parents[1] / "files"))


@pytest.fixture(scope="session")
def directory() -> Directory:
    """Return the illustrative directory."""
    return load()
