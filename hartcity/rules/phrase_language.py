"""The small language in which rules name their words.

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

All phrases grow into one tree, in which those that begin alike share their first steps.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from hartcity.rules.error import RuleSheetError
from hartcity.rules.inflection import forms
from hartcity.rules.word_class import word_class


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_BRACKETS = frozenset("[]")
_SIGNS = _BRACKETS | frozenset("*$")
_WORD = re.compile(r"[\[\]]|\([^()\[\]]{1,400}\)\??|[^\s\[\]]{1,2000}")
_MARKS = frozenset(",;:()!?.\u2014\u2026&$%")


class _Choice(NamedTuple):
    """One of several words, or of several endings."""

    words: frozenset[str]
    endings: tuple[str, ...]


@dataclass(eq=False)
class Node:
    """A step of the phrases; ``words`` leads from a word to all steps that it may be, so that one look finds them."""

    words: dict[str, list[Node]] = field(default_factory=dict)
    endings: list[tuple[tuple[str, ...], Node]] = field(default_factory=list)
    gaps: dict[int, Node] = field(default_factory=dict)
    signs: dict[str, Node] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    children: dict[_Choice, Node] = field(default_factory=dict)

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
    def forks(self) -> dict[str, Fork]:
        """Where each word leads; words of one class lead to the same steps and share their fork."""
        made: dict[tuple[int, ...], Fork] = {}
        found: dict[str, Fork] = {}
        for word, steps in self.words.items():
            ways = tuple(map(id, steps))
            if ways not in made:
                made[ways] = Fork.of(steps)
            found[word] = made[ways]
        return found

    def ending_as(self, form: str) -> Iterator[Node]:
        """Yield the steps that ``form`` leads to by its ending alone."""
        known = self.words.get(form, ())
        for endings, child in self.endings:
            if form.endswith(endings) and child not in known:
                yield child


class Fork(NamedTuple):
    """The steps that a word leads to, by the word behind it: nearly all of them want a certain one."""

    by_word: dict[str, tuple[Node, ...]]
    otherwise: tuple[Node, ...]

    @classmethod
    def of(cls, steps: Sequence[Node]) -> Fork:
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


class PhraseTree:
    """The phrases that were added: from ``root`` those that may begin anywhere, from ``start`` those of a beginning."""

    def __init__(self) -> None:
        self.root = Node()
        self.start = Node()

    def add(self, phrase: str, entry: int, where: str) -> None:
        """Add a phrase under a number; ``where`` stands in complaints.

        Raises:
            RuleSheetError: when the phrase is not in the language described above.

        """
        words = _WORD.findall(phrase)
        if not words or words.count("[") != words.count("]") or words.count("[") > 1:
            raise RuleSheetError(f"{where}: the phrase '{phrase}' cannot be read.")
        nodes = [self.root]
        if words[0] == "^":
            nodes, words = [self.start], words[1:]
        for word in words:
            nodes = _extended(nodes, word, f"{where}, '{phrase}'")
        for node in nodes:
            if node is self.root or node is self.start:
                raise RuleSheetError(f"{where}: the phrase '{phrase}' may be empty.")
            node.ends.append(entry)

    def words(self) -> frozenset[str]:
        """Return every word that some phrase names."""
        found: set[str] = set()
        known: set[Node] = set()
        waiting = [self.root, self.start]
        while waiting:
            node = waiting.pop()
            if node not in known:
                known.add(node)
                found.update(node.words)
                waiting += (*node.children.values(), *node.gaps.values(), *node.signs.values())
        return frozenset(found)


def _extended(nodes: Iterable[Node], word: str, where: str) -> list[Node]:
    optional = len(word) > 1 and word.endswith("?")
    bare = word[:-1] if optional else word
    found: list[Node] = []
    for node in nodes:
        for target in (*_targets(node, bare, where), *([node] if optional else [])):
            if all(target is not other for other in found):
                found.append(target)
    return found


def _targets(node: Node, word: str, where: str) -> list[Node]:
    if not (word.startswith("(") and word.endswith(")")):
        return [_child(node, word, where)]
    targets: list[Node] = []
    for choice in word[1:-1].split("|"):
        if not choice.strip():
            raise RuleSheetError(f"{where}: '{word}' has an empty choice.")
        nodes = [node]
        for part in choice.split():
            nodes = _extended(nodes, part, where)
        targets += nodes
    return targets


def _child(node: Node, word: str, where: str) -> Node:
    if word in _SIGNS:
        return node.signs.setdefault(word, Node())
    if word.startswith("..") and word[2:].isdigit():
        return node.gaps.setdefault(int(word[2:]), Node())
    choice = _choice(word)
    if word != word.lower() or not all(_is_readable(part) for part in (*choice.words, *choice.endings)):
        raise RuleSheetError(f"{where}: '{word}' cannot be read.")
    if choice not in node.children:
        child = node.children[choice] = Node()
        for form in choice.words:
            node.words.setdefault(form, []).append(child)
        if choice.endings:
            node.endings.append((choice.endings, child))
    return node.children[choice]


def _is_readable(word: str) -> bool:
    return word in _MARKS or word == "'s" or word.replace("/", "").isalnum()


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
