"""Signing in with a real OpenID Connect provider on this machine: own work on any browser, and nobody else's."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import START_SECONDS, Screen, _free_port, serve, settle, without_languagetool
from tests.browser.test_accessibility import violations


pytestmark = [pytest.mark.browser, pytest.mark.thorough]

WORDS = "Dear Team, Ms. A. would like to move into a flat of her own."
PEOPLE = [
    {"sub": "ana", "name": "Ana Ruiz"},
    {"sub": "ben", "name": "Ben Okafor"},
    {"sub": "rivera", "name": "Dr. Rivera", "groups": ["staff"]},
]


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own loopback server
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="module")
def provider():
    """Start a provider that knows three people, and return where its metadata stand."""
    port = _free_port()
    people = [part for person in PEOPLE for part in ("--user-claims", json.dumps(person))]
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "oidc_provider_mock",
        "--port",
        str(port),
        "--require-nonce",
        "true",
    ]
    process = subprocess.Popen([*command, *people], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://localhost:{port}/.well-known/openid-configuration"
    deadline = time.monotonic() + START_SECONDS
    while not _answers(url):
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.2)
    yield url
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def school(provider, tmp_path_factory):
    """Serve the app to people who sign in, and return its address."""
    school = without_languagetool(
        tmp_path_factory.mktemp("school"),
        HARTCITY_OIDC_METADATA_URL=provider,
        HARTCITY_OIDC_CLIENT_ID="hartcity",
        HARTCITY_OIDC_CLIENT_SECRET="not checked by this provider",  # noqa: S106
        HARTCITY_OIDC_REDIRECT_URI="http://localhost:{port}/oauth2callback",
        HARTCITY_ACCOUNT_SECRET="a secret of the tests, long enough to be one",  # noqa: S106
        HARTCITY_ROLES_CLAIM="groups",
        HARTCITY_TUTORS="staff",
    )
    yield from serve(school)


@pytest.fixture
def somebody(browser):
    """Give a maker of fresh browsers, each with one tab."""
    contexts = []

    def make():
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(90_000)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def sign_in(page, name: str) -> None:
    """Sign in on a page that asks for it."""
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name=name, exact=True).click()
    page.get_by_role("button", name="Sign out").wait_for()


def test_own_work_on_any_browser_and_nobody_elses(school, somebody):
    """Ana finds her draft on a second browser; Ben, who has its address, sees nothing; signed out, nobody does."""
    first = somebody()
    first.goto(f"{school}/email")
    expect(first.get_by_role("button", name="Sign in")).to_be_visible()
    expect(first.get_by_role("textbox", name="Email draft")).to_have_count(0)
    sign_in(first, "ana")
    draft = Screen(first, school)
    draft.draft.wait_for()  # back at the page that was asked for
    assert "/email" in first.url
    draft.paste(WORDS)
    draft.wait_saved()
    address = first.url

    second = somebody()
    second.goto(school)
    sign_in(second, "ana")
    second.get_by_role("button", name="Continue").click()
    expect(second.get_by_role("textbox", name="Email draft")).to_contain_text(WORDS)

    ben = somebody()
    ben.goto(address)
    sign_in(ben, "ben")
    ben.get_by_role("textbox", name="Email draft").wait_for()
    expect(ben.get_by_text(WORDS)).to_have_count(0)
    expect(ben.get_by_text("belongs to somebody else").first).to_be_visible()
    assert address.split("w=")[1] not in ben.url
    ben.goto(f"{school}/class")
    expect(ben.get_by_text("This page is for tutors.")).to_be_visible()
    ben.goto(school)
    expect(ben.get_by_role("button", name="Start a new plan")).to_be_visible()
    expect(ben.get_by_role("button", name="Continue")).to_have_count(0)

    beside = first.context.new_page()
    beside.goto(address)
    expect(beside.get_by_role("textbox", name="Email draft")).to_contain_text(WORDS)
    first.evaluate("localStorage.setItem('hartcity.unsaved.elsewhere', JSON.stringify({text: 'of a tab that died'}))")
    first.get_by_role("button", name="Sign out").click()
    first.get_by_role("button", name="End session").click()  # the provider's own question
    ended = time.monotonic()
    for page in (first, beside):  # in every tab of this browser
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        expect(page.get_by_text(WORDS)).to_have_count(0)
    while first.evaluate("Object.keys(localStorage).some(name => name.startsWith('hartcity.unsaved'))"):
        assert time.monotonic() < ended + START_SECONDS, "The browser still holds words of who signed out."
        first.wait_for_timeout(50)
    first.goto(address)
    expect(first.get_by_role("button", name="Sign in")).to_be_visible()
    expect(first.get_by_text(WORDS)).to_have_count(0)


def test_a_share_opens_for_a_tutor_under_their_own_name(school, somebody):
    """A link leads a tutor through signing in to the work; a student who found it gets no further than a word."""
    ana = somebody()
    ana.goto(f"{school}/email")
    sign_in(ana, "ana")
    draft = Screen(ana, school)
    draft.draft.wait_for()
    draft.paste(WORDS)
    draft.wait_saved()
    ana.get_by_role("button", name="Share with a tutor").click()
    ana.get_by_role("button", name="Make a link").click()
    link = ana.get_by_text(f"{school}/tutor#").first
    link.wait_for()
    address = link.inner_text().strip()

    ben = somebody()
    ben.goto(address)
    sign_in(ben, "ben")
    expect(ben.get_by_text("This page is for tutors.")).to_be_visible()

    tutor = somebody()
    tutor.goto(address)
    sign_in(tutor, "rivera")
    expect(tutor.get_by_text("They know you as Dr. Rivera")).to_be_visible()
    tutor.get_by_role("button", name="Open", exact=True).click()
    expect(tutor.get_by_text("would like to move into a flat").first).to_be_visible()
    ana.reload()
    ana.get_by_role("button", name="Share with a tutor").click()
    expect(ana.get_by_text("Opened by Dr. Rivera").first).to_be_visible()


def test_axe_finds_nothing_on_the_way_in(school, somebody):
    """The page on which people sign in, and the line that says who is in, can be used by everybody."""
    page = somebody()
    page.goto(school)
    page.get_by_role("button", name="Sign in").wait_for()
    settle(page)
    assert violations(page) == []
    sign_in(page, "ana")
    settle(page)
    assert violations(page) == []
