"""The main job in a real browser: write, see, understand, mend."""

import re

import pytest
from playwright.sync_api import expect


pytestmark = pytest.mark.browser

DRAFT = (
    "Dear Granite Hall team,\n\n"
    "My name is Sam Otis and I am an intern at Fairview Center. I am writing for a father of one who wants "
    "to apply for cash assistance. He has recieved no answer in six weeks, and he agreed in writing to this note.\n\n"
    "Could we meet by phone on Monday or Thursday afternoon? I can bring the forms that we filled in together, and "
    "your advice would help us to plan the next step. Thank you for your time.\n\n"
    "Sincerely,\nSam Otis\nIntern, Fairview Center\nsam.otis@fairview.example"
)


def test_the_practice_case_opens_in_one_click_and_is_explained(screen):
    """One click on the start page gives a draft with underlines, checks, criteria with receipts, and next steps."""
    screen.open_practice()
    expect(screen.page).to_have_url(re.compile(r"/email\?w="))
    expect(screen.panel.get_by_role("heading", name="Next")).to_be_visible()
    screen.panel.get_by_text("Diplomacy", exact=True).click()
    expect(screen.panel.get_by_role("list", name="Receipt for Diplomacy")).to_be_visible()
    expect(screen.panel.get_by_text("Practice feedback, not your grade").first).to_be_visible()
    expect(screen.panel.get_by_text("Harper 2", exact=False)).to_be_visible()


def test_a_draft_from_nothing_is_read_while_it_is_typed(screen):
    """An empty page says what the two paragraphs are for; typing fills the checks and underlines the misspelling."""
    screen.open()
    expect(screen.panel.get_by_text("First paragraph")).to_be_visible()
    screen.type(DRAFT)
    screen.wait_read()
    assert screen.text() == DRAFT
    expect(screen.underlines.filter(has_text="recieved")).to_be_visible()
    expect(screen.panel.get_by_role("heading", name="Next")).to_be_visible()
    seen = screen.panel.get_by_role("img", name=re.compile(r"\d+ of \d+ checks seen"))
    assert int((seen.get_attribute("aria-label") or "").split()[0]) >= 8
    screen.panel.get_by_text("Full view", exact=True).click()
    expect(screen.panel.get_by_role("region", name="Criteria")).to_be_visible()


@pytest.mark.languagetool
def test_languagetool_answers_in_the_browser(page, screens, app_with_languagetool):
    """With LanguageTool on the machine its name and version join the report, and its findings the draft."""
    page.set_default_timeout(180_000)
    screen = screens(page, app_with_languagetool).open()
    screen.type("Dear team,\n\nShe have kept her job for a year, and I would of liked to tell you about it in person.")
    expect(screen.panel.get_by_text(re.compile(r"LanguageTool 6\.\d"))).to_be_visible(timeout=180_000)
    expect(screen.underlines.filter(has_text="have").first).to_be_visible(timeout=20_000)


def test_harper_alone_is_a_notice_and_no_error(screen):
    """Without LanguageTool the report says that Harper spoke alone, and everything else works."""
    screen.open_practice()
    expect(screen.panel.get_by_text(re.compile("Harper alone"))).to_be_visible()
    expect(screen.page.get_by_role("alert")).to_have_count(0)


def test_a_point_lights_its_words_and_words_open_their_receipt(screen):
    """Clicking a receipt line lights its words in the draft; clicking words shows what rests on them."""
    screen.open_practice()
    screen.panel.get_by_text("Diplomacy", exact=True).click()
    screen.panel.get_by_role("list", name="Receipt for Diplomacy").get_by_role("button").first.click()
    lit = screen.page.locator(".hc-lit").first
    expect(lit).to_be_visible()
    lit.click()
    expect(screen.panel.get_by_role("region", name="About these words")).to_be_visible()


def test_a_fix_can_be_undone(screen):
    """One click puts the suggested spelling in; undo brings the student's own word back."""
    screen.open()
    screen.type("Dear team, we have recieved your note and would like to thank you for it.")
    screen.underlines.filter(has_text="recieved").hover()
    screen.page.get_by_role("button", name="received", exact=True).click()
    expect(screen.draft).to_contain_text("have received your")
    screen.page.keyboard.press("Control+z")
    expect(screen.draft).to_contain_text("have recieved your")


def test_every_finding_can_be_reached_and_settled_by_keyboard(screen):
    """F8 goes to the next finding and says it, Control period enters its card, Escape comes back to the draft."""
    screen.open()
    screen.type("Dear team, we have recieved your note and will definately call you this week.")
    screen.underlines.nth(1).wait_for()
    expect(screen.spoken).to_contain_text("2 findings")  # what is said of a report comes before what a key says
    screen.page.keyboard.press("Control+Home")
    screen.underlines.nth(1).hover()
    cards = screen.page.locator(".hc-card")
    expect(cards).to_have_count(1)
    screen.page.keyboard.press("F8")
    expect(screen.page.get_by_role("group", name="About these words")).to_be_visible()
    expect(cards).to_have_count(1)
    expect(screen.spoken).to_contain_text("1 of 2")
    screen.page.keyboard.press("F8")
    expect(screen.spoken).to_contain_text("2 of 2")
    screen.page.keyboard.press("Shift+F8")
    expect(screen.spoken).to_contain_text("1 of 2")
    screen.page.keyboard.press("Control+.")
    expect(screen.page.locator(".hc-pinned button").first).to_be_focused()
    screen.page.keyboard.press("Escape")
    expect(screen.draft).to_be_focused()
    screen.page.keyboard.press("Control+.")
    expect(screen.page.locator(".hc-pinned button").first).to_be_focused()
    screen.page.keyboard.press("Enter")
    expect(screen.draft).to_contain_text("received")


def test_words_of_ones_own_are_kept_and_can_be_taken_back(screen):
    """A word added to the student's own is no longer marked, also after a refresh, and undo marks it again."""
    screen.open()
    screen.type("Dear team, we call this our wexlish office and would like to meet you.")
    marked = screen.underlines.filter(has_text="wexlish")
    marked.hover()
    screen.page.get_by_role("button", name="Add to my words").click()
    kept = screen.panel.get_by_text("Ignored, your words, decided")
    expect(kept).to_be_visible()
    expect(marked).to_have_count(0)
    screen.wait_saved()
    screen.page.reload()
    expect(screen.draft).to_contain_text("wexlish")
    expect(kept).to_be_visible()
    screen.wait_read()
    expect(marked).to_have_count(0)
    kept.click()
    screen.panel.get_by_role("button", name="Undo").click()
    expect(marked).to_be_visible()


def test_a_name_asks_for_a_decision_before_anything_else(screen):
    """Words that could identify the service user stand on top with a question, until the student decides."""
    screen.open_practice()
    gate = screen.panel.get_by_role("region", name="Privacy first")
    expect(gate).to_contain_text("Tyler")
    while gate.count():
        before = gate.get_by_role("button", name="It can stay").count()
        gate.get_by_role("button", name="It can stay").first.click()
        expect(gate.get_by_role("button", name="It can stay")).to_have_count(before - 1)
    screen.panel.get_by_text("Ignored, your words, decided").click()
    expect(screen.panel.get_by_role("button", name="Undo").first).to_be_visible()


def test_rating_first_hides_the_scores_until_the_student_has_rated(screen):
    """Who rates first sees no score before their own is given, and then both side by side."""
    screen.open_practice()
    screen.panel.get_by_role("button", name="Rate it yourself first").click()
    rating = screen.panel.get_by_role("region", name="Rate it yourself first")
    expect(rating).to_be_visible()
    expect(screen.panel.locator(".criteria")).to_have_count(0)
    for choice in rating.get_by_label("Partly").all():
        choice.check()
    rating.get_by_role("button", name="Compare").click()
    expect(screen.panel.get_by_role("group", name="Your rating beside this one")).to_contain_text("of 6 the same")


def test_a_text_that_is_no_draft_gets_a_reason_and_no_score(screen):
    """Gibberish is refused with a sentence that says why; no criterion is shown."""
    screen.open()
    screen.paste("asdf qwer zxcv uiop hjkl bnm asdf qwer zxcv uiop hjkl bnm asdf qwer zxcv uiop hjkl bnm asdf qwer")
    expect(screen.panel.get_by_role("region", name="No score")).to_be_visible()
    expect(screen.panel.locator(".criterion")).to_have_count(0)


def test_hostile_words_stay_words(screen):
    """Markup and script in a draft are shown as they stand and never run."""
    hostile = 'Dear <img src=x onerror="window.broken=1"> team, <script>window.broken=1</script> we have recieved it.'
    screen.open()
    screen.paste(hostile)
    screen.underlines.filter(has_text="recieved").wait_for()
    assert screen.text() == hostile
    assert screen.page.evaluate("window.broken") is None
