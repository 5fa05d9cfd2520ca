"""When something was saved, as one would say it."""

from __future__ import annotations

import datetime as dt

from hartcity.ui.workspace.session import on_this_clock


def said_since(moment: dt.datetime, now: dt.datetime | None = None) -> str:
    """Return "today at 14:02", "yesterday" or "on November 22" on the student's clock, seen from ``now``."""
    that_day = dt.date.fromisoformat(on_this_clock(moment, "%Y-%m-%d"))
    today = dt.date.fromisoformat(on_this_clock(now or dt.datetime.now(dt.UTC), "%Y-%m-%d"))
    if that_day == today:
        return f"today at {on_this_clock(moment)}"
    if that_day == today - dt.timedelta(days=1):
        return "yesterday"
    year = f", {that_day.year}" if that_day.year != today.year else ""
    return f"on {that_day:%B} {that_day.day}{year}"
