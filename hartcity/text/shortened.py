"""Words of a draft as a message quotes them."""

from __future__ import annotations


_LONGEST = 60


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return ``text`` on one line, cut between words to ``longest`` characters at most; dots say that it was cut."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + "\u2026"
