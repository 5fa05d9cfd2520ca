"""Classes of words, by which rules say what a word is: a first name, a title, ordinary English."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from hartcity.rules.error import RuleSheetError
from hartcity.rules.inflection import forms
from hartcity.text.word_lists import word_list


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of ``words/<name>.txt``: one or more a line, ``~`` for all forms, ``#`` for a remark.

    Classes that subject lines are read by too, such as names, are lists of ``hartcity.text``.

    Raises:
        RuleSheetError: when there is no such class.

    """
    if shared := word_list(name):
        return shared
    try:
        text = (files("hartcity.rules") / "words" / f"{name}.txt").read_text(encoding="utf8")
    except FileNotFoundError as missing:
        raise RuleSheetError(f"There is no class of words called @{name}.") from missing
    found: set[str] = set()
    for line in text.splitlines():
        for word in line.partition("#")[0].split():
            found |= forms(word[:-1]) if word.endswith("~") else word_class(word[1:]) if word[0] == "@" else {word}
    return frozenset(found)
