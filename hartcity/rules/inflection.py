"""The forms of an English word, so that a phrase names its lemma once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((files("hartcity.rules") / "words" / "irregular.toml").read_text(encoding="utf8"))
    return {lemma: tuple(forms.split()) for lemma, forms in table["forms"].items()}


@cache
def forms(lemma: str) -> frozenset[str]:
    """Return ``lemma`` with its plural, third person, past and ``-ing`` forms, regular or from ``irregular.toml``.

    A form too many does no harm: it is only ever compared with what people wrote.
    """
    if lemma in _irregular():
        return frozenset((lemma, *_irregular()[lemma]))
    if lemma.endswith("e"):
        return frozenset({lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"})
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return frozenset({lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"})
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return frozenset({lemma, lemma + "es", lemma + "ed", lemma + "ing"})
    doubled = lemma + lemma[-1] if _DOUBLING.match(lemma) else lemma
    return frozenset({lemma, lemma + "s", doubled + "ed", doubled + "ing"})
