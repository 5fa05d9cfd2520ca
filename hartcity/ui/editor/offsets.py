"""Places in a text as the browser counts them: in UTF-16 units instead of code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable


_FIRST_WITH_TWO_UNITS = 0x10000


def utf16_offsets(text: str) -> Callable[[int], int]:
    """Return a function from an offset in code points into ``text`` to the same place in UTF-16 units."""
    wide = [position for position, character in enumerate(text) if ord(character) >= _FIRST_WITH_TWO_UNITS]
    if not wide:
        return lambda offset: offset
    return lambda offset: offset + bisect_left(wide, offset)


def whole(text: str) -> str:
    """Return ``text`` with each half of a broken surrogate pair replaced, so that it can be stored; lengths stay."""
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
