"""The small language in which rules name their words, and the one pass that finds all of them.

A phrase is a row of words as they are spoken, in lower case. A word may be

=========== =============================================================
``word``    itself (``do not`` also finds *don't*; no hyphens: ``self made``)
``a|b``     one of several
``(a b|c)`` one of several, where one has more than one word
``word~``   any form of the word (``make~``: make, makes, made, making)
``@class``  a word of ``words/<class>.txt``
``*``       any one word
``*ed``     any word of at least five letters that ends so (with ``|`` too)
``..3``     up to three words, commas allowed
``word?``   the word or nothing (with ``|``, ``~``, ``@`` and brackets too)
``^``       the beginning of a sentence
``$``       the end of a sentence
=========== =============================================================

Square brackets around some of the words say which of them are marked; without brackets, all are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from hartcity.rules.error import RuleSheetError
from hartcity.rules.inflection import forms
from hartcity.text.kept import SENTENCES, kept


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hartcity.rules.tokens import Token


_STOPS = frozenset(".;:!?()\u2014\u2026") | {"..."}
_SIGNS = frozenset("[]*$")
_WORD = re.compile(r"[\[\]]|\([^()\[\]]{1,400}\)\??|[^\s\[\]]{1,2000}")
_SHORTEST = 5
_NEAR_END = 4
_MOST_SIGNS = 16
_MARKS = frozenset(",;:()!?.\u2014\u2026&$%")


class Place(NamedTuple):
    """Where a phrase was found: half-open ranges of tokens, of the words marked and of the whole phrase."""

    entry: int
    start: int
    end: int
    whole_start: int
    whole_end: int


class _Choice(NamedTuple):
    """One of several words, or of several endings."""

    words: frozenset[str]
    endings: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    """A step of the phrases; ``words`` leads from a word to all steps that it may be, so that one look finds them."""

    words: dict[str, list[_Node]] = field(default_factory=dict)
    endings: list[tuple[tuple[str, ...], _Node]] = field(default_factory=list)
    gaps: dict[int, _Node] = field(default_factory=dict)
    signs: dict[str, _Node] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    children: dict[_Choice, _Node] = field(default_factory=dict)


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of ``words/<name>.txt``: one or more a line, ``~`` for all forms, ``#`` for a remark.

    Raises:
        RuleSheetError: when there is no such class.

    """
    try:
        text = (files("hartcity.rules") / "words" / f"{name}.txt").read_text(encoding="utf8")
    except FileNotFoundError as missing:
        raise RuleSheetError(f"There is no class of words called @{name}.") from missing
    found: set[str] = set()
    for line in text.splitlines():
        for word in line.partition("#")[0].split():
            found |= forms(word[:-1]) if word.endswith("~") else word_class(word[1:]) if word[0] == "@" else {word}
    return frozenset(found)


def _choice(word: str) -> _Choice:
    found: set[str] = set()
    endings: list[str] = []
    for choice in word.split("|"):
        if choice.startswith("@"):
            found |= word_class(choice[1:])
        elif choice.endswith("~"):
            found |= forms(choice[:-1])
        elif choice.startswith("*"):
            endings.append(choice[1:])
        else:
            found.add(choice)
    return _Choice(frozenset(found), tuple(endings))


class PhraseIndex:
    """Many phrases, found in one pass. ``add`` gives each phrase the number that ``Place.entry`` names it by."""

    def __init__(self) -> None:
        self._root = _Node()
        self._start = _Node()
        self._count = 0
        self._places = kept(SENTENCES)(self._walked)

    def add(self, phrase: str, where: str = "phrase") -> int:
        """Add a phrase.

        Raises:
            RuleSheetError: when the phrase is not in the language described above.

        """
        entry = self._count
        self._count += 1
        words = _WORD.findall(phrase)
        if not words or words.count("[") != words.count("]") or words.count("[") > 1:
            raise RuleSheetError(f"{where}: the phrase '{phrase}' cannot be read.")
        nodes = [self._root]
        if words[0] == "^":
            nodes, words = [self._start], words[1:]
        for word in words:
            nodes = _extended(nodes, word, f"{where}, '{phrase}'")
        for node in nodes:
            if node is self._root or node is self._start:
                raise RuleSheetError(f"{where}: the phrase '{phrase}' may be empty.")
            node.ends.append(entry)
        return entry

    def places(self, tokens: Sequence[Token]) -> tuple[Place, ...]:
        """Return where phrases stand in one sentence."""
        return self._places(tuple(token.form for token in tokens))

    def _walked(self, forms: tuple[str, ...]) -> tuple[Place, ...]:
        found: list[Place] = []
        opening = next((at for at, form in enumerate(forms) if _is_word(form)), len(forms))
        for begin in range(len(forms)):
            walk = _Walk(forms, begin, found)
            if begin == opening:
                walk.on(self._start, begin, begin, -1)
            walk.on(self._root, begin, begin, -1)
        return tuple(found)


def _extended(nodes: Iterable[_Node], word: str, where: str) -> list[_Node]:
    optional = len(word) > 1 and word.endswith("?")
    bare = word[:-1] if optional else word
    found: list[_Node] = []
    for node in nodes:
        for target in (*_targets(node, bare, where), *([node] if optional else [])):
            if all(target is not other for other in found):
                found.append(target)
    return found


def _targets(node: _Node, word: str, where: str) -> list[_Node]:
    if not (word.startswith("(") and word.endswith(")")):
        return [_child(node, word, where)]
    targets: list[_Node] = []
    for choice in word[1:-1].split("|"):
        if not choice.strip():
            raise RuleSheetError(f"{where}: '{word}' has an empty choice.")
        nodes = [node]
        for part in choice.split():
            nodes = _extended(nodes, part, where)
        targets += nodes
    return targets


def _child(node: _Node, word: str, where: str) -> _Node:
    if word in _SIGNS:
        return node.signs.setdefault(word, _Node())
    if word.startswith("..") and word[2:].isdigit():
        return node.gaps.setdefault(int(word[2:]), _Node())
    choice = _choice(word)
    if word != word.lower() or not all(_is_readable(part) for part in (*choice.words, *choice.endings)):
        raise RuleSheetError(f"{where}: '{word}' cannot be read.")
    if choice not in node.children:
        child = node.children[choice] = _Node()
        for form in choice.words:
            node.words.setdefault(form, []).append(child)
        if choice.endings:
            node.endings.append((choice.endings, child))
    return node.children[choice]


def _is_readable(word: str) -> bool:
    return word in _MARKS or word == "'s" or word.replace("/", "").isalnum()


class _Walk(NamedTuple):
    """The way of the phrases through the words of a sentence, from the word ``begin`` on; ``found`` takes places."""

    forms: tuple[str, ...]
    begin: int
    found: list[Place]

    def on(self, node: _Node, at: int, opened: int, closed: int) -> None:
        """Go on from ``node`` at the word ``at``; the marked words are from ``opened`` to ``closed`` (-1: not yet)."""
        forms = self.forms
        for entry in node.ends:
            self.found.append(Place(entry, opened, at if closed < 0 else closed, self.begin, at))
        for sign, child in node.signs.items():
            self._after(sign, child, at, opened, closed)
        for length, child in node.gaps.items():
            for here in _gap(forms, at, length):
                self.on(child, here, opened, closed)
        if at == len(forms):
            return
        form = forms[at]
        known = node.words.get(form, ())
        for child in known:
            self.on(child, at + 1, opened, closed)
        if node.endings and len(form) >= _SHORTEST:
            for endings, child in node.endings:
                if form.endswith(endings) and child not in known:
                    self.on(child, at + 1, opened, closed)

    def _after(self, sign: str, node: _Node, at: int, opened: int, closed: int) -> None:
        if sign == "[":
            self.on(node, at, at, closed)
        elif sign == "]":
            self.on(node, at, opened, at)
        elif sign == "*":
            if at < len(self.forms) and _is_word(self.forms[at]):
                self.on(node, at + 1, opened, closed)
        elif not any(map(_is_word, self.forms[at : at + _NEAR_END])):
            self.on(node, at, opened, closed)


def _is_word(form: str) -> bool:
    """Whether a token is a word or number, and neither a mark nor a possessive ending."""
    return form[0].isalnum()


def _gap(forms: tuple[str, ...], at: int, length: int) -> Iterator[int]:
    """Yield where a gap of up to ``length`` words may end; it never crosses the end of a clause, nor a row of signs.

    Without the second bound a line of commas would take time that grows with its square.
    """
    skipped, furthest = 0, at + length + _MOST_SIGNS
    while skipped <= length and at <= furthest:
        yield at
        if at == len(forms) or forms[at] in _STOPS:
            return
        skipped += _is_word(forms[at])
        at += 1
