"""The Hand in screen in a real browser: the gate, the checklist, the documents."""

import io
import re

import docx
import pytest
from playwright.sync_api import expect


pytestmark = pytest.mark.browser

SLOW = 120_000


@pytest.fixture
def hand_in(page, app):
    """Open the practice case, which holds a name, and go on to Hand in by the navigation."""
    page.set_default_timeout(SLOW)
    expect.set_options(timeout=SLOW)
    page.goto(app)
    page.get_by_role("button", name="Look at a practice case").click()
    page.get_by_role("textbox", name="Email draft").wait_for()
    page.get_by_role("link", name="4 Hand in").click()
    page.get_by_role("heading", name="Before you hand in").wait_for()
    page.get_by_role("heading", name="Report").wait_for()
    return page


def decide_all(page):
    """Say of every word that waits that it can stay."""
    stay = page.get_by_role("button", name="It can stay")
    while (left := stay.count()) > 0:
        stay.first.click()
        expect(stay).to_have_count(left - 1)


def test_documents_open_when_privacy_is_decided(hand_in):
    """A name in the draft closes every download; once decided the Word document holds both parts, gaps or not."""
    word = hand_in.get_by_role("button", name="Assignment as Word document")
    expect(hand_in.get_by_text("Tyler", exact=True)).to_be_visible()
    expect(word).to_be_disabled()
    for name in ("Email file", "Open in mail program"):
        expect(hand_in.get_by_role("button", name=name)).to_be_disabled()
    decide_all(hand_in)
    expect(hand_in.get_by_text("Each finding is decided.")).to_be_visible()
    expect(hand_in.get_by_text("Not filled in: your name", exact=False)).to_be_visible()
    with hand_in.expect_download() as waiting:
        word.click()
    texts = [each.text for each in docx.Document(io.BytesIO(waiting.value.path().read_bytes())).paragraphs]
    assert "Part 1: Service Plan" in texts
    assert "Dear Lantern House Intake Team," in texts
    expect(hand_in.get_by_role("link", name="Open in mail program")).to_have_attribute(
        "href", re.compile(r"^mailto:lantern-house@example\.org\?subject=")
    )


def test_what_is_typed_for_the_title_page_is_kept(hand_in):
    """The name stays after a reload, and a reading of the course is added and asked to be cited."""
    hand_in.get_by_role("textbox", name="Your name").fill("Ana López")
    hand_in.keyboard.press("Tab")
    hand_in.get_by_role("button", name="Add Woodside").click()
    expect(hand_in.get_by_text("In the list and not cited: Woodside, 2018.", exact=False)).to_be_visible()
    hand_in.wait_for_url(re.compile("w="))
    hand_in.reload()
    expect(hand_in.get_by_role("textbox", name="Your name")).to_have_value("Ana López")
    expect(hand_in.get_by_role("textbox", name="References, one a line")).to_have_value(re.compile("^Woodside"))


def test_the_first_page_is_shown(hand_in):
    """A picture of page 1 stands beside the downloads."""
    expect(hand_in.get_by_text("Page 1 of the assignment")).to_be_visible()
    picture = hand_in.get_by_role("img").last
    picture.evaluate("image => image.decode()")
    assert picture.evaluate("image => image.naturalHeight") > 500


def test_nothing_yet_is_said_kindly(page, app):
    """Without a plan and a draft the page says what comes here and where to begin."""
    page.set_default_timeout(SLOW)
    page.goto(f"{app}/export")
    expect(page.get_by_text("Nothing is written yet.", exact=False)).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("link", name="Begin with the service plan")).to_be_visible()
