"""Bringing a student's own directory in.

``read(data, name)`` takes HSDS 3.0 or 2.0.1 (a zip of CSV tables, or JSON); for any other CSV or Excel file it reads
the columns and waits for ``take_columns``. What cannot be used is reported by line and reason; the rest comes in.
"""

from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut, Progress
from hartcity.directory.importing.reading import read
from hartcity.directory.importing.sheet import FIELDS, Field, Sheet, suggested_columns, take_columns


__all__ = [
    "FIELDS",
    "Field",
    "ImportedDirectory",
    "LeftOut",
    "Progress",
    "Sheet",
    "read",
    "suggested_columns",
    "take_columns",
]
