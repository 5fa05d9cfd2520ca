"""Work is found again after a restart and on this browser; versions are restored; copies go out and come back."""

from __future__ import annotations

import json
import re
import signal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WAIT_MILLISECONDS, Screen, settle


pytestmark = pytest.mark.browser

SLOW = 150_000
"""Milliseconds that anything here may take on a busy machine."""

SENTENCE = "Dear Intake Team, I am writing on behalf of a parent who needs a place to stay this month. "


@pytest.fixture(autouse=True)
def patience(context):
    """Wait long: these tests start programs anew, which takes its time on a machine that does other things too."""
    context.set_default_timeout(SLOW)
    expect.set_options(timeout=SLOW)
    yield
    expect.set_options(timeout=WAIT_MILLISECONDS)


def saved_draft(screen: Screen, text: str) -> str:
    """Type a draft, wait until it is saved, and return the address with the workspace in it."""
    screen.open()
    screen.type(text)
    screen.wait_saved()
    screen.page.wait_for_url("**w=*")
    return str(screen.page.url)


def open_versions(screen: Screen, address: str) -> None:
    """Open the Versions page of the workspace in ``address``."""
    screen.page.goto(f"{screen.url}/versions?{address.split('?')[1]}")
    screen.page.get_by_role("heading", name="Your data").wait_for()


def test_a_killed_program_comes_back_with_the_draft(program, context):
    """After kill -9 and a new start, the same address shows every word that was called saved, inside the app."""
    screen = Screen(context.new_page(), program.url)
    address = saved_draft(screen, SENTENCE)
    program.kill()
    screen.page.keyboard.type("Typed while the program was away. ")
    program.start()
    other = context.browser.new_context()
    other.set_default_timeout(SLOW)
    fresh = Screen(other.new_page(), program.url)
    fresh.page.goto(address)
    expect(fresh.draft).to_contain_text("needs a place to stay this month")
    expect(fresh.page.get_by_role("link", name="Versions")).to_be_visible()
    other.close()
    screen.page.reload()
    expect(screen.draft).to_contain_text("Typed while the program was away.")
    screen.wait_saved()


def test_a_database_that_is_deleted_underneath_is_told_and_all_is_kept(program, context):
    """Nothing is called saved in a file that is gone: the line tells of it, and a new file holds every word."""
    screen = Screen(context.new_page(), program.url)
    address = saved_draft(screen, SENTENCE)
    for file in program.data.glob("hartcity.sqlite3*"):
        file.unlink()
    screen.page.keyboard.type("Typed after the file was gone. ")
    line = screen.page.get_by_role("region", name="Draft").get_by_text("moved or deleted")
    expect(line).to_be_visible()
    expect(line).to_contain_text("Saved")
    screen.wait_saved()
    program.kill()
    program.start()
    other = context.browser.new_context()
    other.set_default_timeout(SLOW)
    fresh = Screen(other.new_page(), program.url)
    fresh.page.goto(address)
    expect(fresh.draft).to_contain_text("Typed after the file was gone.")
    assert fresh.text().strip() == f"{SENTENCE}Typed after the file was gone."
    other.close()


def test_words_reach_a_busy_program_before_the_next_page(program, context):
    """What was typed just before another page was opened is saved, though the program had no time between the two."""
    screen = Screen(context.new_page(), program.url)
    address = saved_draft(screen, SENTENCE)
    other = context.browser.new_context()
    other.set_default_timeout(SLOW)
    fresh = Screen(other.new_page(), program.url)
    for word, page, title in (("Alpha", "4 Hand in", "Hand in"), ("Beta", "3 Versions", "Versions")):
        screen.draft.click()
        screen.page.keyboard.press("Control+End")
        program.signal(signal.SIGSTOP)
        screen.page.keyboard.type(f"{word} was typed last. ")
        screen.page.get_by_role("link", name=page).click()
        screen.page.wait_for_timeout(1000)
        program.signal(signal.SIGCONT)
        expect(screen.page.get_by_role("heading", name=title, level=1)).to_be_visible()
        fresh.page.goto(address)
        expect(fresh.draft).to_contain_text(f"{word} was typed last.")
        screen.page.get_by_role("link", name="2 Email").click()
        expect(screen.draft).to_contain_text(f"{word} was typed last.")
        screen.wait_saved()
    other.close()


def test_another_address_knows_nothing(screen):
    """Without the id in the address, and in another browser, the draft is not to be seen."""
    saved_draft(screen, SENTENCE)
    other = screen.page.context.browser.new_context()
    other.set_default_timeout(SLOW)
    stranger = Screen(other.new_page(), screen.url).open()
    expect(stranger.draft).not_to_contain_text("needs a place")
    stranger.page.goto(f"{screen.url}/email?w=guessed")
    stranger.draft.wait_for()
    expect(stranger.draft).not_to_contain_text("needs a place")
    other.close()


def test_this_browser_finds_the_work_without_its_address(screen):
    """The start page, opened anew in the same browser, offers the work whose address was closed."""
    address = saved_draft(screen, SENTENCE)
    page = screen.page.context.new_page()
    screen.page.close()
    page.goto(screen.url)
    page.get_by_role("button", name=re.compile("Continue .*, saved")).click()
    page.wait_for_url(f"**{address.split('?')[1]}**")


def test_a_version_is_restored_and_the_restore_undone(screen):
    """Restore brings an older draft back into the editor, and undo the newer one."""
    address = saved_draft(screen, SENTENCE)
    open_versions(screen, address)
    screen.page.get_by_role("button", name="Name").first.click()
    screen.page.get_by_label("Name of this version").fill("Before I rewrote it")
    screen.page.get_by_role("button", name="Keep this name").click()
    expect(screen.page.get_by_text("Before I rewrote it").first).to_be_visible()
    screen.page.goto(address)
    screen.draft.wait_for()
    screen.draft.click()
    screen.page.keyboard.press("Control+A")
    screen.page.keyboard.type("A new beginning, which turned out worse.")
    screen.wait_saved()
    open_versions(screen, address)
    restored = screen.page.get_by_role("button", name="Undo the last restore")
    screen.page.get_by_role("button", name="Restore", exact=True).last.click()
    restored.wait_for()
    screen.page.get_by_role("link", name="Email").first.click()
    expect(screen.draft).to_contain_text("needs a place to stay this month")
    open_versions(screen, address)
    restored.click()
    expect(restored).to_have_count(0)
    screen.page.get_by_role("link", name="Email").first.click()
    expect(screen.draft).to_contain_text("A new beginning")


def test_a_copy_goes_out_and_comes_back(screen, tmp_path):
    """The downloaded copy holds the draft, and opens in another browser as a workspace of its own."""
    address = saved_draft(screen, SENTENCE)
    open_versions(screen, address)
    with screen.page.expect_download() as downloading:
        screen.page.get_by_role("button", name="Download as JSON").click()
    copy = tmp_path / "copy.json"
    downloading.value.save_as(copy)
    assert json.loads(copy.read_text())["draft"]["text"].startswith("Dear Intake Team")
    other = screen.page.context.browser.new_context()
    other.set_default_timeout(SLOW)
    page = other.new_page()
    page.goto(f"{screen.url}/versions")
    page.locator("input[type=file]").set_input_files(copy)
    page.get_by_text("Your work is back").wait_for()
    page.wait_for_url("**w=*")
    assert page.url.split("w=")[1] != address.split("w=")[1]
    expect(page.get_by_text("the draft as it stands")).to_be_visible()
    other.close()


def test_everything_is_deleted(program, context):
    """After the deletion the address shows nothing, and no file of the program holds the words or the sealed draft."""
    screen = Screen(context.new_page(), program.url)
    address = saved_draft(screen, "Dear Intake Team, an uncle of hers hopes to sleep under a roof again. ")
    open_versions(screen, address)
    settle(screen.page)
    screen.page.get_by_text("Delete everything").first.click()
    screen.page.get_by_text("Yes, delete it for good").last.click()
    screen.page.get_by_role("button", name="Delete everything", exact=True).click()
    screen.page.get_by_text("Versions appear by themselves").wait_for()
    held = b"".join(path.read_bytes() for path in program.folder.rglob("*") if path.is_file())
    assert b"sleep under a roof" not in held
    screen.page.goto(address)
    screen.draft.wait_for()
    expect(screen.draft).not_to_contain_text("under a roof")
