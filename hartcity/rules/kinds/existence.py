"""Words that are worth a remark wherever they stand."""

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
class Existence(Kind):
    """``phrases``: any of them is marked."""

    waits_for_phrases: ClassVar[bool] = True

    phrases: tuple[str, ...]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``phrases``."""
        phrases = table.texts("phrases")
        if not phrases:
            raise RuleSheetError(f"{table.where}: 'phrases' should hold at least one phrase.")
        return cls(phrases)

    def hits(self, _draft: TokenizedDraft, found: Sequence[Found]) -> Iterator[Hit]:
        """Yield every phrase."""
        for one in found:
            yield Hit(one.span, one.passage)
