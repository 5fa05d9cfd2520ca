"""A student and a tutor in two browsers: shared, read live, commented, revised, settled, ended."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.test_accessibility import violations_in_both
from tests.browser.test_directory import OWN, drop


pytestmark = [pytest.mark.browser, pytest.mark.thorough]

CLOSED_WITHIN = 30_000
"""The page looks every second; a busy machine gets this long before the test gives up waiting."""


@pytest.fixture
def student(screen):
    """Open the practice case as a student, saved under an address of its own."""
    screen.open_practice()
    screen.page.wait_for_url("**w=*")
    return screen


@pytest.fixture
def tutor(browser):
    """Open a tab in the tutor's own browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def share(page, may="Read and comment"):
    """Share from the screen that is open and return the link; the dialog stays open."""
    page.get_by_role("button", name="Share with a tutor").click()
    dialog = page.get_by_role("dialog")
    if may != "Read and comment":
        dialog.get_by_role("combobox", name="They may").click()
        page.get_by_role("option", name=may, exact=True).click()
    dialog.get_by_role("button", name="Make a link").click()
    code = dialog.locator("code").first
    code.wait_for()
    return code.inner_text().strip()


def comments_of(page):
    """Return the part of the student's report that holds what the tutor said."""
    return page.get_by_role("region", name="From your tutor")


def commented_words(page):
    """Return the words in the student's editor that a tutor commented on."""
    return page.locator(".cm-lintRange.hc-tutor")


def close_dialog(page):
    """Close the dialog."""
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def come_in(page, name="Dr. Rivera"):
    """Say what one is called and open what was shared."""
    page.get_by_label("Your name").fill(name)
    form = page.get_by_test_id("stForm").filter(has=page.get_by_label("Your name"))
    form.get_by_role("button", name="Open", exact=True).click()
    page.get_by_text("Live", exact=True).wait_for()


def draft_of(page):
    """Return the draft as the tutor sees it."""
    return page.get_by_role("document", name="The draft")


def select_words(page, words):
    """Select words of the draft as a mouse does."""
    draft_of(page).evaluate(
        """(node, words) => {
          const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            const selection = node.getRootNode().getSelection?.() ?? document.getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
            node.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
            return;
          }
          throw new Error("no such words");
        }""",
        words,
    )


def comment(page, words):
    """Write a comment on what is chosen, and send it."""
    page.get_by_label("Comment", exact=True).fill(words)
    page.get_by_label("Comment", exact=True).press("Control+Enter")
    page.get_by_role("button", name="Send").click()


def comment_on_the_passes(student, tutor):
    """Share the draft, let the tutor come in, and comment on two of its words."""
    link = share(student.page)
    close_dialog(student.page)
    tutor.goto(link)
    come_in(tutor)
    select_words(tutor, "two bus passes")
    tutor.get_by_text("On “two bus passes”").wait_for()
    comment(tutor, "Who pays for these?")


def test_share_comment_revise_settle_end(student, tutor):
    """The comment marks its words in the editor, follows them, is answered and settled; the end closes the tab."""
    link = share(student.page)
    close_dialog(student.page)
    tutor.goto(link)
    come_in(tutor)
    secret = link.split("#")[1]
    assert secret not in tutor.url
    select_words(tutor, "two bus passes")
    tutor.get_by_text("On “two bus passes”").wait_for()
    comment(tutor, "Who pays for these?")
    expect(tutor.get_by_text("Who pays for these?").first).to_be_visible()

    panel = comments_of(student.page)
    expect(panel.get_by_text("Who pays for these?")).to_be_visible()
    expect(commented_words(student.page)).to_have_text("two bus passes")
    student.draft.click()
    student.page.keyboard.press("Control+Home")
    student.page.keyboard.type("Good morning. ", delay=4)
    expect(draft_of(tutor)).to_contain_text("Good morning.")
    expect(panel.get_by_text("“two bus passes”")).to_be_visible()
    expect(commented_words(student.page)).to_have_text("two bus passes")
    expect(tutor.get_by_text("“two bus passes”").first).to_be_visible()

    answer = panel.get_by_placeholder("Answer, then press Enter")
    answer.fill("Our agency does")
    answer.press("Enter")
    expect(tutor.get_by_text("Our agency does").first).to_be_visible()
    panel.get_by_role("button", name="Settle").click()
    expect(tutor.get_by_text("Settled (1)")).to_be_visible()

    student.page.get_by_role("button", name="Share with a tutor").click()
    dialog = student.page.get_by_role("dialog")
    expect(dialog.get_by_text(re.compile("^Opened by Dr. Rivera"))).to_be_visible()
    dialog.get_by_role("button", name="End this share").click()
    expect(tutor.get_by_text("The student has ended this share.")).to_be_visible(timeout=CLOSED_WITHIN)
    expect(draft_of(tutor)).to_have_count(0)
    tutor.goto(link)
    tutor.get_by_label("Your name").fill("Dr. Rivera")
    tutor.get_by_role("button", name="Open", exact=True).click()
    expect(tutor.get_by_text("The student has ended this share.")).to_be_visible()


def test_words_that_go_are_told_as_gone(student, tutor):
    """When the student deletes the words of a comment, both sides are told that they are gone."""
    comment_on_the_passes(student, tutor)
    panel = comments_of(student.page)
    expect(panel.get_by_text("Who pays for these?")).to_be_visible()
    student.draft.click()
    student.page.keyboard.press("Control+A")
    student.page.keyboard.insert_text("Dear Team, could we meet? Sincerely, Jordan")
    expect(panel.get_by_text("The words are gone from the draft.")).to_be_visible()
    expect(commented_words(student.page)).to_have_count(0)
    expect(tutor.get_by_text("The words are gone from the draft.")).to_be_visible()


def test_a_chosen_sentence_stays_chosen_while_the_student_writes(student, tutor):
    """The list of sentences changes under the tutor's hands; what was chosen stands, and the comment goes to it."""
    link = share(student.page)
    close_dialog(student.page)
    tutor.goto(link)
    come_in(tutor)
    field = tutor.get_by_role("combobox", name="Select words above, or choose a sentence")
    field.click()
    tutor.get_by_role("option").nth(1).click()
    chosen = field.input_value()
    student.draft.press("Control+End")
    student.page.keyboard.type(" May I call on Friday?")
    expect(draft_of(tutor)).to_contain_text("May I call on Friday?")
    settle(tutor)
    expect(field).to_have_value(chosen)
    comment(tutor, "Which day?")
    expect(comments_of(student.page).get_by_text("Which day?")).to_be_visible()


def test_a_comment_is_reached_and_answered_by_keyboard(student, tutor):
    """F8 comes to the commented words, Control period to the choices, and the answer reaches the tutor."""
    comment_on_the_passes(student, tutor)
    expect(commented_words(student.page)).to_have_text("two bus passes")
    student.draft.click()
    student.page.keyboard.press("Control+Home")
    card = student.page.locator(".hc-pinned")
    place = "marks => marks.findIndex(mark => mark.classList.contains('hc-tutor'))"
    for _ in range(student.underlines.evaluate_all(place) + 1):
        student.page.keyboard.press("F8")
    expect(card).to_contain_text("Dr. Rivera: Who pays for these?")
    student.page.keyboard.press("Control+.")
    expect(card.get_by_role("button", name="Answer")).to_be_focused()
    student.page.keyboard.press("Enter")
    field = comments_of(student.page).get_by_role("textbox", name="Your answer")
    expect(field).to_be_focused()
    student.page.keyboard.type("Our agency does")
    student.page.keyboard.press("Enter")
    expect(tutor.get_by_text("Our agency does").first).to_be_visible()
    expect(field).to_have_value("")


def test_a_code_that_was_read_out_opens_once(student, tutor, browser):
    """The code opens the work for the first who types it, and tells the second that it is used."""
    share(student.page)
    student.page.get_by_role("button", name="Make a code to read out").click()
    told = student.page.get_by_role("dialog").locator("h2").filter(has_text=re.compile(r"[A-Z0-9]{5}-[A-Z0-9]{5}"))
    code = told.inner_text().strip()
    tutor.goto(f"{student.url}/tutor")
    tutor.get_by_label("Code").fill(code.lower())
    tutor.get_by_role("button", name="Open", exact=True).click()
    come_in(tutor)
    expect(draft_of(tutor)).to_contain_text("Dear Lantern House")
    other = browser.new_context()
    other.set_default_timeout(60_000)
    page = other.new_page()
    page.goto(f"{student.url}/tutor")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text(re.compile("This code opens nothing"))).to_be_visible()
    other.close()


def test_a_reader_reads_and_nothing_else(student, tutor):
    """A share for reading shows draft, plan, versions and brief, and offers nothing to write with.

    A directory that the student brings meanwhile is the one that the plan is checked against.
    """
    link = share(student.page, "Read")
    close_dialog(student.page)
    tutor.goto(link)
    come_in(tutor)
    expect(draft_of(tutor)).to_contain_text("Dear Lantern House")
    expect(tutor.get_by_role("button", name="Send")).to_have_count(0)
    tutor.get_by_role("tab", name="Service plan").click()
    expect(tutor.get_by_text("What is open")).to_be_visible()
    expect(tutor.get_by_text("Checked against the illustrative directory")).to_be_visible()
    student.page.goto(student.page.url.replace("/email", "/directory"))
    drop(student.page, "mine.csv", OWN)
    student.page.get_by_role("button", name="Read the rows").click()
    student.page.get_by_role("button", name="Use this directory").click()
    expect(tutor.get_by_text("Checked against the student's own directory, “mine.csv”.")).to_be_visible()
    tutor.get_by_role("tab", name="Office-hours brief").click()
    expect(tutor.get_by_text("What already works", exact=True)).to_be_visible()
    expect(tutor.get_by_text("Tyler").locator("visible=true")).to_have_count(0)
    with tutor.expect_download() as download:
        tutor.get_by_role("button", name="As PDF, one page").click()
    assert download.value.suggested_filename == "office-hours.pdf"


def test_an_override_stands_in_the_receipt_on_both_sides(student, tutor):
    """A tutor says that a check does not hold; its line says so for the tutor and, in the report, for the student."""
    link = share(student.page)
    close_dialog(student.page)
    tutor.goto(link)
    come_in(tutor)
    tutor.get_by_role("combobox", name="About").click()
    tutor.get_by_role("option", name="Something that does not hold here").click()
    tutor.get_by_role("combobox", name="Check or finding").fill("consent")
    tutor.get_by_role("option").first.click()
    comment(tutor, "It was given by phone")
    tutor.get_by_text(re.compile("All checks")).click()
    expect(tutor.get_by_text("Your tutor says that this does not hold here").locator("visible=true")).to_be_visible()
    panel = comments_of(student.page)
    expect(panel.get_by_text("It was given by phone")).to_be_visible()
    expect(panel.get_by_text(re.compile("Does not hold here"))).to_be_visible()
    student.page.get_by_text("Full view").click()
    told = student.page.locator(
        ".receipt .told", has_text="the points are as the assistant counted them): It was given by phone"
    )
    expect(told.first).to_be_attached()


def test_quick_comments_stay_in_the_browser_and_travel_as_a_file(student, tutor, tmp_path):
    """A comment that is kept is offered again after a reload, goes out as a file, and comes back from one."""
    link = share(student.page)
    close_dialog(student.page)
    tutor.goto(link)
    come_in(tutor)
    field = tutor.get_by_label("Comment", exact=True)
    field.fill("Who says so?")
    field.press("Control+Enter")
    tutor.get_by_role("button", name="Keep as a quick comment").click()
    expect(tutor.get_by_text("Your quick comments (1)")).to_be_visible()
    tutor.wait_for_function("(localStorage.getItem('hartcity.tutor') || '').includes('Who says so?')")
    tutor.reload()
    come_in(tutor)
    library = tutor.get_by_text("Your quick comments (1)")
    library.click()
    with tutor.expect_download() as download:
        tutor.get_by_role("button", name="Export").click()
    out = tmp_path / "marks.json"
    download.value.save_as(out)
    assert json.loads(out.read_text()) == {"quick_comments": ["Who says so?"]}
    out.write_text(json.dumps({"quick_comments": ["Who says so?", "And then?"]}))
    tutor.locator("input[type=file]").set_input_files(out)
    expect(tutor.get_by_text("Your quick comments (2)")).to_be_visible()


def test_axe_finds_nothing_on_what_is_open(student, browser):
    """No part of the tutor's screen, nor dialog and panel of the student's, has a violation, in dark and in light."""
    link = share(student.page)
    assert violations_in_both(student.page) == []
    close_dialog(student.page)
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, color_scheme="dark")
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(link)
    page.get_by_label("Your name").wait_for()
    assert violations_in_both(page) == []
    come_in(page)
    select_words(page, "two bus passes")
    page.get_by_text("On “two bus passes”").wait_for()
    comment(page, "Who pays for these?")
    page.get_by_text("Who pays for these?").first.wait_for()
    for name in ("Draft and report", "Versions", "Service plan", "The student's own view", "Office-hours brief"):
        page.get_by_role("tab", name=name).click()
        settle(page)
        assert violations_in_both(page) == [], name
    comments_of(student.page).get_by_text("Who pays for these?").wait_for()
    assert violations_in_both(student.page) == []
    context.close()


def test_the_brief_fits_a_phone(student, browser):
    """On a phone the brief is as wide as the screen."""
    link = share(student.page)
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(link)
    come_in(page)
    page.get_by_role("tab", name="Office-hours brief").click()
    page.get_by_text("What already works", exact=True).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()
