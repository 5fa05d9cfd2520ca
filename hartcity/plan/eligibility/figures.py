"""Numbers in plain words, spelled in figures before ages, incomes and households are read."""

from __future__ import annotations

import re


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = dict(zip(_UNITS, range(len(_UNITS)), strict=True)) | {
    ten: 10 * place for place, ten in enumerate(_TENS, start=2)
}
_SPELLED = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?:[- ]({'|'.join(_UNITS[1:10])}))?|({'|'.join(_UNITS[2:])}))\b", re.IGNORECASE
)
_BIRTH = re.compile(r"\b(?:birth|newborns?)\b(?=\s*(?:to|through|until|-)\s*\w)", re.IGNORECASE)
SHORT_OF_A_YEAR = r"(?:days?|weeks?|wks?|months?|mos?)"
_INFANT = re.compile(
    rf"\b\d{{1,2}}[\s-]*{SHORT_OF_A_YEAR}(?:[\s-]olds?)?\b"
    rf"(?=\s*(?:to|through|until|-)\s*(?:age\s)?\d{{1,2}}\b(?![\s-]*{SHORT_OF_A_YEAR}\b))",
    re.IGNORECASE,
)
"""An age in weeks or months from which a span begins: from the first year on."""


def spelled_in_figures(words: str) -> str:
    """Return words with small numbers in figures and every dash as a hyphen (``twenty-one`` is ``21``)."""

    def figure(found: re.Match[str]) -> str:
        ten, unit, alone = (part.casefold() if part else "" for part in found.groups())
        return str(_NUMBERS[alone] if alone else _NUMBERS[ten] + _NUMBERS.get(unit, 0))

    return _INFANT.sub("0", _SPELLED.sub(figure, _BIRTH.sub("0", re.sub(r"[\u2010-\u2015]", "-", words))))


def blanked(words: str, found: re.Match[str]) -> str:
    """Return words with what was found made unreadable, so that every place stays where it is."""
    return words[: found.start()] + "\0" * len(found.group()) + words[found.end() :]
