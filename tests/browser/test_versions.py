"""The plot on the Versions page: it has room of its own, whatever stands around it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import URL

from hartcity.storage import Store, Writing, new_id


pytestmark = pytest.mark.browser

LEAST_HEIGHT = 240
OPENING = "Dear Intake Team,\n\nI am a case management intern at Northside Family Services, and I write about a family."
REQUEST = " A mother of two needs housing this month. Would you tell me which papers your shelter asks for?"
MEETING = " Could we meet on Tuesday at 10 or Thursday at 2, by phone or in your office? Thank you for your time."
END = "\n\nSincerely,\nJordan Reyes\nCase management intern\n555-0100"
DRAFTS = (OPENING + END, OPENING + REQUEST + END, OPENING + REQUEST + MEETING + END)
SCREENS = {"laptop": (1366, 768), "phone": (390, 844)}


def drafted(folder: Path) -> str:
    """Store a workspace whose draft read so, one version after the other."""
    time = [datetime.now(UTC) - timedelta(hours=1)]

    def clock() -> datetime:
        time[0] += timedelta(minutes=5)
        return time[0]

    store = Store(URL.create("sqlite", database=str(folder / "hartcity.sqlite3")), clock=clock)
    workspace = new_id()
    for text in DRAFTS:
        store.save_draft(workspace, Writing(text, "Request to meet"), base=0, writer="a")
    store.close()
    return workspace


def plot_of(page: Page) -> dict[str, float]:
    """Return where the lines are drawn, without axes and legend."""
    chart = page.get_by_test_id("stVegaLiteChart")
    expect(chart.locator("svg.marks")).to_be_visible()
    box = chart.locator("svg.marks g.root > g > path.background").first.bounding_box()
    assert box is not None
    return box


@pytest.mark.parametrize("kind", SCREENS)
def test_the_plot_has_room_for_its_lines(page, app, program_of_all, kind):
    """Lines, band and axis have their own height on every screen; the legend adds to it and takes nothing away."""
    width, height = SCREENS[kind]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{app}/versions?w={drafted(program_of_all.data)}")
    page.get_by_text("Shaded:").wait_for()
    plot = plot_of(page)
    assert plot["height"] >= LEAST_HEIGHT
    assert plot["x"] + plot["width"] <= width
    names = page.get_by_test_id("stVegaLiteChart").locator("g.role-legend-label text")
    expect(names.filter(has_text="Professional communication")).to_be_visible()
    for each in names.all():
        box = each.bounding_box()
        assert box is not None
        assert box["y"] >= plot["y"] + plot["height"]
        assert box["x"] + box["width"] <= width
