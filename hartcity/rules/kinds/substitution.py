"""Words that have a plainer or kinder word of the same meaning, which the message may name as ``{instead}``."""

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
class Substitution(Kind):
    """``[instead]``: from phrase to what says the same."""

    waits_for_phrases: ClassVar[bool] = True

    phrases: tuple[str, ...]
    instead: tuple[str, ...]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``instead``."""
        pairs = table.mapping("instead")
        if not pairs:
            raise RuleSheetError(f"{table.where}: 'instead' should hold at least one pair of phrases.")
        return cls(tuple(pairs), tuple(pairs.values()))

    def hits(self, _draft: TokenizedDraft, found: Sequence[Found]) -> Iterator[Hit]:
        """Yield every phrase with what says the same."""
        for one in found:
            yield Hit(one.span, one.passage, {"instead": self.instead[one.place.entry]})
