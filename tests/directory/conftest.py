"""The illustrative directory, read once."""

import pytest

from hartcity.directory import Directory, load


@pytest.fixture(scope="session")
def directory() -> Directory:
    """Return the illustrative directory."""
    return load()
