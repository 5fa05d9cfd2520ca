"""The small language in which rules name their words, and the one pass that finds all of them.

A phrase is a row of words as they are spoken, in lower case. A word may be

========== =============================================================
``word``   itself (``do not`` also finds *don't*; no hyphens: ``self made``)
``a|b``    one of several
``word~``  any form of the word (``make~``: make, makes, made, making)
``@class`` a word of ``words/<class>.txt``
``*``      any one word
``..3``    up to three words, commas allowed
``word?``  the word or nothing (with ``|``, ``~`` and ``@`` too)
``^``      the beginning of a sentence
``$``      the end of a sentence
========== =============================================================

Square brackets around some of the words say which of them are marked; without brackets, all are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from hartcity.rules.inflection import forms
from hartcity.rules.rule import RuleSheetError


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hartcity.rules.tokens import Token


_STOPS = frozenset(".;:!?()\u2014\u2026") | {"..."}
_MARKS = frozenset(",;:()!?.\u2014\u2026&$%")


class Place(NamedTuple):
    """Where a phrase was found: half-open ranges of tokens, of the words marked and of the whole phrase."""

    entry: int
    start: int
    end: int
    whole_start: int
    whole_end: int


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    sets: dict[frozenset[str], _Node] = field(default_factory=dict)
    any: _Node | None = None
    gaps: dict[int, _Node] = field(default_factory=dict)
    stop: _Node | None = None
    opens: _Node | None = None
    closes: _Node | None = None
    ends: list[int] = field(default_factory=list)


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


def _alternatives(word: str) -> frozenset[str]:
    found: set[str] = set()
    for choice in word.split("|"):
        if choice.startswith("@"):
            found |= word_class(choice[1:])
        elif choice.endswith("~"):
            found |= forms(choice[:-1])
        else:
            found.add(choice)
    return frozenset(found)


class PhraseIndex:
    """Many phrases, found in one pass. ``add`` gives each phrase the number that ``Place.entry`` names it by."""

    def __init__(self) -> None:
        self._root = _Node()
        self._start = _Node()
        self._count = 0

    def add(self, phrase: str, where: str = "phrase") -> int:
        """Add a phrase.

        Raises:
            RuleSheetError: when the phrase is not in the language described above.

        """
        entry = self._count
        self._count += 1
        words = phrase.replace("[", " [ ").replace("]", " ] ").split()
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

    def places(self, tokens: Sequence[Token]) -> Iterator[Place]:
        """Yield where phrases stand in one sentence."""
        opening = 0
        while opening < len(tokens) and not tokens[opening].is_word:
            opening += 1
        for begin in range(len(tokens)):
            if begin == opening:
                yield from _walk(self._start, tokens, begin, begin, begin, -1)
            yield from _walk(self._root, tokens, begin, begin, begin, -1)


def _extended(nodes: Iterable[_Node], word: str, where: str) -> list[_Node]:
    optional = len(word) > 1 and word.endswith("?")
    bare = word[:-1] if optional else word
    found: list[_Node] = []
    for node in nodes:
        target = _child(node, bare, where)
        if all(target is not other for other in found):
            found.append(target)
        if optional and all(node is not other for other in found):
            found.append(node)
    return found


def _child(node: _Node, word: str, where: str) -> _Node:
    if word == "[":
        node.opens = node.opens or _Node()
        return node.opens
    if word == "]":
        node.closes = node.closes or _Node()
        return node.closes
    if word == "$":
        node.stop = node.stop or _Node()
        return node.stop
    if word == "*":
        node.any = node.any or _Node()
        return node.any
    if word.startswith("..") and word[2:].isdigit():
        return node.gaps.setdefault(int(word[2:]), _Node())
    choices = _alternatives(word)
    if word != word.lower() or not all(c and (c in _MARKS or c == "'s" or c.isalnum()) for c in choices):
        raise RuleSheetError(f"{where}: '{word}' cannot be read.")
    if len(choices) == 1:
        return node.words.setdefault(next(iter(choices)), _Node())
    return node.sets.setdefault(choices, _Node())


def _walk(node: _Node, tokens: Sequence[Token], begin: int, at: int, opened: int, closed: int) -> Iterator[Place]:
    for entry in node.ends:
        yield Place(entry, opened, at if closed < 0 else closed, begin, at)
    if node.opens:
        yield from _walk(node.opens, tokens, begin, at, at, closed)
    if node.closes:
        yield from _walk(node.closes, tokens, begin, at, opened, at)
    if node.stop and (at == len(tokens) or not any(token.is_word for token in tokens[at : at + 4])):
        yield from _walk(node.stop, tokens, begin, at, opened, closed)
    if at == len(tokens):
        return
    token = tokens[at]
    following = node.words.get(token.form)
    if following:
        yield from _walk(following, tokens, begin, at + 1, opened, closed)
    for words, child in node.sets.items():
        if token.form in words:
            yield from _walk(child, tokens, begin, at + 1, opened, closed)
    if node.any and token.is_word:
        yield from _walk(node.any, tokens, begin, at + 1, opened, closed)
    for length, child in node.gaps.items():
        skipped, here = 0, at
        while True:
            yield from _walk(child, tokens, begin, here, opened, closed)
            if here == len(tokens) or tokens[here].form in _STOPS:
                break
            skipped += tokens[here].is_word
            here += 1
            if skipped > length:
                break
