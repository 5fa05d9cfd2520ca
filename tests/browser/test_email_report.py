"""The report beside the draft: what it shows when, and how draft and report point at each other."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle


pytestmark = pytest.mark.browser

DRAWN = "new Promise(done => " + "requestAnimationFrame(() => " * 3 + "done()" + ")" * 4
PHONE = {"width": 390, "height": 844}
FINISHED = """Dear Lantern House Intake Team,

My name is Jordan Reyes, and I am a human services intern at Northside Family Resource Center. I am writing to ask for \
a place in your emergency family shelter for a parent of two whose current housing ends within the month. She has \
agreed in writing that I contact you and share her general needs. She has kept a part-time job for eight months.

Your team knows how to keep families together through a move. Could we meet at your office on Tuesday, December 8 at \
10 a.m. or on Thursday, December 10 at 2 p.m.? I can bring her intake papers and two bus passes. A room with you would \
let the children stay in their school while she saves for a home of her own. Thank you for considering this request.

Sincerely,
Jordan Reyes
Human services intern, Northside Family Resource Center
(555) 010-0142"""

MOVING = """node => [...node.getRootNode().querySelectorAll("*")].map(e => getComputedStyle(e)).filter(
  style => parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth").length"""
VOICE = """
  const spoken = [];
  window.spoken = spoken;
  const voice = { lang: "en-US", localService: true, name: "Here" };
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => window.noVoice ? [{ ...voice, localService: false }] : [voice],
    speak: (utterance) => { spoken.push(utterance.text); window.finish = () => utterance.onend(); },
    cancel: () => {},
  } });
"""


def test_the_draft_stays_in_view_beside_a_long_report(screen):
    """A point far down in the report lights words that can be seen without losing the place in the report."""
    screen.open_practice()
    screen.panel.get_by_text("Advocacy", exact=True).click()
    receipt = screen.panel.get_by_role("list", name="Receipt for Advocacy")
    point = receipt.get_by_role("button").last
    point.click()
    expect(screen.page.locator(".hc-lit").first).to_be_in_viewport()
    expect(point).to_be_in_viewport()


def test_the_calm_view_shows_the_essentials_and_the_full_view_everything(screen):
    """A first draft meets the essentials alone; every check is one switch away, and the switch is remembered."""
    screen.open_practice()
    screen.panel.get_by_text("Essentials", exact=True).click()
    calm = screen.panel.get_by_role("region", name="Essentials").get_by_role("listitem")
    expect(calm.filter(has_text="Says that the service user consented")).to_be_visible()
    expect(calm.filter(has_text="Thanks the reader")).to_have_count(0)
    expect(screen.panel.get_by_role("region", name="Criteria")).to_have_count(0)
    screen.page.reload()
    expect(calm.first).to_be_visible()
    essentials = calm.count()
    screen.panel.get_by_text("Full view", exact=True).click()
    checks = screen.panel.get_by_role("region", name="Checks")
    checks.get_by_text("Checks", exact=True).click()
    expect(checks.get_by_role("listitem").filter(has_text="Thanks the reader")).to_be_visible()
    assert checks.get_by_role("listitem").count() > essentials


def test_the_checks_keep_their_places_while_they_fill_up(screen):
    """A check that is met fills its circle where it stands."""
    screen.open()
    screen.type("Dear team, I am writing to ask whether your pantry could see a family of four this month, please. ")
    titles = screen.panel.get_by_role("region", name="Essentials").locator("li .shape + span > :first-child")
    titles.first.wait_for()
    before = titles.all_inner_texts()
    asks = (
        screen.panel.get_by_role("region", name="Essentials")
        .get_by_role("listitem")
        .filter(has_text=re.compile("^Asks for a meeting"))
    )
    expect(asks).to_contain_text("Not seen yet")
    screen.page.keyboard.type("Could we meet at your office on Monday at ten?", delay=4)
    expect(asks).to_contain_text(": Met")
    assert titles.all_inner_texts() == before


def test_the_first_words_get_no_warning(screen):
    """Two words are a beginning: what the paragraphs are for stays in view, and how far it is to a score is said."""
    screen.open()
    screen.type("Dear team,")
    expect(screen.panel.get_by_text("There are 2 words so far. Scores start at 15.")).to_be_visible()
    expect(screen.panel.get_by_text("First paragraph")).to_be_visible()
    expect(screen.panel.get_by_role("region", name="No score")).to_have_count(0)


def test_who_rates_first_sees_no_figure_before(screen):
    """Neither the criteria nor the picture of the wording gives the assistant's view away."""
    screen.open_practice()
    expect(screen.panel.get_by_role("region", name="How it reads")).to_be_visible()
    screen.panel.get_by_role("button", name="Rate it yourself first").click()
    expect(screen.panel.get_by_role("region", name="Rate it yourself first")).to_be_visible()
    expect(screen.panel.get_by_role("region", name="How it reads")).to_have_count(0)


def test_words_open_their_receipt_by_keyboard_too(screen):
    """Where no finding stands, Control period shows and says what the report rests on the words at the caret."""
    screen.open_practice()
    screen.page.locator(".cm-line").filter(has_text="Dear Lantern House").click()
    screen.page.keyboard.press("Control+Home")
    screen.page.keyboard.press("Control+.")
    here = screen.panel.get_by_role("region", name="About these words")
    expect(here).to_contain_text("Greets a person, a role or a team")
    expect(screen.spoken).to_contain_text("Greets a person, a role or a team")
    screen.page.keyboard.type("Hello. ")
    expect(here).to_have_count(0)


def test_the_plan_and_the_email_are_compared_both_ways(screen):
    """What the plan says and the email leaves out is named, and an amount that only the email knows."""
    screen.open_practice()
    screen.page.keyboard.press("Control+End")
    screen.draft.click()
    screen.page.keyboard.press("Control+End")
    screen.page.keyboard.type(" The deposit is $450.", delay=4)
    screen.panel.get_by_text("Agreement with your plan").click()
    amount = screen.panel.get_by_role("listitem").filter(has_text="Amount")
    expect(amount).to_contain_text("In the email, not in the plan")
    consent = screen.panel.get_by_role("listitem").filter(has_text="The plan holds a consent")
    expect(consent).to_be_visible()


def test_the_sentence_lengths_are_one_stop_for_the_tab_key(screen):
    """Arrows go from sentence to sentence and Enter lights one; a long draft needs no hundred tabs to get past."""
    screen.open()
    screen.paste("We would like to meet your team. " * 60)
    bars = screen.page.get_by_role("group", name="Sentence lengths").get_by_role("button")
    bars.nth(59).wait_for()
    assert bars.evaluate_all("nodes => nodes.filter(node => node.tabIndex === 0).length") == 1
    bars.first.focus()
    screen.page.keyboard.press("ArrowRight")
    expect(bars.nth(1)).to_be_focused()
    screen.page.keyboard.press("End")
    expect(bars.nth(59)).to_be_focused()
    screen.page.keyboard.press("Enter")
    expect(screen.page.locator(".hc-lit")).to_be_in_viewport()


def test_the_draft_is_read_aloud_sentence_by_sentence(screen):
    """Each sentence is lit while it is spoken, by a voice of this machine, and stops when it is asked to."""
    screen.page.add_init_script(VOICE)
    screen.open()
    screen.paste("We have a question. Could we meet on Monday? Thank you.")
    screen.page.keyboard.press("Control+Home")
    screen.page.get_by_role("button", name="Listen").click()
    spoken = screen.page.locator(".hc-spoken")
    expect(spoken).to_have_text("We have a question.")
    screen.page.evaluate("window.finish()")
    expect(spoken).to_have_text("Could we meet on Monday?")
    screen.page.get_by_role("button", name="Stop").click()
    expect(spoken).to_have_count(0)
    assert screen.page.evaluate("window.spoken") == ["We have a question.", "Could we meet on Monday?"]


def test_a_voice_that_sends_words_away_is_never_used(screen):
    """With only a voice from elsewhere nothing is spoken, and the screen says why."""
    screen.page.add_init_script(VOICE + "window.noVoice = true;")
    screen.open()
    screen.paste("We have a question. Could we meet on Monday?")
    screen.page.get_by_role("button", name="Listen").click()
    expect(screen.page.get_by_text("This browser has no voice on this machine.")).to_be_visible()
    assert screen.page.evaluate("window.spoken") == []


def test_a_letter_has_no_subject_line(screen):
    """The switch turns the email into a letter and back, and keeps the subject that was written."""
    screen.open_practice()
    subject = screen.page.get_by_role("textbox", name="Subject")
    written = subject.input_value()
    screen.page.get_by_text("Letter", exact=True).click()
    expect(subject).to_have_count(0)
    screen.page.get_by_text("Email", exact=True).last.click()
    expect(subject).to_have_value(written)


def test_who_wants_less_motion_gets_none(screen):
    """Nothing in the editor moves for a reader who asked the system for reduced motion."""
    screen.page.emulate_media(reduced_motion="reduce")
    screen.open_practice()
    assert screen.panel.evaluate(MOVING) == 0


def test_a_finished_draft_is_told_its_strengths_and_led_on_from_a_phone_too(screen):
    """On a phone each next step is a tap away and its words stand between the bars; the end quotes what was written."""
    screen.page.set_viewport_size(PHONE)
    screen.open_practice()
    settle(screen.page)  # a page that is being drawn begins at its top
    bar = screen.page.get_by_role("navigation", name="Next steps in short")
    lit = screen.page.locator(".hc-lit")
    for step in ("Privacy first", "Asks for a particular service"):
        bar.get_by_role("button", name=step).click()
        expect(lit.first).to_be_in_viewport(ratio=1)
        screen.page.evaluate(DRAWN)
        words, below = lit.first.bounding_box(), bar.bounding_box()
        assert words["y"] > 60, "the words stand below the app's bar"
        assert words["y"] + words["height"] < below["y"], "and above the next steps"
    screen.page.keyboard.press("Escape")
    expect(lit).to_have_count(0)
    screen.draft.click()
    screen.page.keyboard.press("Control+A")
    screen.page.keyboard.insert_text(FINISHED)
    bar.get_by_role("button", name="Everything asked for is there").click()
    recap = screen.panel.get_by_role("region", name="What you have")
    expect(recap).to_be_in_viewport()
    expect(recap.get_by_role("listitem").filter(has_text="two bus passes")).to_contain_text("Says what the writer will")
    recap.get_by_role("link", name="Go to Hand in").click()
    expect(screen.page.get_by_text("Everything asked for is there.")).to_be_visible()
