"""Two directories, read once."""

from pathlib import Path

import pytest

from hartcity.directory import Directory, load
from hartcity.directory.importing import ImportedDirectory, read, suggested_columns, take_columns


@pytest.fixture(scope="session")
def directory() -> Directory:
    """Return the illustrative directory."""
    return load()


@pytest.fixture(scope="session")
def other_town() -> Directory:
    """Return a directory of another town, as somebody keeps it in a sheet."""
    data = (Path(__file__).parent / "cases" / "other_town.csv").read_bytes()
    found = read(data, "other_town.csv")
    assert not isinstance(found, ImportedDirectory)
    return take_columns(found, suggested_columns(found.columns)).directory
