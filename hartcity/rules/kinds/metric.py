"""Sentences that measure too much of something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from hartcity.rules.error import RuleSheetError
from hartcity.rules.kinds import Found, Hit, Kind
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.tokens import tokenized


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hartcity.rules.passage import Passage
    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft


_COORDINATORS = frozenset(("and", "or", "but", "so", "nor", "then", "plus"))


@kept(SENTENCES)
def _coordinators(sentence: str) -> float:
    """Count the words that string clauses together."""
    return sum(form in _COORDINATORS for form in tokenized(sentence).forms)


@kept(SENTENCES)
def _repetition(sentence: str) -> float:
    """Return the share of the sentence's words, in percent, that stood in it before."""
    forms = [token.form for token in tokenized(sentence).tokens if token.is_word]
    return 100 * (1 - len(set(forms)) / len(forms)) if forms else 0


MEASURES: Mapping[str, Callable[[Passage], float]] = {
    "words": lambda passage: passage.word_count,
    "coordinators": lambda passage: _coordinators(passage.sentence.plain),
    "repetition": lambda passage: _repetition(passage.sentence.plain),
}


@dataclass(frozen=True)
class Metric(Kind):
    """``[least]``: from a measure (``words``, ``coordinators``, ``repetition``) to the value that is too much.

    A sentence is marked when it reaches all of them.
    """

    phrases: tuple[str, ...]
    least: tuple[tuple[str, float], ...]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``least``."""
        limits = table.table("least")
        least = tuple((name, limits.number(name, -1)) for name in MEASURES)
        limits.finish()
        chosen = tuple((name, value) for name, value in least if value >= 0)
        if not chosen:
            raise RuleSheetError(f"{table.where}: 'least' should name one of {', '.join(MEASURES)}.")
        return cls((), chosen)

    def hits(self, draft: TokenizedDraft, _found: Sequence[Found]) -> Iterator[Hit]:
        """Yield the sentences."""
        for passage in draft.passages:
            if all(MEASURES[name](passage) >= value for name, value in self.least):
                first, _ = self.least[0]
                yield Hit(passage.sentence.span, passage, {"count": f"{MEASURES[first](passage):.0f}"})
