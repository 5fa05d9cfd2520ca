"""The one pass that finds the phrases of all rules in a sentence (see ``phrase_language``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hartcity.rules.phrase_language import PhraseTree


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.phrase_language import Node


_STOPS = frozenset(".;:!?()\u2014\u2026") | {"..."}
_SHORTEST = 5
"""Letters that a word has at least which is known by its ending alone."""

_NEAR_END = 4
"""So many tokens before the end of a sentence, of which none is a word, ``$`` holds already."""

_MOST_SIGNS = 16


class Place(NamedTuple):
    """Where a phrase was found: half-open ranges of tokens, of the words marked and of the whole phrase."""

    entry: int
    start: int
    end: int
    whole_start: int
    whole_end: int


class PhraseIndex:
    """Many phrases, found in one pass, once all of them are added.

    ``add`` gives each phrase the number that ``Place.entry`` names it by.
    """

    def __init__(self) -> None:
        self._tree = PhraseTree()
        self._count = 0

    @property
    def words(self) -> frozenset[str]:
        """Every word that some phrase names."""
        return self._tree.words()

    def add(self, phrase: str, where: str = "phrase") -> int:
        """Add a phrase; ``where`` stands in complaints.

        Raises:
            RuleSheetError: when the phrase is not in the language (see ``phrase_language``).

        """
        self._tree.add(phrase, self._count, where)
        self._count += 1
        return self._count - 1

    def places(self, forms: Sequence[str]) -> list[Place]:
        """Return where phrases stand in a sentence of these tokens, in the order of their beginnings."""
        found: list[Place] = []
        opening = next((at for at, form in enumerate(forms) if _is_word(form)), len(forms))
        present = frozenset(forms)
        for begin in range(len(forms)):
            walk = _Walk(forms, present, begin, found)
            if begin == opening:
                walk.on(self._tree.start, begin, begin, -1)
            walk.on(self._tree.root, begin, begin, -1)
        return found


class _Walk(NamedTuple):
    """The way of the phrases through the words of a sentence, from the word ``begin`` on; ``found`` takes places.

    ``present`` holds the words of the sentence: most gaps lead to words that are not among them.
    """

    forms: Sequence[str]
    present: frozenset[str]
    begin: int
    found: list[Place]

    def on(self, node: Node, at: int, opened: int, closed: int) -> None:
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

    def _over(self, length: int, node: Node, at: int, opened: int, closed: int) -> None:
        """Go on from ``node`` behind a gap, wherever one of the words stands that it wants."""
        if node.openers is None:
            for here in _gap(self.forms, at, length):
                self.on(node, here, opened, closed)
        elif not node.openers.isdisjoint(self.present):
            for here in _gap(self.forms, at, length):
                if here < len(self.forms) and self.forms[here] in node.openers:
                    self.on(node, here, opened, closed)

    def _after(self, sign: str, node: Node, at: int, opened: int, closed: int) -> None:
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
