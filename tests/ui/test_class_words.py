"""What the class screen says of its numbers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from streamlit.testing.v1 import AppTest

from hartcity.classes.summary_table import HEAD
from hartcity.ui.classes.table import _columns, _value
from hartcity.ui.classes.words import how_many, pace, titles


if TYPE_CHECKING:
    from hartcity.ui.classes.current_class import Opened

CLASS = cast("Opened", SimpleNamespace(criteria={}))


@pytest.mark.parametrize(
    ("rate", "left", "told"),
    [("", "", ""), ("0.0", "4:10", ", 4:10 left"), ("2.5", "0:10", ", 2.5 a second, 0:10 left")],
)
def test_no_rate_is_told_that_is_none(rate, left, told):
    """A class that is read slowly says how long it takes and never "0.0 a second"."""
    assert pace(rate, left) == told


def test_students_and_drafts_that_were_read_are_both_told():
    """Whose file could not be read is a student of the class, and the rest of the tabs is about the others."""
    rows = [{"draft": "read"}] * 7
    assert how_many(7, rows) == "**7** of 7 students"
    assert how_many(8, [*rows, {"draft": ""}]).startswith("**8** of 8 students. Drafts read: **7**")


def test_a_file_that_was_not_read_is_told_by_its_name():
    """Folders are left out of the column, which has room for a name and the beginning of the reason."""
    told = "class8/Hugo_Lin.docx: This file is damaged; a/b/notes.png: This is a picture."
    assert _value("not_read", told, CLASS) == "Hugo_Lin.docx: This file is damaged; notes.png: This is a picture."
    assert _value("not_read", "Hugo.docx: Too large, 9/10.", CLASS) == "Hugo.docx: Too large, 9/10."
    assert _columns(CLASS, titles(list(HEAD), {}))["Not read"]["width"] == "medium"


def needs_of_a_class() -> None:
    """Draw what a class carries."""
    from types import SimpleNamespace  # noqa: PLC0415 - this function runs as a script of its own

    from hartcity.ui.classes.needs import _draw_carried  # noqa: PLC0415

    rows = [{"draft": "read", "findings_demand": "2", "findings_identifier": "0"}] * 3
    rows += [{"draft": "read", "findings_demand": "0", "findings_identifier": "1"}, {"draft": ""}]
    _draw_carried(SimpleNamespace(finished=SimpleNamespace(rows=rows)))


def test_what_next_tells_what_drafts_carry_that_hurts():
    """Each family that some draft carries is told with how many drafts do, the most first."""
    app = AppTest.from_function(needs_of_a_class).run()
    assert not app.exception
    assert [block.value for block in app.markdown] == [
        "**Pressure**, marked in **3** of 4 drafts",
        "**Could identify someone**, marked in **1** of 4 drafts",
    ]
