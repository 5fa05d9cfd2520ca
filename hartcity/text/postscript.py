"""The mark of a postscript, which is no part of what is said in it."""

from __future__ import annotations

import re


_MARK = re.compile(
    r"[\"'(*\[]{0,3}(?:(?:p\s?[./]?\s?){1,3}s|post[ -]?script(?:um)?)(?=[\s:;.,)*\]\u2014-])"
    r"[\s:;.,)*\]\u2014-]{1,6}",
    re.IGNORECASE,
)
_SPELLED = "P.S. "


def postscript_length(text: str) -> int:
    """Return how many characters of a line are the mark of a postscript, in any spelling (P.S., PS:, p. p. s.)."""
    found = _MARK.match(text)
    return found.end() if found else 0


def spelled_alike(line: str) -> tuple[str, int]:
    """Return a line with the mark of a postscript as "P.S. ", and how far what is said then stands from its place."""
    mark = postscript_length(line)
    return (_SPELLED + line[mark:], mark - len(_SPELLED)) if 0 < mark < len(line) else (line, 0)
