"""The class screen in a real browser: drop, stop, go on, look, take along, come back by the address."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.classes.test_class_command import EMAIL


pytestmark = pytest.mark.browser

RUN_MILLISECONDS = 600_000


def zipped(count):
    """Return a class of ``count`` students as a learning platform gives it, with one file that nobody can read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            folder = f"Student {chr(65 + number // 26)}{chr(97 + number % 26)}_{10000 + number}_assignsubmission_file_"
            archive.writestr(f"{folder}/email.txt", EMAIL.format(number=number))
        archive.writestr("Odd One_99999_assignsubmission_file_/photo.png", b"\x89PNG\r\n\x1a\n")
    return out.getvalue()


def drop(page, url, data):
    """Open the screen, give it the class and begin."""
    page.set_default_timeout(180_000)
    page.goto(url)
    page.get_by_role("heading", name="Hart City assignment assistant").wait_for()
    page.goto(f"{url}/class")
    page.locator("input[type=file]").set_input_files(
        {"name": "class.zip", "mimeType": "application/zip", "buffer": data}
    )
    page.get_by_role("textbox", name="Name of the class").fill("HS 101")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Read the class").click()


def test_a_class_is_stopped_goes_on_and_is_looked_at(page, app, browser):
    """A run is stopped and goes on; the table, the unread file, the documents and the address are all there."""
    drop(page, app, zipped(80))
    page.get_by_text(re.compile(r"[1-9]\d* of 81 students")).first.wait_for(timeout=RUN_MILLISECONDS)
    page.get_by_role("button", name="Stop", exact=True).click()
    go_on = page.get_by_role("button", name="Go on")
    go_on.wait_for(timeout=RUN_MILLISECONDS)
    expect(page.get_by_text("Nothing is lost.")).to_be_visible()
    go_on.click()
    expect(page.get_by_text("41 of 81 students")).to_be_visible(timeout=RUN_MILLISECONDS)
    page.get_by_text("1 file was not read").click()
    expect(page.get_by_text("This is a picture.", exact=False).first).to_be_visible()
    page.get_by_role("tab", name="What next").click()
    expect(page.get_by_role("heading", level=3).first).to_be_visible()
    page.get_by_role("tab", name="Take along").click()
    for name, start in (
        ("Table as CSV", b"\xef\xbb\xbfstudent"),
        ("Table as Excel", b"PK"),
        ("Summary as PDF", b"%PDF"),
    ):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.path().read_bytes().startswith(start)
    address = page.url
    other = browser.new_context().new_page()
    other.set_default_timeout(180_000)
    other.goto(app)
    other.get_by_role("heading", name="Hart City assignment assistant").wait_for()
    other.goto(address)
    expect(other.get_by_text("41 of 81 students")).to_be_visible(timeout=180_000)
    other.get_by_role("button", name="Delete").click()
    other.get_by_role("button", name="Delete this class").click()
    other.get_by_text("Drop what you have", exact=False).wait_for()
    other.context.close()
    page.reload()
    expect(page.get_by_text("not on this machine any more", exact=False)).to_be_visible(timeout=180_000)
