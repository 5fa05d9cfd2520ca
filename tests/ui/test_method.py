"""The page about scoring is drawn from the data that scores rest on."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from hartcity import checks, rules
from hartcity.analysis.moves import all_moves
from hartcity.assignment import load
from hartcity.ui.method import accuracy


PAGE = "pages/method.py"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Return the page, which all tests here share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HARTCITY_DATA", str(tmp_path_factory.mktemp("data")))
        patch.setenv("HARTCITY_INSTALL_LANGUAGETOOL", "0")
        shown = AppTest.from_file("../../app.py", default_timeout=120).run()
        yield shown.switch_page(PAGE).run()


def test_every_criterion_and_check_is_explained(page):
    """Each criterion and each check has its place on the page."""
    titles = {expander.label.replace("\\", "") for expander in page.expander}
    assert {criterion.title for criterion in load("advocacy-email").criteria} <= titles
    assert {check.title.rstrip(".") for check in checks.all_checks()} <= titles
    assert not page.exception


def test_rules_can_be_searched(page):
    """A word leaves the rules that speak of it, and a word that none knows says so."""
    field = next(field for field in page.text_input if field.label == "Search the rules")
    field.set_value("homeless").run()
    count = len(rules.all_rules())
    assert any(f"of {count}." in caption.value and f"{count} of" not in caption.value for caption in page.caption)
    field.set_value("zzzz").run()
    assert any("No rule speaks of that" in info.value for info in page.info)
    assert not page.exception


@pytest.mark.parametrize("move", all_moves(), ids=lambda move: move.id)
def test_every_move_can_be_tried(page, move):
    """A chosen move shows what was expected and whether it was noticed."""
    page.pills(key="move").select(move.id).run()
    said = [box.value for box in (*page.success, *page.warning)]
    assert any(move.expectation in words for words in said)
    assert not page.exception


def test_the_newest_measurement_is_shown(tmp_path):
    """Of several measurements the newest is read, with its interval, rival, ceiling and size."""
    row = {
        "dataset": "some_set",
        "label": "tone ranks letters",
        "n": 7,
        "values": {"ours": {"value": 0.8, "low": 0.7, "high": 0.9}},
        "best_rival": 0.5,
        "ceiling": None,
    }
    for date, value in (("2026-01-01", 0.1), ("2026-02-01", 0.8)):
        row["values"]["ours"]["value"] = value
        kept = {"command": "measure", "reader": "7", "rows": [row]}
        (tmp_path / f"{date}.json").write_text(json.dumps(kept), encoding="utf-8")
    date, command, version, table = accuracy.measured(tmp_path)
    assert (date, command, version) == ("2026-02-01", "measure", "7")
    assert table.iloc[0].to_dict() == {
        "Dataset": "some set",
        "Measure": "tone ranks letters",
        "Ours": 0.8,
        "95 % interval": "0.700 to 0.900",
        "Simple rival": 0.5,
        "Human agreement": None,
        "Texts": 7,
    }


def test_no_measurement_is_no_error(tmp_path):
    """A copy without a measurement says so."""
    assert accuracy.measured(tmp_path) is None
