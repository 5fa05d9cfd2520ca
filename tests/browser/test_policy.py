"""The Content-Security-Policy holds, and everything that people look at still works under it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


pytestmark = pytest.mark.browser

PAGES = ("1 Service plan", "3 Versions", "4 Hand in")


def test_every_page_works_under_its_own_policy(page, app):
    """No page asks for what the policy forbids: editor, plots, the plan's picture and the downloads included."""
    broken: list[str] = []
    page.on("console", lambda said: broken.append(said.text) if "Content Security Policy" in said.text else None)
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(app)
    page.get_by_role("button", name="Look at a practice case").click()
    page.locator(".cm-lintRange").first.wait_for()
    for name in PAGES:
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=name[2:], exact=True)).to_be_visible()
        if name == "1 Service plan":
            page.get_by_role("tab", name="Picture").click()
            expect(page.locator("svg.graph, .graphviz svg, [data-testid=stGraphVizChart] svg").first).to_be_visible()
        if name == "3 Versions":
            expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    for path in ("method", "directory"):
        page.goto(f"{app}/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    with page.expect_download():
        page.get_by_role("button", name="These as CSV").click()
    assert broken == []


def test_a_script_that_was_smuggled_in_does_not_run(page, app):
    """Should a script ever get into a page, the browser refuses to run it and to send anything elsewhere."""
    page.goto(app)
    page.get_by_role("heading", level=1).wait_for()
    ran = page.evaluate(
        """() => new Promise(done => {
            globalThis.smuggled = false;
            const script = document.createElement("script");
            script.textContent = "globalThis.smuggled = true";
            document.body.append(script);
            fetch("https://elsewhere.example/").then(() => done("sent"), () => done(globalThis.smuggled));
        })"""
    )
    assert ran is False
