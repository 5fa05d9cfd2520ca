"""Words that are fine by themselves and too much where they stand in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from hartcity.model import Span
from hartcity.rules.error import RuleSheetError
from hartcity.rules.kinds import Found, Hit, Kind


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft


@dataclass(frozen=True)
class Together(Kind):
    """``conditions`` and ``steps``: where one of each stands in a sentence, all from the first to the last is marked.

    ``count`` says how many of the phrases are conditions.
    """

    waits_for_phrases: ClassVar[bool] = True

    phrases: tuple[str, ...]
    count: int

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``conditions`` and ``steps``."""
        conditions, steps = table.texts("conditions"), table.texts("steps")
        if not conditions or not steps:
            raise RuleSheetError(f"{table.where}: 'conditions' and 'steps' should hold at least one phrase each.")
        return cls((*conditions, *steps), len(conditions))

    def hits(self, _draft: TokenizedDraft, found: Sequence[Found]) -> Iterator[Hit]:
        """Yield one stretch of each sentence that holds both."""
        by_sentence: dict[int, list[Found]] = {}
        for one in found:
            by_sentence.setdefault(one.passage.sentence.span.start, []).append(one)
        for here in by_sentence.values():
            sides = {one.place.entry < self.count for one in here}
            if len(sides) > 1:
                spans = [one.span for one in here]
                yield Hit(Span(min(span.start for span in spans), max(span.end for span in spans)), here[0].passage)
