"""A student's own list in any CSV or Excel file: its rows under one header, what its columns mean, what comes of it.

``sheet_of(grids, ...)`` puts the lists of a file together, ``suggested_columns`` guesses what their columns mean, and
``take_columns`` makes a directory of them once that is answered.
"""

from hartcity.directory.importing.sheets.fields import FIELDS, Field, suggested_columns
from hartcity.directory.importing.sheets.named_columns import take_columns
from hartcity.directory.importing.sheets.sheet import Sheet, sheet_of


__all__ = ["FIELDS", "Field", "Sheet", "sheet_of", "suggested_columns", "take_columns"]
