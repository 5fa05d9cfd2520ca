"""The Directory screen in a real browser: find, compare, take along, bring one's own."""

import io
import re

import pandas as pd
import pytest
from playwright.sync_api import expect


pytestmark = pytest.mark.browser

ILLUSTRATIVE = "Illustrative: not your course's directory."
OWN = b"Agency,Program,Excludes,Fee\nNorth House,Room,Pets,Free\nSouth Kitchen,Soup,,$1\nSouth Kitchen,,,\n"


expect.set_options(timeout=60_000)


@pytest.fixture
def directory(page, app):
    """Open the directory."""
    page.set_default_timeout(120_000)
    page.goto(f"{app}/directory")
    page.get_by_role("textbox", name="Search services and organizations").wait_for()
    page.get_by_text("49 services", exact=False).wait_for()
    return page


def search(page, words):
    """Type into the search field and wait for the answer."""
    page.get_by_role("textbox", name="Search services and organizations").fill(words)
    page.keyboard.press("Enter")


def drop(page, name, content):
    """Give a file to the import."""
    page.get_by_role("tab", name="Bring your directory").click()
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})


def draw_anew(page):
    """Let the whole page be drawn again while a file waits, as it is when LanguageTool becomes ready."""
    button = page.get_by_role("button", name="Use this directory").element_handle()
    page.get_by_role("tab", name="Find a service").click()
    for place in range(2):
        page.locator("label").filter(has_text="Compare").nth(place).click()
        expect(page.get_by_role("checkbox", name="Compare").nth(place)).to_be_checked()
    expect(page.get_by_role("heading", name="Side by side")).to_be_visible()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.get_by_role("tab", name="Bring your directory").click()
    assert button.evaluate("button => button.isConnected"), "a click that began before would be lost"


def test_a_misspelled_word_finds_and_says_who_is_not_served(directory):
    """The banner stands, a slip is understood, and who is not served is on the card without a click."""
    expect(directory.get_by_text(ILLUSTRATIVE)).to_be_visible()
    search(directory, "sheltr")
    expect(directory.get_by_role("heading", name="Lantern House Family Shelter")).to_be_visible()
    expect(directory.get_by_text("Single adults; Couples without children").first).to_be_visible()
    expect(directory.get_by_role("heading", name="Copperline Works")).to_have_count(0)
    search(directory, "xylophone")
    expect(directory.get_by_text("No service here fits all of that")).to_be_visible()


def test_three_services_stand_side_by_side(directory):
    """Two ticks give a table with both services, a third joins, and no fourth can be ticked."""
    boxes = directory.get_by_role("checkbox", name="Compare")
    for place in range(3):
        directory.locator("label").filter(has_text="Compare").nth(place).click()
        expect(boxes.nth(place)).to_be_checked()
        expect(directory.get_by_role("columnheader")).to_have_count(place + 2)
    expect(boxes.nth(5)).to_be_disabled()
    row = directory.get_by_role("row", name=re.compile("Who it does not serve"))
    expect(row).to_contain_text("Single adults")
    directory.get_by_role("button", name="Clear the comparison").click()
    expect(directory.get_by_role("heading", name="Side by side")).to_have_count(0)


def test_what_is_found_can_be_taken_along(directory):
    """The download holds exactly the services that the search left."""
    search(directory, "eviction")
    directory.get_by_text("1 service of 1 organization").wait_for()
    directory.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    with directory.expect_download() as waiting:
        directory.get_by_role("button", name="These as CSV").click()
    table = pd.read_csv(io.BytesIO(waiting.value.path().read_bytes()))
    assert table["Service"].tolist() == ["eviction defense"]


def test_a_students_own_table_comes_in_and_stays(directory):
    """Columns are matched, a bad row is told, nothing moves or changes before the last click, and it is kept."""
    drop(directory, "mine.csv", OWN)
    directory.get_by_role("button", name="Read the rows").click()
    expect(directory.get_by_text("2 organizations and 2 services")).to_be_visible()
    expect(directory.get_by_text(ILLUSTRATIVE)).to_be_visible()
    directory.get_by_text("1 left out, and why").click()
    expect(directory.get_by_text("it has no service")).to_be_visible()
    draw_anew(directory)
    expect(directory.get_by_text("it has no service")).to_be_visible()
    directory.get_by_role("button", name="Use this directory").click()
    expect(directory.get_by_text("in use and saved with your work")).to_be_visible()
    directory.wait_for_url(re.compile("w="))
    directory.reload()
    expect(directory.get_by_text("Your own directory: mine.csv")).to_be_visible()
    expect(directory.get_by_text(ILLUSTRATIVE)).to_have_count(0)
    expect(directory.get_by_role("heading", name="South Kitchen")).to_be_visible()
    directory.get_by_role("button", name="Go back to the illustrative one").click()
    expect(directory.get_by_text(ILLUSTRATIVE)).to_be_visible()


def test_a_file_that_cannot_come_in_changes_nothing(directory):
    """A refused file is told in plain words, without an exception, and the directory in use stays."""
    drop(directory, "mine.csv", b"PK\x03\x04 not really a zip")
    expect(directory.get_by_text("The directory in use has not changed.")).to_be_visible()
    expect(directory.get_by_text("Traceback")).to_have_count(0)
    directory.get_by_role("tab", name="Find a service").click()
    expect(directory.get_by_text("49 services", exact=False)).to_be_visible()


def test_a_second_file_is_read_on_its_own(directory):
    """Columns chosen and rows read for one file say nothing about the next one, however alike they are."""
    drop(directory, "first.csv", b"Agency,Program\nNorth House,Room\n")
    directory.get_by_role("button", name="Read the rows").click()
    expect(directory.get_by_text("1 organization and 1 service ready")).to_be_visible()
    drop(
        directory, "second.csv", b"Agency,Program,Who can come,Not for\nHigh Barn,Hay,farmers,cities\nLow Barn,Oats,,\n"
    )
    expect(directory.get_by_text("2 rows, 4 columns.")).to_be_visible()
    expect(directory.get_by_text("ready. Nothing has changed yet")).to_have_count(0)
    expect(directory.get_by_role("combobox", name="Who is not served")).to_have_value("Not for")
    directory.get_by_role("button", name="Read the rows").click()
    expect(directory.get_by_text("2 organizations and 2 services ready")).to_be_visible()
    expect(directory.get_by_role("cell", name="cities").last).to_be_visible()
