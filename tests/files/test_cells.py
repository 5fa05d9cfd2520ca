"""No cell runs as a formula, and none loses a character."""

import csv
import io
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from hartcity.files import is_formula, neutral, plain


STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@settings(max_examples=400, deadline=None)
@given(st.text())
@example("=1+1")
@example("  =cmd|' /C calc'!A0")
@example("'=1")
@example("''@x")
@example("-5")
def test_any_text_is_neutral_and_comes_back(text):
    """A written cell never begins like a formula, and reading it again gives the text."""
    written = neutral(text)
    assert plain(written) == text
    is_number = written.removeprefix("-").replace(".", "", 1).isdigit()
    assert is_number or not written.lstrip(" ").startswith(STARTS)


@settings(max_examples=600, deadline=None)
@given(st.text(";\n\r\t '=-+@a\uff1d", max_size=12))
@example("a;=1+1")
@example("a\n=1+1")
@example("a;'=1")
@example("a; \t=1")
@example("\n=1")
def test_no_part_of_a_cell_runs_where_semicolons_separate_cells(text):
    """Cut at every semicolon, tab and line break, no piece begins like a formula, and the text comes back."""
    written = neutral(text)
    assert plain(written) == text
    for piece in re.split(r"[;\t\r\n]", written)[1:]:
        assert not piece.lstrip(" ").startswith(("=", "+", "-", "@", "\uff1d"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])), min_size=1))
def test_a_row_of_any_texts_survives_a_csv_file(row):
    """Neutral cells written by the csv module and read again are the same texts."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([neutral(cell) for cell in row])
    assert [plain(cell) for cell in next(csv.reader(io.StringIO(out.getvalue(), newline="")))] == row


def test_formulas_are_known():
    """Words that only hold an operator later are no formulas; those that begin with one are."""
    assert is_formula("=SUM(A1)")
    assert is_formula("@home")
    assert not is_formula("2+2")
    assert not is_formula("-12.5")
