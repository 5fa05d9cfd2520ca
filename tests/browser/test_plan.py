"""The service plan's screen, driven by the keyboard in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle


pytestmark = [pytest.mark.browser, pytest.mark.long]

MOST_STOPS = 90
MOST_LOOKS = 40
PRESSED_MS = 80
"""How long a hand holds a button down; a field is left when it goes down, a link is followed when it comes up."""
LISTS = ("Needs (one a line)", "Goals (one a line)", "Strengths (one a line)")
expect.set_options(timeout=60_000)


class Keys:
    """A student who has a keyboard and no mouse."""

    def __init__(self, page: Page, url: str) -> None:
        """Open an empty plan."""
        self.page = page
        page.set_default_timeout(60_000)
        page.goto(f"{url}/plan")
        page.get_by_label("Identity first").wait_for()
        page.locator("[data-test-script-state=notRunning]").wait_for()

    def stands_on(self) -> str:
        """Return the name of what has the focus: its label, else the last line of its text."""
        return str(
            self.page.evaluate(
                "() => { const here = document.activeElement;"
                "return here.getAttribute('aria-label') || (here.innerText || '').trim().split('\\n').pop() }"
            )
        )

    def reach(self, name: str, *, nth: int = 1) -> None:
        """Press Tab until the ``nth`` element of this name has the focus."""
        seen = []
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            seen.append(self.stands_on())
            if seen[-1] == name:
                nth -= 1
                if not nth:
                    return
        raise AssertionError(f"Tab never came to {name!r}, only to {seen}")

    def open_tab(self, name: str) -> None:
        """Go back to the tabs and on to one of them with the arrow keys."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("() => document.activeElement.getAttribute('role')") == "tab":
                break
        for _ in range(12):
            if self.stands_on() == name:
                self.page.keyboard.press("Enter")
                expect(self.page.get_by_role("tab", name=name, exact=True)).to_have_attribute("aria-selected", "true")
                return
            self.page.keyboard.press("ArrowRight")
        raise AssertionError(f"The arrow keys never came to the tab {name!r}")

    def fill(self, name: str, words: str, *, nth: int = 1) -> None:
        """Reach a field and type into it."""
        self.reach(name, nth=nth)
        self.page.keyboard.type(words)

    def choose(self, name: str, words: str, *, field: int = 1) -> None:
        """Reach the next field of this name that has a list, which must be the ``field``-th; type, and press Enter."""
        self.fill(name, words)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("combobox", name=name).nth(field - 1)).to_have_value(words)

    def press(self, name: str) -> None:
        """Reach a button or a box and press the space bar."""
        self.reach(name)
        self.page.keyboard.press("Space")

    def date(self, name: str, digits: str, *, nth: int = 1) -> None:
        """Reach the year of a date and type year, month and day."""
        self.reach(f"year, {name}", nth=nth)
        self.page.keyboard.type(digits, delay=20)
        self.page.keyboard.press("Tab")


@pytest.fixture
def keys(page, app):
    """Return a student at an empty plan, without a mouse."""
    return Keys(page, app)


def fill_service(keys: Keys, nth: int, **words: str) -> None:
    """Fill the ``nth`` service from its need on, in the order of the screen."""
    keys.fill("Which need does it answer?", words["need"], nth=nth)
    keys.fill("How would it help this person?", words["benefit"])
    keys.reach("What does access cost, and how is it met?")
    keys.page.keyboard.press("Control+A")
    keys.page.keyboard.type(words["finances"])
    keys.reach("Whom does it serve, and does this person fit?")
    keys.page.keyboard.press("Control+A")
    keys.page.keyboard.type(words["eligibility"])
    keys.fill("Who sees to it?", words["owner"])
    keys.date("Start", words["start"])
    keys.date("Review", words["review"])


def test_a_full_plan_is_built_from_nothing_by_keyboard(keys, page):
    """From an empty start, with the keys alone, every question of the tutor comes to be met."""
    keys.fill("Alias", "Ms. V")
    keys.fill("People in the household", "3")
    keys.fill("Needs (one a line)", "a safe place to stay with two children\na lawyer for a hearing")
    keys.fill("Strengths (one a line)", "kept a job for five years")
    keys.fill("Goals (one a line)", "a lease by May")
    page.keyboard.press("Tab")

    keys.open_tab("Services")
    keys.press("Add a service")
    page.get_by_role("heading", name="Service 1").wait_for()
    assert keys.stands_on() == "Add a service"
    page.keyboard.press("Space")
    page.get_by_role("heading", name="Service 2").wait_for()
    keys.choose("Organization", "Lantern House Family Shelter")
    keys.choose("Service", "emergency family shelter")
    expect(page.get_by_text("Single adults; Couples without children")).to_be_visible()
    expect(page.get_by_label("What does access cost, and how is it met?").first).to_have_value("")
    fill_service(
        keys,
        1,
        need="The lease of her sister ends in three weeks.",
        benefit="A room for two months keeps the children in their school while she saves.",
        finances="Free. Bus fare of $11 a week is paid from her wages.",
        eligibility="A parent with minor children: met.",
        owner="Ms. V with the intern",
        start="20300107",
        review="20300204",
    )
    keys.choose("Organization", "Bright Door Tenant Union", field=2)
    keys.choose("Service", "help at a hearing", field=2)
    fill_service(
        keys,
        1,
        need="A hearing about her deposit is on January 20.",
        benefit="With a lawyer beside her she can ask for the deposit back, which is the first month's rent.",
        finances="No fee; copies cost $4 and the union pays for them.",
        eligibility="Tenants and former tenants: met.",
        owner="Intern",
        start="20300114",
        review="20300204",
    )

    keys.open_tab("Coordination")
    keys.fill(
        "How do the services work together?",
        "Shelter first, then the hearing. The intern leads and calls both agencies every Friday. All meet on May 4.",
    )
    page.keyboard.press("Tab")

    keys.open_tab("Consent")
    keys.choose("Who will read the email?", "Lantern House Family Shelter")
    keys.choose("Which agency does the consent name?", "Lantern House Family Shelter")
    for box in ("The service user has agreed", "In writing, signed and dated", "May be withdrawn at any time"):
        keys.press(box)
    keys.fill("What for?", "to ask for a room and a first meeting")
    keys.fill("What may be shared? (one a line)", "household size")
    keys.date("From", "20200101")
    keys.date("Until", "20991231")

    expect(page.get_by_text("10 of 10 there. Practice feedback")).to_be_visible()

    keys.open_tab("Money")
    keys.fill("Household income, $ a year", "27320")
    page.keyboard.press("Tab")
    expect(page.get_by_text("100 %").first).to_be_visible()
    expect(page.get_by_text("the agency decides", exact=False).first).to_be_visible()

    keys.open_tab("Picture")
    expect(page.get_by_role("button", name="Picture (PNG)")).to_be_visible()
    expect(page.get_by_text("emergency family shelter \u2013 ", exact=False).last).to_be_visible()

    page.reload()
    page.get_by_text("10 of 10 there. Practice feedback").wait_for()
    expect(page.get_by_label("Alias", exact=True)).to_have_value("Ms. V")
    expect(page.get_by_label("Goals (one a line)", exact=True)).to_have_value("a lease by May")


def test_a_service_that_turns_the_person_away_is_said_at_its_field(keys, page):
    """A household of one at a family shelter is met with a question beside the service, and in the panel."""
    keys.fill("People in the household", "1")
    page.keyboard.press("Tab")
    keys.open_tab("Services")
    keys.press("Add a service")
    page.get_by_role("heading", name="Service 1").wait_for()
    keys.choose("Organization", "Lantern House Family Shelter")
    keys.choose("Service", "emergency family shelter")
    said = page.get_by_role("tabpanel").get_by_text("it serves parents with minor children", exact=False)
    expect(said.first).to_be_visible()
    keys.open_tab("Service user")


def test_a_removed_service_comes_back(keys, page):
    """Remove takes a service out and Undo brings it back with its words; Redo takes it out again."""
    keys.open_tab("Services")
    keys.press("Add a service")
    page.get_by_role("heading", name="Service 1").wait_for()
    keys.fill("How would it help this person?", "Sleep without fear.")
    page.keyboard.press("Tab")
    page.get_by_text("Saved", exact=False).first.wait_for()
    keys.press("Remove")
    expect(page.get_by_role("heading", name="Service 1")).to_have_count(0)
    keys.press("Undo")
    expect(page.get_by_label("How would it help this person?")).to_have_value("Sleep without fear.")
    keys.press("Redo")
    expect(page.get_by_role("heading", name="Service 1")).to_have_count(0)


def test_a_name_in_the_alias_is_asked_about(keys, page):
    """What reads like a real name gets a kind question while it is typed; an initial gets none."""
    keys.fill("Alias", "Rosalind Whitcombe")
    question = page.get_by_text("Is it invented?", exact=False).first
    expect(question).to_be_visible()
    page.keyboard.press("Control+A")
    page.keyboard.type("Ms. R")
    expect(question).to_have_count(0)


def test_words_of_a_student_are_shown_as_they_stand(keys, page):
    """Markup in a field is text on every tab."""
    words = "<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1))"
    keys.open_tab("Services")
    keys.press("Add a service")
    page.get_by_role("heading", name="Service 1").wait_for()
    keys.fill("Organization", words)
    page.keyboard.press("Enter")
    keys.fill("Service", words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Service 1")).to_contain_text("**bold**")
    keys.open_tab("Picture")
    expect(page.get_by_role("button", name="Picture (PNG)")).to_be_visible()
    assert page.locator("img[src=x]").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0


def test_fields_of_several_lines_save_themselves_and_keep_the_caret(keys, page):
    """Words are kept in each pause of typing, without leaving the field; what is typed on stands behind them."""
    beside = page.context.new_page()
    words = "a bed\na ride"
    keys.fill(LISTS[0], words)
    for more in (" to the clinic", " and back"):
        shown = ""
        for _ in range(MOST_LOOKS):
            beside.goto(page.url)
            settle(beside)
            shown = beside.get_by_label(LISTS[0], exact=True).input_value()
            if shown == words:
                break
        assert shown == words
        assert keys.stands_on() == LISTS[0]
        page.keyboard.type(more)
        words += more
        expect(page.get_by_label(LISTS[0], exact=True)).to_have_value(words)


def test_no_field_stands_empty_after_pages_that_were_broken_off(keys, page):
    """Leaving in the middle of a word costs no letter of any field, also where the page is left while it is drawn."""
    for name in LISTS:
        keys.fill(name, f"first of {name}")
    wanted = {name: f"first of {name}" for name in LISTS}
    for turn, name in enumerate(LISTS * 3):
        field = page.get_by_label(name, exact=True)
        field.click()
        page.keyboard.press("Control+End")
        page.keyboard.type(f" and {turn}")
        wanted[name] += f" and {turn}"
        page.get_by_role("link", name=("Email", "Hand in")[turn % 2]).first.click(delay=PRESSED_MS)
        page.wait_for_url(("**/email**", "**/export**")[turn % 2])
        page.get_by_role("link", name="Service plan").first.click(delay=PRESSED_MS)
        settle(page)
        for name_, words in wanted.items():
            expect(page.get_by_label(name_, exact=True)).to_have_value(words)
