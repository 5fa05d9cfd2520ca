"""Text as the editor takes it: paragraphs divided by an empty line, lines by a line end, no invisible characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hartcity.files import RefusedFileError, clean


MOST_CHARACTERS = 100_000
"""The longest text that is taken, in code points: some 16,000 words."""

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\x01-\x08\x0e-\x1f\x7f]")
_BREAKS = re.compile("[\x0b\x0c\x85]")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What a document says. ``subject`` is an email's own; ``notices`` say what was left behind."""

    text: str
    format: str
    subject: str = ""
    notices: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """Return ``text`` with ordinary spaces and line ends, as a paste from Word needs it.

    Non-breaking and other wide spaces become spaces; soft hyphens, zero-width marks and direction marks go. Curly
    quotation marks and dashes stay, since they are the writer's own. More than one empty line becomes one.

    Raises:
        RefusedFileError: when the text is longer than ``MOST_CHARACTERS``.

    """
    plain = _INVISIBLE.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", clean(text))))
    tidied = _GAP.sub("\n\n", _TRAILING.sub("", plain)).strip("\n")
    if len(tidied) > MOST_CHARACTERS:
        raise RefusedFileError(
            f"This text is longer than {MOST_CHARACTERS:,} characters. Could you bring only the email or letter itself?"
        )
    return tidied


def joined(paragraphs: list[str]) -> str:
    """Return a word processor's paragraphs as text.

    Where empty paragraphs stand between others, they are the writer's paragraph breaks and the rest are lines;
    otherwise each paragraph is one.
    """
    while paragraphs and not paragraphs[0].strip():
        paragraphs = paragraphs[1:]
    while paragraphs and not paragraphs[-1].strip():
        paragraphs = paragraphs[:-1]
    has_gaps = any(not paragraph.strip() for paragraph in paragraphs)
    return ("\n" if has_gaps else "\n\n").join(paragraphs)
