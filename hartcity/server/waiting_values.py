"""What was typed a moment before a page was left is heard on the next one.

While a run of a page is under way, Streamlit lets the browser's messages wait, and makes one of two that wait. The
later one's values then stand for all: right on one page, where each message tells them all, but the message that asks
for another page tells none, and a last word that still waited was dropped without a sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit.runtime.scriptrunner_utils import script_requests


if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.proto.WidgetStates_pb2 import WidgetStates

    Join = Callable[[WidgetStates | None, WidgetStates | None], WidgetStates | None]

JOIN = "_coalesce_widget_states"
"""The function of Streamlit that makes one of two messages' values."""


def keep_waiting_values() -> None:
    """Let Streamlit keep the values of a message that waits where the next one does not tell them. Call it once."""
    setattr(script_requests, JOIN, keeping(getattr(script_requests, JOIN)))


def keeping(join: Join) -> Join:
    """Return ``join`` of an older and a newer message so that what only the older one tells stays in."""

    def joined(older: WidgetStates | None, newer: WidgetStates | None) -> WidgetStates | None:
        both = join(older, newer)
        if older is not None and both is not None and both is not older:
            told = {value.id for value in both.widgets}
            both.widgets.extend(value for value in older.widgets if value.id not in told)
        return both

    return joined
