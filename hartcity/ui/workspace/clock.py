"""Times as a student's own clock shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


if TYPE_CHECKING:
    from datetime import datetime, tzinfo


def _local_zone() -> tzinfo | None:
    try:
        return ZoneInfo(st.context.timezone or "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def on_this_clock(moment: datetime, pattern: str = "%H:%M") -> str:
    """Return a time as the student's clock shows it, ``14:02``."""
    return moment.astimezone(_local_zone()).strftime(pattern)
