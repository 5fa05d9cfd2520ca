"""Word lists as data: words and phrases lead to the lists that they stand in, verbs are known in all their forms.

A list of kind ``verbs`` holds lemmas; ``nouns`` are found in the singular and the plural; ``phrases`` stand as they
are. Irregular verbs come from ``data/irregular.toml``.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from hartcity.text.tokens import tokens


_DATA = files("hartcity.text") / "data"
_VOWELS = "aeiou"
_SHORTEST_DOUBLED = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, and the lists that hold them."""

    words: tuple[str, ...]
    lists: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, ready to be looked up by spelling."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    lemmas: frozenset[str]
    verbs: frozenset[str]
    known: frozenset[str]
    spellings: Mapping[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """Return the word lists that ship with the package, read once.

    ``phrases`` are found by their first word, ``verbs`` are the forms of ``lemmas``, ``known`` are verbs and all words
    that are listed alone, and ``spellings`` leads from shorthand to the words that it stands for.
    """
    irregular = _toml("irregular.toml")
    pasts = dict(_pasts(irregular["forms"]))
    lists: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    lemmas: set[str] = set()
    for name, kind, entries in _lists():
        if kind == "verbs":
            lemmas.update(entries)
            continue
        for entry in entries:
            for form in _noun_forms(entry) if kind == "nouns" else (entry,):
                lists[_words(form)].add(name)
    by_first: defaultdict[str, list[Phrase]] = defaultdict(list)
    for words, names in sorted(lists.items()):
        by_first[words[0]].append(Phrase(words, frozenset(names)))
    verbs = frozenset(irregular["also"].split()).union(*(verb_forms(lemma, pasts.get(lemma)) for lemma in lemmas))
    return Lexicon(
        MappingProxyType({word: tuple(found) for word, found in by_first.items()}),
        frozenset(lemmas),
        verbs,
        verbs.union(words[0] for words in lists if len(words) == 1),
        MappingProxyType({word: tuple(meant.split()) for word, meant in _toml("spellings.toml")["words"].items()}),
    )


def verb_forms(lemma: str, pasts: tuple[str, str] | None = None) -> set[str]:
    """Return the spellings of a verb; ``pasts`` gives past tense and participle where they are irregular."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else lemma
    doubled = _doubles(lemma)
    found = {lemma, _plural(lemma), *(base + "ing" for base in _stems(lemma, stem, doubled=doubled))}
    if pasts:
        return found.union(pasts)
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return found | {lemma[:-1] + "ied"}
    if doubled:
        return found | {each + "ed" for each in _stems(lemma, lemma, doubled=True)}
    return found | {lemma + "d" if lemma.endswith("e") else lemma + "ed"}


def _stems(lemma: str, stem: str, *, doubled: bool) -> set[str]:
    """Return what endings are put to: 'plan' doubles its last letter, 'visit' need not."""
    if not doubled:
        return {stem}
    several = sum(mark in _VOWELS and lemma[at - 1 : at] not in _VOWELS for at, mark in enumerate(lemma)) > 1
    return {stem, lemma + lemma[-1]} if several else {lemma + lemma[-1]}


def _doubles(lemma: str) -> bool:
    return (
        len(lemma) >= _SHORTEST_DOUBLED
        and lemma[-1] not in _VOWELS + "wxy"
        and lemma[-2] in _VOWELS
        and lemma[-3] not in _VOWELS
    )


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh", "z")) or (word.endswith("o") and word in {"go", "do"}):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _noun_forms(noun: str) -> tuple[str, str]:
    return noun, _plural(noun)


def _words(entry: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(entry, 0, len(entry)))


def _lists() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for file in sorted((_DATA / "lexicons").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            content = tomllib.loads(file.read_text(encoding="utf-8"))
            yield file.name.removesuffix(".toml"), content["kind"], _split(content["words"])
    for domain, kinds in _toml("services.toml").items():
        if isinstance(kinds, dict):
            for kind, terms in kinds.items():
                yield f"service:{domain}.{kind}", "nouns", _split(terms)


def _pasts(forms: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for entry in _split(forms):
        lemma, past, participle = entry.split()
        yield lemma, (past, participle)


def _split(words: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in words.replace("\n", ",").split(",") if entry.strip())


def _toml(name: str) -> dict[str, Any]:
    content: dict[str, Any] = tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
    return content
