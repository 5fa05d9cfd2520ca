"""Numbers in plain words, and the small language in which the forms of a bound stand as data."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from hartcity.plan.vocabulary import table


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


@cache
def listed_forms(name: str, part: str) -> re.Pattern[str]:
    """Return one list of forms without a number, in ``vocabulary/<name>.toml``, as a pattern."""
    forms = forms_of(table(name)["forms"][part], str)
    return re.compile("|".join(form.pattern for form in forms), re.IGNORECASE)


def forms_of(listed: list[str], number: Callable[[int], str]) -> tuple[re.Pattern[str], ...]:
    """Return listed forms of a bound as patterns, the longest first; ``number`` is what "#" stands for."""
    ranked = sorted(listed, key=lambda form: (-len(form.split()), form))
    return tuple(re.compile(_form(form, number), re.IGNORECASE) for form in ranked)


def _form(form: str, number: Callable[[int], str]) -> str:
    written, place = "", 0
    for piece in form.split():
        if piece == "#":
            part, place, gap = number(place), place + 1, r"[\s-]*"
        else:
            part = f"(?:{'|'.join(map(_bounded, piece.strip('[]').split('|')))})"
            part = rf"(?:{part}\s*)?" if piece.startswith("[") else part
            gap = r"\s*"
        written += (gap if written else "") + part
    return written


def _bounded(choice: str) -> str:
    """Return a word that stands on its own, or a sign that may stand close."""
    return rf"(?<!\w){re.escape(choice)}(?!\w)" if choice[0].isalpha() else re.escape(choice)
