"""The class screen in a real browser: drop, stop, go on, look, take along, come back by the address."""

import contextlib
import io
import time
import zipfile
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.test_accessibility import violations, violations_in_both
from tests.browser.test_export import decide_all
from tests.classes.test_class_command import EMAIL


pytestmark = [pytest.mark.browser, pytest.mark.thorough]

STUDENTS = 40
RUN_MILLISECONDS = 600_000
"""A class is read in some seconds, and behind everything else on a busy machine."""


def zipped(count):
    """Return a class of ``count`` students as a learning platform gives it, with one file that nobody can read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            folder = f"Student {chr(65 + number // 26)}{chr(97 + number % 26)}_{10000 + number}_assignsubmission_file_"
            archive.writestr(f"{folder}/email.txt", EMAIL.format(number=number))
        archive.writestr("Odd One_99999_assignsubmission_file_/photo.png", b"\x89PNG\r\n\x1a\n")
    return out.getvalue()


def drop(page, url, data, name="HS 101"):
    """Open the screen, give it the class and begin."""
    page.goto(f"{url}/class")
    settle(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "class.zip", "mimeType": "application/zip", "buffer": data}
    )
    begin = page.get_by_role("button", name="Read the class")
    expect(begin).to_be_enabled(timeout=RUN_MILLISECONDS)
    page.get_by_role("textbox", name="Name of the class").fill(name)
    page.keyboard.press("Tab")
    settle(page)
    begin.click()


def held():
    """Wait for the run that the app started, let it make a few reports, and hold it; return it and its folder."""
    deadline = time.monotonic() + RUN_MILLISECONDS / 1000
    while time.monotonic() < deadline:
        for process in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error, ValueError, IndexError):
                command = process.cmdline()
                if command[1:4] == ["-m", "hartcity", "class"]:
                    out = Path(command[command.index("--out") + 1])
                    if len(list(out.glob("reports/*.json"))) > 1:
                        process.suspend()
                        return process, out
        time.sleep(0.01)
    raise AssertionError("No report was made.")


def hand_in(page, code, told):
    """Type a code and a name, hand a copy in, and wait for what is told about it."""
    page.get_by_role("textbox", name="Class code").fill(code)
    page.get_by_role("textbox", name="Your name, for your tutor").fill("Ana Ruiz")
    page.get_by_role("button", name="Hand in a copy").click()
    expect(page.get_by_text(told)).to_be_visible()
    settle(page)


def test_axe_finds_nothing_on_the_class_code(screen, browser):
    """Neither an inbox, empty and with a copy in it, nor the way into it has a violation, in dark and in light.

    The way in, once opened, stays open while the words above it are decided.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, color_scheme="dark")
    context.set_default_timeout(60_000)
    tutor, student = context.new_page(), screen.open_practice().page
    tutor.goto(f"{screen.url}/class")
    tutor.get_by_role("button", name="Begin with a class code").click()
    tutor.get_by_text("Nobody has handed in yet.").wait_for()
    settle(tutor)
    code = tutor.get_by_test_id("stCode").inner_text().strip()
    assert violations_in_both(tutor) == []

    student.wait_for_url("**w=*")
    student.goto(student.url.replace("/email", "/export"))
    student.get_by_role("heading", name="Documents").wait_for()
    settle(student)
    student.get_by_text("Hand a copy into your class").click()
    student.get_by_text("First there is something to decide above").wait_for()
    settle(student)
    assert violations_in_both(student) == []
    decide_all(student)
    hand_in(student, "2346-789C-FHJK", "No class has this code")
    assert violations_in_both(student) == []
    hand_in(student, code, "Your copy is in")
    student.get_by_role("button", name="Take it back").wait_for()
    assert violations_in_both(student) == []

    tutor.reload()
    tutor.get_by_role("button", name="Read 1 copy that is new").wait_for()
    settle(tutor)
    assert violations_in_both(tutor) == []
    context.close()


def test_a_class_is_stopped_goes_on_and_is_looked_at(page, app, browser):
    """A run tells its progress, is stopped and goes on; table, heat map, documents and the address are all there."""
    page.set_default_timeout(180_000)
    drop(page, app, zipped(STUDENTS))
    run, out = held()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_text(f"of {STUDENTS + 1} students")).to_be_visible()
    page.get_by_role("button", name="Stop", exact=True).click()
    settle(page)
    run.resume()
    go_on = page.get_by_role("button", name="Go on")
    go_on.wait_for(timeout=RUN_MILLISECONDS)
    kept = {file: file.stat().st_mtime_ns for file in out.glob("reports/*.json")}
    assert 1 < len(kept) <= STUDENTS
    expect(page.get_by_text(f"Stopped at {len(kept)} of {STUDENTS + 1} students. Nothing is lost.")).to_be_visible()

    go_on.click()
    expect(page.get_by_text(f"{STUDENTS + 1} of {STUDENTS + 1} students").last).to_be_visible(timeout=RUN_MILLISECONDS)
    expect(go_on).to_have_count(0)
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible(timeout=RUN_MILLISECONDS)
    assert {file: file.stat().st_mtime_ns for file in kept} == kept
    page.get_by_text("1 file was not read").click()
    expect(page.get_by_text("This is a picture.", exact=False).first).to_be_visible()
    for name, seen in (
        ("Heat map", page.get_by_text("The checks most missed stand left")),
        ("What next", page.get_by_role("heading", level=2).first),
        ("Scores", page.get_by_text("The same as a table")),
    ):
        page.get_by_role("tab", name=name).click()
        expect(seen).to_be_visible()
        settle(page)
        assert violations(page) == [], name
    page.get_by_role("tab", name="Heat map").click()
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
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
    other.goto(address)
    expect(other.get_by_test_id("stDataFrame").first).to_be_visible(timeout=RUN_MILLISECONDS)
    other.get_by_role("button", name="Delete").click()
    other.get_by_role("button", name="Delete this class").click()
    other.get_by_text("Drop what you have", exact=False).wait_for()
    other.context.close()
    page.reload()
    expect(page.get_by_text("not on this machine any more", exact=False)).to_be_visible(timeout=RUN_MILLISECONDS)


def test_a_phone_reads_every_button_and_heading_of_a_class(app, browser):
    """A long name cuts no button, and the heat map keeps room for its headings and is moved sideways.

    The sheet for tutors names the button that asks for files as the page does.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{app}/class")
    step = next(line for line in Path("assets/tutors.md").read_text().splitlines() if "drop the zip" in line)
    asks = page.get_by_test_id("stFileUploader").get_by_role("button").get_by_text(step.split("*")[1], exact=True)
    expect(asks).to_be_visible()
    drop(page, app, zipped(5), "HSV 210, social welfare policy, evening section, fall")
    page.get_by_role("tab", name="Heat map").click(timeout=RUN_MILLISECONDS)
    delete = page.get_by_test_id("stPopover").get_by_text("Delete", exact=True)
    assert delete.evaluate("word => word.scrollWidth <= word.clientWidth || getComputedStyle(word).display == 'inline'")
    assert delete.bounding_box()["width"] > 30
    chart = page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first
    chart.wait_for()
    columns = 23
    box = chart.bounding_box()
    assert box["width"] > columns * 20
    assert box["height"] > 300
    around = page.locator(".st-key-class_heat_map")
    assert around.evaluate("element => element.scrollWidth > element.clientWidth")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    context.close()
