"""Nothing typed is ever lost: not by a rerun, a paste, an input method, a second tab, a cut socket or a refresh."""

import pytest
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


pytestmark = pytest.mark.browser

SENTENCE = "We hope to meet your team next week and to plan the first step together. "
COPIES = "Object.keys(localStorage).filter(key => key.startsWith('hartcity.unsaved.')).length"


def test_typing_goes_on_while_answers_come_in(screen):
    """Three hundred keys with pauses, so that many answers arrive in between, give exactly the text that was typed."""
    screen.open()
    screen.type(SENTENCE)
    for _ in range(3):
        screen.page.wait_for_timeout(350)
        screen.page.keyboard.type(SENTENCE, delay=15)
    assert screen.text() == SENTENCE * 4


def test_three_thousand_words_can_be_pasted(screen):
    """A long paste stands in the editor at once, is read to its end and saved."""
    long = "\n\n".join([SENTENCE.strip()] * 200 + ["We have recieved it."])
    screen.open()
    screen.paste(long)
    screen.wait_saved()
    screen.page.keyboard.press("Control+End")
    expect(screen.underlines.filter(has_text="recieved")).to_be_visible()
    sheet, panel = (screen.page.locator(place).bounding_box() for place in (".cm-editor", "aside"))
    assert sheet["x"] + sheet["width"] < panel["x"], "the draft stands beside the report, not under it"
    screen.page.reload()
    screen.draft.wait_for()
    screen.page.keyboard.press("Tab")
    screen.draft.click()
    screen.page.keyboard.press("Control+End")
    expect(screen.draft).to_contain_text("We have recieved it.")


def test_underlines_stand_right_after_emoji_and_right_to_left_words(screen):
    """Offsets are the same in the browser and in Python, whatever stands before the words."""
    screen.open()
    screen.paste("Dear 👩‍👩‍👧 team, مرحبا بكم שלום 🏠 we have recieved your note and thank you for it.")
    marked = screen.underlines.filter(has_text="recieved")
    expect(marked).to_be_visible()
    assert marked.inner_text() == "recieved"
    marked.hover()
    screen.page.get_by_role("button", name="received", exact=True).click()
    expect(screen.draft).to_contain_text("🏠 we have received your note")


def test_an_input_method_is_left_in_peace(screen):
    """A composition that lasts longer than the pause is not broken by an answer, and its words are saved."""
    screen.open()
    screen.type("Dear team, we have recieved it. ")
    session = screen.page.context.new_cdp_session(screen.page)
    for part in ("に", "にほ", "にほん"):
        session.send("Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)})
        screen.page.wait_for_timeout(500)
    session.send("Input.insertText", {"text": "日本"})
    expect(screen.draft).to_contain_text("it. 日本")
    screen.wait_saved()
    screen.page.reload()
    expect(screen.draft).to_contain_text("it. 日本")


def test_a_refresh_keeps_every_word(screen):
    """What was typed a moment before a refresh is there after it."""
    screen.open()
    screen.type("Dear team, the first words are saved.")
    screen.wait_saved()
    screen.page.keyboard.type(" The last ones were typed just now.")
    screen.page.reload()
    expect(screen.draft).to_contain_text("The last ones were typed just now.")
    screen.wait_saved()
    assert screen.page.evaluate(COPIES) == 0


def test_changing_the_page_keeps_every_word(screen):
    """What was typed a moment before another page was opened is there on return."""
    screen.open()
    screen.type("Dear team, this was saved.")
    screen.wait_saved()
    screen.page.keyboard.type(" And this was not yet.")
    screen.page.get_by_role("link", name="Start").first.click()
    screen.page.get_by_role("button", name="Continue").click()
    expect(screen.draft).to_contain_text("And this was not yet.")


def test_leaving_in_the_middle_of_a_word_shows_the_other_page(screen):
    """A page that is opened while words are still on their way is drawn whole, and the words are there on return."""
    screen.open()
    screen.type("Dear team, this was saved.")
    screen.wait_saved()
    for page, title, word in (("4 Hand in", "Hand in", " Alpha"), ("3 Versions", "Versions", " beta")):
        screen.draft.click()
        screen.page.keyboard.press("Control+End")
        screen.page.keyboard.type(word)
        screen.page.get_by_role("link", name=page).click()
        expect(screen.page.get_by_role("heading", name=title, level=1)).to_be_visible()
        screen.page.get_by_role("link", name="2 Email").click()
        expect(screen.draft).to_contain_text(word.strip())


def test_a_cut_socket_loses_nothing(screen):
    """Words typed while the connection is away stay in this browser and are saved when it is back."""
    screen.open()
    screen.type("Dear team, this was saved.")
    screen.wait_saved()
    screen.page.context.set_offline(offline=True)
    screen.page.keyboard.type(" This was typed without a connection.")
    screen.page.wait_for_timeout(800)
    assert screen.page.evaluate(COPIES) == 1
    screen.page.context.set_offline(offline=False)
    screen.wait_saved()
    screen.page.reload()
    expect(screen.draft).to_contain_text("This was typed without a connection.")


def test_two_tabs_on_one_draft_are_told_apart(screen, screens):
    """The tab that falls behind is shown both drafts and chooses; nothing is overwritten unseen."""
    screen.open()
    screen.type("Dear team, this is where we began.")
    screen.wait_saved()
    screen.page.wait_for_url("**w=*")
    other_page = screen.page.context.new_page()
    other = screens(other_page, screen.url)
    other_page.goto(screen.page.url)
    expect(other.draft).to_contain_text("where we began")
    other.draft.click()
    other_page.keyboard.press("Control+End")
    other_page.keyboard.type(" Second tab.")
    other.wait_saved()
    screen.draft.click()
    screen.page.keyboard.press("Control+End")
    screen.page.keyboard.type(" First tab.")
    choice = screen.page.get_by_role("region", name="Two versions of this draft")
    expect(choice).to_contain_text("First tab.")
    expect(choice).to_contain_text("Second tab.")
    choice.get_by_role("button", name="Take the other one").click()
    expect(screen.draft).to_contain_text("Second tab.")
    expect(screen.draft).not_to_contain_text("First tab.")
    expect(choice).to_have_count(0)


def test_a_page_that_is_drawn_anew_asks_for_its_draft(screen):
    """Leaving for another page and coming straight back by the browser's own buttons shows the draft again."""
    screen.open()
    screen.type("Dear team, this was saved.")
    screen.wait_saved()
    screen.page.get_by_role("link", name="Start").first.click()
    screen.page.get_by_role("button", name="Look at a practice case").wait_for()
    screen.page.go_back()
    expect(screen.draft).to_contain_text("this was saved")
    screen.wait_read()


def _for_a_place_that_is_gone() -> bytes:
    """Return what a server sends late, for the part of a page that is no longer there."""
    message = ForwardMsg()
    message.delta.new_element.empty.SetInParent()
    message.metadata.delta_path.extend([0, 99])
    return message.SerializeToString()


def test_what_cannot_be_drawn_takes_nothing_away(screen):
    """A message for a place that is not there is left out: the editor stays, and every key goes into it."""
    lines = []
    screen.page.route_web_socket("**/_stcore/stream", lambda line: lines.append((line, line.connect_to_server())))
    screen.open()
    screen.type(SENTENCE)
    for _ in range(3):
        lines[-1][0].send(_for_a_place_that_is_gone())
        screen.page.keyboard.type(SENTENCE, delay=15)
    assert screen.text() == SENTENCE * 4
    expect(screen.draft).to_be_focused()
    screen.wait_saved()
    screen.wait_read()


def test_a_page_that_is_gone_comes_back_where_the_writer_was(screen):
    """When all is taken away the editor stays until the writer rests, and is there again with words and caret."""
    screen.open()
    screen.type("Sincerely, Ana")
    screen.wait_saved()
    screen.page.keyboard.press("Home")
    screen.page.evaluate("document.getElementById('root').replaceChildren()")
    with screen.page.expect_navigation():
        screen.page.keyboard.insert_text(SENTENCE)
    expect(screen.draft).to_be_focused()
    screen.page.keyboard.type("Yours. ")
    assert screen.text() == SENTENCE + "Yours. Sincerely, Ana"
    screen.wait_saved()
