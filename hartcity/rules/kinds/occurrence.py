"""Words that are fine once and too much when they pile up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from hartcity.rules.error import RuleSheetError
from hartcity.rules.kinds import Found, Hit, Kind


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft


@dataclass(frozen=True)
class Occurrence(Kind):
    """``phrases``, of which ``most`` may stand in the text (or, with ``per = "sentence"``, in a sentence)."""

    waits_for_phrases: ClassVar[bool] = True

    phrases: tuple[str, ...]
    most: int
    per: str

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``phrases``, ``most`` and ``per``."""
        kind = cls(table.texts("phrases"), int(table.number("most")), table.text("per", "text"))
        if not kind.phrases or kind.per not in {"text", "sentence"}:
            raise RuleSheetError(f"{table.where}: 'phrases' is empty, or 'per' is neither 'text' nor 'sentence'.")
        return kind

    def hits(self, _draft: TokenizedDraft, found: Sequence[Found]) -> Iterator[Hit]:
        """Yield the phrases beyond the number that may stand."""
        seen: dict[int, int] = {}
        for one in found:
            key = one.passage.sentence.span.start if self.per == "sentence" else 0
            seen[key] = seen.get(key, 0) + 1
            if seen[key] > self.most:
                yield Hit(one.span, one.passage, {"count": str(seen[key])})
