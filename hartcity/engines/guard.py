"""Who may stand in a draft without being called a misspelling: names, acronyms, the writer's own words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING

from hartcity.text.characters import plain
from hartcity.text.sentences import sentences


if TYPE_CHECKING:
    from hartcity.model import Finding, Span


_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"'s?$", re.IGNORECASE)
_LONGEST_ACRONYM = 6
_CAPITAL_FOLLOWS = frozenset(":\n")
_LINE_ENDS = frozenset(("", "\n"))
_OPENINGS = frozenset(" \"'([{*_\u2014-\u2022\u00ad")
_BULLET = re.compile(r"[ ]{0,40}(?:[-*+\u2022\u25cf\u25aa\u2043\u2014o]|\(?\w{1,2}[.)])[ ]+")
_ADDRESS_MARKS = ("@", "://", "www.")


@cache
def _field_terms() -> frozenset[str]:
    """Return the words and acronyms of the field, folded."""
    data = tomllib.loads(resources.files("hartcity.engines").joinpath("data/field_terms.toml").read_text("utf-8"))
    return frozenset(_folded(word) for word in (*data["acronyms"], *data["words"]))


@cache
def _calendar() -> frozenset[str]:
    """Return capitalized words in which a slip is a slip, and not somebody's name: days and months."""
    data = tomllib.loads(resources.files("hartcity.engines").joinpath("data/calendar.toml").read_text("utf-8"))
    return frozenset(data["names"])


class Guard:
    """Tells misspellings in one text from words that are right although no dictionary has them."""

    def __init__(self, text: str, accepted_words: Iterable[str] = ()) -> None:
        """Take the text and the words that the plan and the writer's dictionary name; case does not matter."""
        self._view = plain(text)
        self._accepted = frozenset(_folded(part) for word in accepted_words for part in _WORD.findall(plain(word)))

    def accepts(self, finding: Finding, *, slip: str = "") -> bool:
        """Whether the marked word may well be right: a name, an acronym, a word of the writer's.

        ``slip`` is the word that the engines agree was meant, if they do: a word at the start of a sentence is not
        taken for a name when it is one keystroke from that.
        """
        view = finding.span.of(self._view)
        if any(letter.isdigit() for letter in view) or self.is_in_address(finding.span):
            return True
        return all(self._is_known(found[0], finding.span.start + found.start(), slip) for found in _WORD.finditer(view))

    def is_in_list(self, span: Span) -> bool:
        """Whether the words stand at the beginning of an item of a list."""
        line = self._view.rfind("\n", 0, span.start) + 1
        bullet = _BULLET.match(self._view, line)
        return bullet is not None and bullet.start() <= span.start <= bullet.end()

    def is_in_address(self, span: Span) -> bool:
        """Whether the words are part of an email or web address."""
        start, end = span
        while start > 0 and not self._view[start - 1].isspace() and span.start - start < _FARTHEST:
            start -= 1
        while end < len(self._view) and not self._view[end].isspace() and end - span.end < _FARTHEST:
            end += 1
        token = self._view[start:end]
        return any(mark in token for mark in _ADDRESS_MARKS)

    def _is_known(self, word: str, start: int, slip: str) -> bool:
        folded = _folded(word)
        if folded in self._accepted or folded in _field_terms() or _singular(folded) in _field_terms():
            return True
        bare = _POSSESSIVE.sub("", word)
        if bare[1:] != bare[1:].lower():
            return len(bare) <= _LONGEST_ACRONYM or not bare.isupper()
        if not bare[:1].isupper() or slip in _calendar():
            return False
        if not self._begins_sentence(start) or self._is_part_of_name(start, word) or bare in self._names:
            return True
        return not (slip and _is_one_slip(bare.lower(), slip.lower()))

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words with a capital somewhere inside a sentence: elsewhere in the text they are names too."""
        capitals = (found for found in _WORD.finditer(self._view) if found[0][0].isupper())
        return frozenset(
            _POSSESSIVE.sub("", found[0]) for found in capitals if not self._begins_sentence(found.start())
        )

    @cached_property
    def _sentence_starts(self) -> frozenset[int]:
        return frozenset(span.start for span in sentences(self._view, 0, len(self._view)))

    def _begins_sentence(self, start: int) -> bool:
        """Whether a capital is due here anyway: at the start of a sentence or a line, or after a colon."""
        while start not in self._sentence_starts and self._view[start - 1 : start] in _OPENINGS and start > 0:
            start -= 1
        return start in self._sentence_starts or self._view[start - 1] in _CAPITAL_FOLLOWS

    def _is_part_of_name(self, start: int, word: str) -> bool:
        """Whether another capitalized word follows on the same line, or the line holds nothing else, as a signature."""
        end = start + len(word)
        following = _WORD.match(self._view, end + 1)
        if following is not None and following[0][0].isupper() and self._view[end] == " ":
            return True
        return self._view[max(0, start - 1) : start] in _LINE_ENDS and self._view[end : end + 1] in _LINE_ENDS


def _is_one_slip(typed: str, meant: str) -> bool:
    """Whether one keystroke too many, too few, wrong, or two in the wrong order make the difference."""
    if abs(len(typed) - len(meant)) > 1 or len(typed) < _SHORTEST_SLIP:
        return False
    first = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    rest, other = typed[first:], meant[first:]
    swapped = len(rest) > 1 and rest[1::-1] == other[:2] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


_SHORTEST_SLIP = 5
_FARTHEST = 200
"""How far, in code points, the guard looks around a word; keeps it linear on texts without a space."""


def _folded(word: str) -> str:
    return _POSSESSIVE.sub("", plain(word)).casefold()


def _singular(folded: str) -> str:
    return folded.removesuffix("s")
