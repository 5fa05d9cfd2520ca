"""Names of people in the names of files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from hartcity.model import Span
from hartcity.rules.kinds import Found, Hit, Kind
from hartcity.rules.kinds.person_name import nobodys_names
from hartcity.rules.word_class import word_class
from hartcity.text.file_names import file_names, words_of_file
from hartcity.text.frequency import is_familiar
from hartcity.text.somebody import is_made
from hartcity.text.word_lists import is_ordinary


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft


_SHORTEST = 4
_ABBREVIATION = 5


@dataclass(frozen=True)
class FileName(Kind):
    """Words of a file's name that are neither words of English, nor of the writer's or the reader's own names."""

    phrases: tuple[str, ...] = ()

    @classmethod
    def read(cls, _table: Table) -> Self:
        """Take nothing: the kind has no keys of its own."""
        return cls()

    def hits(self, draft: TokenizedDraft, _found: Sequence[Found]) -> Iterator[Hit]:
        """Yield the words that read as a name, those that stand side by side together."""
        for passage in draft.every_passage:
            for file in file_names(draft.plain, *passage.sentence.span):
                name = file.of(draft.plain)
                named = [word.shifted(file.start) for word in words_of_file(name) if _names(draft, word.of(name))]
                for span in _together(named):
                    yield Hit(span, passage)


def _names(draft: TokenizedDraft, written: str) -> bool:
    word = written.lower()
    if draft.is_own(word) or word in nobodys_names() or is_ordinary(word):
        return False
    if any(word in word_class(kind) for kind in ("first_name", "surname")):
        return True
    is_abbreviation = written.isupper() and len(written) <= _ABBREVIATION
    return len(word) >= _SHORTEST and not (is_abbreviation or is_familiar(word) or is_made(word))


def _together(words: Sequence[Span]) -> Iterator[Span]:
    """Join words with no more than a mark between them."""
    if not words:
        return
    start = words[0].start
    for word, then in pairwise(words):
        if then.start > word.end + 1:
            yield Span(start, word.end)
            start = then.start
    yield Span(start, words[-1].end)
