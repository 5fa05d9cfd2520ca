"""Whose machine checks a class: this one, or the workers of a Dask scheduler that the institution runs."""

from __future__ import annotations

import os


SCHEDULER = "DASK_SCHEDULER"
"""Environment variable that names a Dask scheduler, ``tcp://host:8786``; its workers have this package installed."""


def scheduler() -> str:
    """Return the address of the scheduler whose workers check classes; empty where this machine does."""
    return os.environ.get(SCHEDULER, "").strip()
