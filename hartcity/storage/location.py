"""Where a student's work is kept: a file in the user's data folder, or the database that ``DATABASE_URL`` names."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url


DATA_FOLDER = "HARTCITY_DATA"
"""Environment variable that names another folder for the SQLite file, for classes and for teachers' assignments."""

DATABASE_URL = "DATABASE_URL"
"""Environment variable that names another database, ``postgresql://user:password@host/name``."""


def data_folder() -> Path:
    """Return the folder for the user's work; it need not exist yet."""
    named = os.environ.get(DATA_FOLDER)
    return Path(named) if named else Path(platformdirs.user_data_dir("hartcity", appauthor=False))


def database_url() -> URL:
    """Return the address of the database in use.

    A plain ``postgres://`` or ``postgresql://`` address, as hosting services give it, is read with psycopg 3.

    Raises:
        sqlalchemy.exc.ArgumentError: ``DATABASE_URL`` is no database address.

    """
    named = os.environ.get(DATABASE_URL)
    if not named:
        return URL.create("sqlite", database=str(data_folder() / "hartcity.sqlite3"))
    url = make_url(named)
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgres", "postgresql"} else url
