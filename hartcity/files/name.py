"""The name of a file as it may be shown."""

from __future__ import annotations

import re
import unicodedata


_LONGEST = 120
_PARTS = re.compile(r"[/\\]")


def shown_name(name: str) -> str:
    """Return the last part of ``name`` without controls and direction marks, at most 120 characters long."""
    last = _PARTS.split(unicodedata.normalize("NFC", name))[-1]
    visible = "".join(character for character in last if unicodedata.category(character)[0] != "C")
    return visible.strip()[:_LONGEST] or "file"
