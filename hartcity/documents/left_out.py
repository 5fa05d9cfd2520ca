"""What was left out of a document, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 80
_MOST_SHOWN = 5


def counted(many: int, thing: str, things: str = "") -> str:
    """Return ``1 picture was`` or ``2 pictures were``."""
    return f"{many} {thing} was" if many == 1 else f"{many} {things or thing + 's'} were"


def quotes(texts: Sequence[str]) -> str:
    """Return the beginnings of texts that were left out, in quotation marks."""
    cut = (text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "\u2026" for text in texts[:_MOST_SHOWN])
    return " ".join(f"\u201c{text}\u201d" for text in cut) + (" and more." if len(texts) > _MOST_SHOWN else ".")
