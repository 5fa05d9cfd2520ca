"""``python -m hartcity directory FILE``."""

import json

import openpyxl
import pytest
from typer.testing import CliRunner

from hartcity.cli import app


RUN = CliRunner()
HEADS = ("Agency", "Program", "Phone")


@pytest.fixture
def workbook(tmp_path):
    """Return an Excel file with two sheets of services, one of which has a row without an agency."""
    book = openpyxl.Workbook()
    food = book.active
    food.title = "Food"
    for row in (HEADS, ("Bread Table", "Food Boxes", "555-013-0101"), ("", "", "555-013-0102")):
        food.append(row)
    homes = book.create_sheet("Homes")
    for row in (HEADS, ("Northgate Housing", "Deposit Loans", "555-013-0103")):
        homes.append(row)
    book.save(tmp_path / "directory.xlsx")
    return tmp_path / "directory.xlsx"


def test_a_directory_is_counted_and_what_was_left_out_is_named(workbook):
    """All sheets of services are taken, and each row that could not be stands with its place and reason."""
    done = RUN.invoke(app, ["directory", str(workbook)])
    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert set(told) == {"organizations", "services", "left_out", "sheets", "notices"}
    assert (told["organizations"], told["services"]) == (2, 2)
    assert set(told["sheets"]) == {"Food", "Homes"}
    assert [left["row"] for left in told["left_out"]]
    assert all(left["reason"] for left in told["left_out"])


def test_one_sheet_can_be_chosen(workbook):
    """With ``--sheet`` only that sheet is taken."""
    told = json.loads(RUN.invoke(app, ["directory", str(workbook), "--sheet", "Homes"]).stdout)
    assert (told["organizations"], told["services"]) == (1, 1)


@pytest.mark.parametrize(("content", "said"), [(b"", "empty"), (b"%PDF-1.7\n", "PDF")])
def test_what_is_no_directory_is_said_plainly(tmp_path, content, said):
    """A file that holds no directory gives one plain message, no trace, and exit status 1."""
    file = tmp_path / "directory.csv"
    file.write_bytes(content)
    done = RUN.invoke(app, ["directory", str(file)])
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


def test_a_missing_file_is_said(tmp_path):
    """A file that is not there is named, with exit status 1."""
    done = RUN.invoke(app, ["directory", str(tmp_path / "none.csv")])
    assert done.exit_code == 1
    assert "cannot be read" in done.stderr
