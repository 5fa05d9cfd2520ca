"""What a version is called on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.storage import Origin
from hartcity.text.word_count import word_count
from hartcity.ui.workspace import session


if TYPE_CHECKING:
    from hartcity.storage import Version

_ORIGINS = {
    Origin.TYPED: "",
    Origin.RESTORED: "restored",
    Origin.UNDONE: "restore undone",
    Origin.OTHER_TAB: "from another tab",
    Origin.IMPORTED: "imported",
}


def title(version: Version) -> str:
    """Return the version's name, or its number."""
    return version.name or f"Version {version.number}"


def time(version: Version) -> str:
    """Return when it was saved last, on the student's clock: ``Nov 22, 14:02``."""
    return session.on_this_clock(version.saved_at, "%b %d, %H:%M")


def details(version: Version) -> str:
    """Return in a few words when it was saved, how long it is, and how it came about."""
    count = word_count(version.writing.text)
    said = [time(version), "1 word" if count == 1 else f"{count} words", _ORIGINS[version.origin]]
    if version.about is not None and version.origin is Origin.RESTORED:
        said[2] = f"restored from version {version.about}"
    return " · ".join(words for words in said if words)


def choice(version: Version) -> str:
    """Return the version as one line of a menu."""
    return f"{title(version)} ({details(version)})"
