"""The work flows from one screen to the next: the plan's panel and the directory lead on."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle


pytestmark = pytest.mark.browser


@pytest.fixture
def practice(page, app):
    """Open the practice case, and its plan."""
    page.goto(app)
    page.get_by_role("button", name="Look at a practice case").click()
    page.get_by_role("textbox", name="Email draft").wait_for()
    page.get_by_role("link", name="1 Service plan").click()
    page.get_by_role("heading", name="What a tutor would ask").wait_for()
    settle(page)
    return page


def test_what_a_tutor_would_ask_stays_in_view_and_leads_to_its_tab(practice):
    """Beside long fields the questions are still there, and one opens the tab that it is about."""
    practice.get_by_role("tab", name="Services", exact=True).click()
    practice.get_by_role("button", name="Add a service").scroll_into_view_if_needed()
    expect(practice.get_by_role("heading", name="What a tutor would ask")).to_be_in_viewport()
    practice.get_by_role("tab", name="Consent", exact=True).click()
    practice.get_by_role("button", name="Under Services").first.click()
    expect(practice.get_by_role("tab", name="Services", exact=True)).to_have_attribute("aria-selected", "true")


def test_a_question_leads_to_its_field_although_its_tab_is_open(practice):
    """Under Services already, a question brings its own field into view and puts the caret there."""
    practice.get_by_role("tab", name="Services", exact=True).click()
    lead = practice.get_by_role("button", name="Under Services, service").first
    lead.wait_for()
    lead.click()
    focused = practice.locator("textarea:focus, input:focus")
    expect(focused).to_have_count(1)
    expect(focused).to_be_in_viewport()


def test_the_directory_leads_on_from_its_end(practice, app):
    """Whoever has read to the end goes on with the plan where something is missing."""
    practice.get_by_role("tab", name="Services", exact=True).wait_for()
    practice.goto(f"{app}/directory?{practice.url.partition('?')[2]}")
    ends = practice.get_by_role("button", name="Go on with my plan")
    expect(ends).to_have_count(2)
    ends.last.click()
    expect(practice.get_by_role("tab", name="Services", exact=True)).to_have_attribute("aria-selected", "true")


def test_a_phone_shows_every_tab_and_says_what_opens_the_pages(practice):
    """No tab hides behind an arrow, and a word stands beside the two angles."""
    practice.set_viewport_size({"width": 390, "height": 844})
    expect(practice.get_by_role("tab", name="Picture", exact=True)).to_be_in_viewport(ratio=1)
    menu = practice.get_by_test_id("stExpandSidebarButton")
    assert menu.evaluate("button => getComputedStyle(button, '::after').content") == '"Menu"'
