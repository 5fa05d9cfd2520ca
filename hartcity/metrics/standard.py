"""The standard readability formulas, as ``textstat`` computes them, offline and with our syllables."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from threading import Lock
from types import ModuleType, SimpleNamespace
from typing import cast

from hartcity.metrics.syllables import syllables
from hartcity.text import Document, Sentence
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.words import forms_in


_IMPORTING = Lock()


class _Pronunciations(Mapping[str, list[list[str]]]):
    """Looks to ``textstat`` like NLTK's CMU dictionary, with every word in it, a vowel a syllable."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["AH0"] * syllables(word)]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@cache
def _textstat() -> ModuleType:
    """Import ``textstat`` without NLTK.

    It asks NLTK for one thing, the CMU dictionary, which NLTK would download on a fresh machine after an import of
    several seconds. A stand-in with that one thing takes its place while ``textstat`` is imported.
    """
    stand_in = SimpleNamespace(
        data=SimpleNamespace(find=lambda _name: None),
        corpus=SimpleNamespace(cmudict=SimpleNamespace(dict=_Pronunciations)),
    )
    with _IMPORTING:
        real = sys.modules.get("nltk")
        sys.modules["nltk"] = cast("ModuleType", stand_in)
        try:
            module = importlib.import_module("textstat")
            importlib.import_module("textstat.backend.utils._get_cmudict").__dict__["nltk"] = stand_in
        finally:
            if real is None:
                del sys.modules["nltk"]
            else:
                sys.modules["nltk"] = real
    return module


def formula(name: str) -> Callable[[str], float]:
    """Return a formula of ``textstat`` by its name, such as ``flesch_kincaid_grade``."""
    found: Callable[[str], float] = getattr(_textstat(), name)
    return found


@cache
def easy_words() -> frozenset[str]:
    """Return the words that four in five fourth-graders know (Chall and Dale 1995), as ``textstat`` ships them."""
    return frozenset(files(_textstat()).joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8").split())


def prose(sentences: tuple[Sentence, ...]) -> str:
    """Return the words of the sentences, each sentence with one full stop at its end.

    So a formula counts sentences and words as the rest of the program does, whatever dots stand in *a.m.* or *$4.50*.
    """
    return " ".join(f"{_bare(sentence.plain)}." for sentence in sentences if sentence.forms)


@kept(SENTENCES)
def _bare(sentence: str) -> str:
    """Return the words of a sentence without marks and dots."""
    return " ".join(form.replace(".", "") for form in forms_in(sentence))


def graded(document: Document) -> str | None:
    """Return the prose that a grade may be computed for, or None when it is under three sentences or 60 words.

    The formulas were fitted on passages of 100 words and more; a figure for a line or two would be noise.
    """
    return document.once(_graded)


def _graded(document: Document) -> str | None:
    sentences = document.body or document.sentences
    full = [sentence for sentence in sentences if len(sentence.forms) > 2]  # noqa: PLR2004
    if len(full) < 3 or sum(len(sentence.forms) for sentence in full) < 60:  # noqa: PLR2004
        return None
    return prose(tuple(full))
