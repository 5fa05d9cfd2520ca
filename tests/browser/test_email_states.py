"""What the email screen says when something is missing or broken: the database, the grammar engine."""

import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Program, serve


pytestmark = pytest.mark.browser


@pytest.fixture
def away(tmp_path):
    """Serve the app where the institution's grammar server does not answer; return its address."""
    yield from serve(Program(tmp_path, LANGUAGETOOL_URL="http://grammar.invalid:8081"))


def test_a_database_that_refuses_is_told_and_asked_again(page, screens, program):
    """The words that are not saved can be had as a file, and are saved by themselves when the database is back."""
    screen = screens(page, program.url).open()
    screen.type("Dear team, the first words are saved.")
    screen.wait_saved()
    busy = sqlite3.connect(program.data / "hartcity.sqlite3", isolation_level=None)
    busy.execute("BEGIN EXCLUSIVE")
    page.keyboard.type(" These cannot be saved now.")
    refused = page.get_by_role("region", name="Draft").get_by_text("Not saved yet: the database is busy.")
    expect(refused).to_be_visible()
    expect(screen.spoken).to_contain_text("Not saved")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download a copy").click()
    assert download.value.path().read_text() == "Dear team, the first words are saved. These cannot be saved now."
    busy.execute("ROLLBACK")
    busy.close()
    screen.wait_saved()
    expect(refused).to_have_count(0)
    page.reload()
    expect(screen.draft).to_contain_text("These cannot be saved now.")


def test_a_silent_grammar_server_is_a_note_and_its_name_is_told(page, screens, away):
    """Harper goes on alone, the report says so, and no one is told that the words stay here when they may not."""
    screen = screens(page, away).open_practice()
    foot = screen.panel.get_by_role("contentinfo").or_(screen.panel.locator("footer"))
    expect(foot).to_contain_text("grammar.invalid")
    expect(foot).not_to_contain_text("Nothing left this machine")
    expect(foot).to_contain_text("Harper 2")
    expect(page.get_by_role("alert")).to_have_count(0)
