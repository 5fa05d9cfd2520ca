"""Words of a draft as a message quotes them."""

from __future__ import annotations


_LONGEST = 60


def shortened(text: str) -> str:
    """Return ``text`` on one line, cut between words to 60 characters at most; dots say that it was cut."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "\u2026"
