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
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from hartcity.rules.error import RuleSheetError
from hartcity.rules.inflection import forms


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_STOPS = frozenset(".;:!?()\u2014\u2026") | {"..."}
_BRACKETS = frozenset("[]")
_SIGNS = _BRACKETS | frozenset("*$")
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


@dataclass(eq=False)
class _Node:
    """A step of the phrases; ``words`` leads from a word to all steps that it may be, so that one look finds them."""

    words: dict[str, list[_Node]] = field(default_factory=dict)
    endings: list[tuple[tuple[str, ...], _Node]] = field(default_factory=list)
    gaps: dict[int, _Node] = field(default_factory=dict)
    signs: dict[str, _Node] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    children: dict[_Choice, _Node] = field(default_factory=dict)

    @cached_property
    def openers(self) -> frozenset[str] | None:
        """The words of which one has to follow here; None where a phrase ends or other words will do too."""
        if self.ends or self.endings or self.gaps or not self.signs.keys() <= _BRACKETS:
            return None
        found = set(self.words)
        for child in self.signs.values():
            if child.openers is None:
                return None
            found |= child.openers
        return frozenset(found)

    @cached_property
    def forks(self) -> dict[str, _Fork]:
        """Where each word leads; words of one class lead to the same steps and share their fork."""
        made: dict[tuple[int, ...], _Fork] = {}
        found: dict[str, _Fork] = {}
        for word, steps in self.words.items():
            ways = tuple(map(id, steps))
            if ways not in made:
                made[ways] = _Fork.of(steps)
            found[word] = made[ways]
        return found

    def ending_as(self, form: str) -> Iterator[_Node]:
        """Yield the steps that ``form`` leads to by its ending alone."""
        known = self.words.get(form, ())
        for endings, child in self.endings:
            if form.endswith(endings) and child not in known:
                yield child


class _Fork(NamedTuple):
    """The steps that a word leads to, by the word behind it: nearly all of them want a certain one."""

    by_word: dict[str, tuple[_Node, ...]]
    otherwise: tuple[_Node, ...]

    @classmethod
    def of(cls, steps: Sequence[_Node]) -> _Fork:
        """Sort steps by the words that they want behind them; their order stays."""
        by_word: dict[str, list[int]] = defaultdict(list)
        for number, step in enumerate(steps):
            for word in step.openers or ():
                by_word[word].append(number)
        open_to_all = [number for number, step in enumerate(steps) if step.openers is None]
        return cls(
            {word: tuple(steps[one] for one in sorted(wanting + open_to_all)) for word, wanting in by_word.items()},
            tuple(steps[one] for one in open_to_all),
        )


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
    """Many phrases, found in one pass, once all of them are added.

    ``add`` gives each phrase the number that ``Place.entry`` names it by.
    """

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

    def places(self, forms: Sequence[str]) -> list[Place]:
        """Return where phrases stand in a sentence of these tokens, in the order of their beginnings."""
        found: list[Place] = []
        opening = next((at for at, form in enumerate(forms) if _is_word(form)), len(forms))
        present = frozenset(forms)
        for begin in range(len(forms)):
            walk = _Walk(forms, present, begin, found)
            if begin == opening:
                walk.on(self._start, begin, begin, -1)
            walk.on(self._root, begin, begin, -1)
        return found


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
    """The way of the phrases through the words of a sentence, from the word ``begin`` on; ``found`` takes places.

    ``present`` holds the words of the sentence: most gaps lead to words that are not among them.
    """

    forms: Sequence[str]
    present: frozenset[str]
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
            self._over(length, child, at, opened, closed)
        if at == len(forms):
            return
        fork = node.forks.get(forms[at])
        if fork is not None:
            following = forms[at + 1] if at + 1 < len(forms) else ""
            for child in fork.by_word.get(following, fork.otherwise):
                self.on(child, at + 1, opened, closed)
        if node.endings and len(forms[at]) >= _SHORTEST:
            for child in node.ending_as(forms[at]):
                self.on(child, at + 1, opened, closed)

    def _over(self, length: int, node: _Node, at: int, opened: int, closed: int) -> None:
        """Go on from ``node`` behind a gap, wherever one of the words stands that it wants."""
        if node.openers is None:
            for here in _gap(self.forms, at, length):
                self.on(node, here, opened, closed)
        elif not node.openers.isdisjoint(self.present):
            for here in _gap(self.forms, at, length):
                if here < len(self.forms) and self.forms[here] in node.openers:
                    self.on(node, here, opened, closed)

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


def _gap(forms: Sequence[str], at: int, length: int) -> Iterator[int]:
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
