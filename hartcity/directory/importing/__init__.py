"""Bringing a student's own directory in.

``bring(data, name)`` takes HSDS 3.0 or 2.0.1 (a zip of CSV tables, or JSON); for any other CSV or Excel file it asks
which column holds what. What cannot be used is reported by line and reason; the rest comes in. The file is read in a
process of its own; ``read`` and ``take_columns`` are what happens there.
"""

from hartcity.directory.importing.file_kinds import read
from hartcity.directory.importing.isolated import Question, bring
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut, Progress
from hartcity.directory.importing.sheets import FIELDS, Field, Sheet, suggested_columns, take_columns


__all__ = [
    "FIELDS",
    "Field",
    "ImportedDirectory",
    "LeftOut",
    "Progress",
    "Question",
    "Sheet",
    "bring",
    "read",
    "suggested_columns",
    "take_columns",
]
