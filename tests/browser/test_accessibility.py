"""Every screen can be used by everybody: axe finds nothing, in light and dark, wide and narrow."""

import tomllib
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, settle, wait_until


pytestmark = [pytest.mark.browser, pytest.mark.long]

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
SCREENS = tuple(sorted(page.stem for page in (ROOT / "pages").glob("*.py")))
KNOWN = tomllib.loads((Path(__file__).parent / "accessibility.toml").read_text("utf-8"))["known"]
BACKGROUNDS = {
    scheme: "rgb({}, {}, {})".format(*bytes.fromhex(theme["backgroundColor"].removeprefix("#")))
    for scheme, theme in tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"].items()
    if scheme in {"light", "dark"}
}
CHANGED = """() => !document.getAnimations({ subtree: true })
  .some(animation => animation instanceof CSSTransition && animation.playState === "running")"""
RUN = """known => axe.run(document, {resultTypes: ["violations"]}).then(({ violations }) => violations.flatMap(
  ({ id, nodes }) => nodes
    .filter(({ target }) => !known.some(({ rule, selector }) =>
      rule === id && target.length === 1 && document.querySelector(target[0])?.closest(selector)))
    .map(({ target, html }) => [id, String(target), html.slice(0, 200)])))"""


@pytest.fixture(scope="module")
def practice(browser, app, screens):
    """Open the practice case once and return its address."""
    page = browser.new_page()
    page.set_default_timeout(60_000)
    screens(page, app).open_practice()
    page.wait_for_url("**w=*")
    url = page.url
    page.close()
    return url


@pytest.fixture(scope="module")
def profile(browser):
    """Open a browser profile that asks for dark."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    context.set_default_timeout(45_000)
    yield context
    context.close()


def violations(page):
    """Return what axe has against the page as it stands, without what is known to come from Streamlit itself."""
    page.evaluate(AXE)
    return page.evaluate(RUN, KNOWN)


def violations_in_both(page):
    """Return what axe has against the page in the theme that it stands in and, changed by the system, in the other."""
    found = []
    schemes = ["dark", "light"]
    if not page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"):
        schemes.reverse()
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", BACKGROUNDS[scheme])
        wait_until(page, CHANGED, "The colors still change.")
        found += [(scheme, *violation) for violation in violations(page)]
    return found


@pytest.mark.parametrize("screen_name", SCREENS)
def test_axe_finds_nothing(profile, practice, screen_name):
    """No screen has a violation that axe can see, with the practice case open, in dark and in light."""
    page = profile.new_page()
    page.goto(practice.replace("/email", "/" if screen_name == "start" else f"/{screen_name}"))
    settle(page)
    if screen_name == "email":
        page.locator(".cm-lintRange").first.wait_for()
        page.locator("aside details").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
    assert violations_in_both(page) == []
    page.close()


def test_the_card_of_a_finding_has_no_violation(profile, practice):
    """The card that a key opens at a finding is as readable as the page, in dark and in light."""
    page = profile.new_page()
    page.goto(practice)
    page.locator(".cm-lintRange").first.wait_for()
    page.get_by_role("textbox", name="Email draft").click()
    page.keyboard.press("F8")
    page.locator(".hc-pinned").wait_for()
    settle(page)
    assert violations_in_both(page) == []
    page.close()


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(360, 740, 1), (640, 450, 2)], ids=["phone", "200 percent zoom"]
)
def test_nothing_is_cut_off_where_it_is_narrow(browser, practice, width, height, scale):
    """On a phone and at 200 % zoom everything fits the width, and the next steps can be read."""
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
    context.set_default_timeout(45_000)
    page = context.new_page()
    page.goto(practice)
    page.locator(".cm-lintRange").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    wide = page.locator("aside").evaluate(
        "node => [...node.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1"
        " && !e.classList.contains('away')).length"
    )
    assert wide == 0
    settle(page)
    page.get_by_role("heading", name="Next").scroll_into_view_if_needed()
    expect(page.get_by_role("heading", name="Next")).to_be_visible()
    assert violations(page) == []
    context.close()


def test_the_focus_comes_out_of_the_editor(browser, practice):
    """Tab leaves the draft for what follows it, and Shift Tab comes back: the focus is never trapped."""
    context = browser.new_context()
    context.set_default_timeout(45_000)
    page = context.new_page()
    page.goto(practice)
    draft = page.get_by_role("textbox", name="Email draft")
    page.locator(".cm-lintRange").first.wait_for()
    draft.click()
    page.keyboard.press("Tab")
    expect(draft).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(draft).to_be_focused()
    context.close()


def test_single_letters_typed_in_the_draft_stay_letters(screen):
    """Streamlit's hotkeys of one letter do nothing while the draft is written."""
    screen.open()
    screen.type("r c R C rerun clear ")
    expect(screen.draft).to_contain_text("r c R C rerun clear")
    expect(screen.page.get_by_role("dialog")).to_have_count(0)
