"""Word lists as data: every form of a word leads to the lists it stands in.

A list of kind ``verbs`` holds lemmas, with a particle where one belongs to it (``sit down``); ``nouns`` are found in
the singular and the plural; ``phrases`` stand as they are. Irregular verbs come from ``data/irregular.toml``.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


_DATA = files("hartcity.text") / "data"
_VOWELS = "aeiou"
_SHORTEST_DOUBLED = 3


class Form(StrEnum):
    """A form of a verb."""

    BASE = "base"
    THIRD = "third"
    ING = "ing"
    PAST = "past"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A lemma and the forms that one spelling can be."""

    lemma: str
    forms: frozenset[Form]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, and the lists that hold them."""

    words: tuple[str, ...]
    lists: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, ready to be looked up by spelling."""

    singles: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, str], tuple[Phrase, ...]]
    verbs: Mapping[str, VerbForm]
    verb_lists: Mapping[str, frozenset[str]]
    phrasal: Mapping[str, tuple[Phrase, ...]]
    spellings: Mapping[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """Return the word lists that ship with the package, read once."""
    irregular = _irregular()
    phrases: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    verb_lists: defaultdict[str, set[str]] = defaultdict(set)
    phrasal: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, kind, entries in _lists():
        for entry in entries:
            parts = tuple(entry.split())
            if kind == "verbs":
                (phrasal[parts] if len(parts) > 1 else verb_lists[parts[0]]).add(name)
                verb_lists[parts[0]].update()
            else:
                for form in _noun_forms(parts) if kind == "nouns" else (parts,):
                    phrases[form].add(name)
    verbs: dict[str, tuple[str, set[Form]]] = {}
    for lemma in sorted(verb_lists):
        for spelling, verb_form in verb_forms(lemma, irregular.get(lemma)):
            verbs.setdefault(spelling, (lemma, set()))[1].add(verb_form)
    for spelling, meant in _toml("irregular.toml")["also"].items():
        lemma, form_name = meant.split()
        verbs.setdefault(spelling, (lemma, set()))[1].add(Form(form_name))
    singles = {parts[0]: frozenset(lists) for parts, lists in sorted(phrases.items()) if len(parts) == 1}
    by_pair: defaultdict[tuple[str, str], list[Phrase]] = defaultdict(list)
    for parts, lists in sorted(phrases.items()):
        if len(parts) > 1:
            by_pair[parts[0], parts[1]].append(Phrase(parts, frozenset(lists)))
    by_lemma: defaultdict[str, list[Phrase]] = defaultdict(list)
    for parts, lists in sorted(phrasal.items()):
        by_lemma[parts[0]].append(Phrase(parts[1:], frozenset(lists)))
    return Lexicon(
        MappingProxyType(singles),
        MappingProxyType({pair: tuple(found) for pair, found in by_pair.items()}),
        MappingProxyType({spelling: VerbForm(lemma, frozenset(forms)) for spelling, (lemma, forms) in verbs.items()}),
        MappingProxyType({lemma: frozenset(lists) for lemma, lists in verb_lists.items()}),
        MappingProxyType({lemma: tuple(found) for lemma, found in by_lemma.items()}),
        MappingProxyType({word: tuple(meant.split()) for word, meant in _toml("spellings.toml")["words"].items()}),
    )


def verb_forms(lemma: str, irregular: tuple[str, str] | None = None) -> Iterator[tuple[str, Form]]:
    """Yield the spellings of a verb with their forms; ``irregular`` gives past tense and participle."""
    yield lemma, Form.BASE
    yield (_plural(lemma), Form.THIRD)
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else lemma
    doubled = _doubles(lemma)
    for base in sorted(_stems(lemma, stem, doubled=doubled)):
        yield base + "ing", Form.ING
    if irregular:
        yield irregular[0], Form.PAST
        yield irregular[1], Form.PARTICIPLE
        return
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        regular = {lemma[:-1] + "ied"}
    else:
        ending = lemma + "d" if lemma.endswith("e") else lemma + "ed"
        regular = {each + "ed" for each in _stems(lemma, lemma, doubled=True)} if doubled else {ending}
    for past in sorted(regular):
        yield past, Form.PAST
        yield past, Form.PARTICIPLE


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


def _noun_forms(parts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return parts, (*parts[:-1], _plural(parts[-1]))


def _lists() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for file in sorted((_DATA / "lexicons").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            content = tomllib.loads(file.read_text(encoding="utf-8"))
            yield file.name.removesuffix(".toml"), content["kind"], _split(content["words"])
    for domain, kinds in _toml("services.toml").items():
        if isinstance(kinds, dict):
            for kind, terms in kinds.items():
                yield f"service:{domain}.{kind}", "nouns", _split(terms)


def _irregular() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for entry in _split(_toml("irregular.toml")["forms"]):
        lemma, past, participle = entry.split()
        found[lemma] = (past, participle)
    return found


def _split(words: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in words.replace("\n", ",").split(",") if entry.strip())


def _toml(name: str) -> dict[str, Any]:
    content: dict[str, Any] = tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
    return content
