"""A text whose joined letters are written out, and the way back to where each stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from hartcity.model import Span


_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\u0132": "IJ", "\u0133": "ij", "\u01c7": "LJ", "\u01c8": "Lj", "\u01c9": "lj", "\u01ca": "NJ", "\u01cb": "Nj",
    "\u01cc": "nj", "\u01c4": "D\u017d", "\u01c5": "D\u017e", "\u01c6": "d\u017e",
}  # fmt: skip
# A ligature; a letter with combining marks behind it; an invisible character between two letters.
_JOINED = re.compile(
    rf"[{''.join(_LIGATURES)}]|[^\W\d_][\u0300-\u036f]{{1,4}}"
    r"|(?<=[^\W\d_])[\u00ad\u200b-\u200d\u2060\ufeff]{1,9}(?=[^\W\d_])"
)
_TELLTALE = re.compile(rf"[{''.join(_LIGATURES)}\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True)
class Expanded:
    """A text to be read, and where each of its characters begins and ends in the original (code points)."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Return where the words of a span stand in the original; a letter of a ligature stands for the whole of it."""
        if span.start == span.end:
            at = self.begins[span.start] if span.start < len(self.begins) else self.ends[-1] if self.ends else 0
            return Span(at, at)
        return Span(self.begins[span.start], self.ends[span.end - 1])

    def cuts(self, span: Span) -> bool:
        """Whether a span begins or ends within what is one character of the original."""
        return any(0 < at < len(self.text) and self.begins[at] == self.begins[at - 1] for at in (span.start, span.end))


def expand(text: str) -> Expanded | None:
    """Write out ligatures, join letters with the accents behind them, and drop what is invisible inside words.

    Programs that make PDF files leave such characters behind. Return None where the text holds none of them, as is
    nearly always so.
    """
    if _TELLTALE.search(text) is None:
        return None
    pieces: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _JOINED.finditer(text):
        begins += range(at, found.start())
        ends += range(at + 1, found.start() + 1)
        written = _written(found[0])
        begins += [found.start()] * len(written)
        ends += [found.end()] * len(written)
        pieces += [text[at : found.start()], written]
        at = found.end()
    begins += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return Expanded("".join((*pieces, text[at:])), tuple(begins), tuple(ends))


def _written(joined: str) -> str:
    return _LIGATURES.get(joined) or ("" if not joined[0].isalpha() else unicodedata.normalize("NFC", joined))
