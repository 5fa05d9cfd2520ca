"""Text that was read in the wrong encoding once and saved again: ``caf\u00c3\u00a9`` for ``caf\u00e9``.

Each sign of more than one byte in UTF-8 then stands as two to four signs of Windows-1252. Such runs hardly ever stand
in a text of their own, so they are turned back; where only a run that could be meant is found, nothing is.
"""

from __future__ import annotations

import re


_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_BYTES = {chr(code): code for code in range(0x80, 0x100)} | {
    bytes([code]).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in _UNDEFINED
}
_NEXT = "".join(sign for sign, code in _BYTES.items() if code < 0xC0)  # noqa: PLR2004 - bytes 80-BF go on
_RUN = re.compile(
    f"[\u00c2-\u00c6][{re.escape(_NEXT)}]|[\u00e1\u00e2][{re.escape(_NEXT)}]{{2}}|\u00f0[{re.escape(_NEXT)}]{{3}}"
)
_COULD_BE_MEANT = re.compile("[\u00c2-\u00c6][\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00a0\u00bb\u00ab]")
"""A capital before a dash or a quotation mark, which a text in capitals may hold."""

_MOST_TIMES = 3
_LOST = "\u00e2\u20ac\ufffd"
"""A closing quotation mark, whose last byte is no letter of Windows-1252 and was lost."""


def unscrambled(text: str) -> str:
    """Return ``text`` with what was read in the wrong encoding set right."""
    text = text.replace(_LOST, "\u201d")
    for _ in range(_MOST_TIMES):
        runs = _RUN.findall(text)
        if all(_COULD_BE_MEANT.fullmatch(run) for run in runs):
            return text
        mended = _RUN.sub(_mended, text)
        if mended == text:
            return text
        text = mended
    return text


def _mended(found: re.Match[str]) -> str:
    said = bytes(_BYTES[sign] for sign in found[0]).decode("utf-8", "ignore")
    # A control that comes out is half of a sign that was read wrongly twice.
    is_sign = said.isprintable() or said in {"\u00a0", "\u200b"} or "\x80" <= said <= "\x9f"
    return said if said and is_sign else found[0]
