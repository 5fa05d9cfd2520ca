"""The kinds of rule. Each module here holds one, named after the module; a rule sheet says ``kind = "<module>"``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

from hartcity.plugins import modules_in


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hartcity.model import Span
    from hartcity.rules.passage import Passage
    from hartcity.rules.phrases import Place
    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft


class Hit(NamedTuple):
    """Words that a rule marks, the sentence they stand in, and what fills the gaps of the rule's message."""

    span: Span
    passage: Passage
    values: Mapping[str, str] = MappingProxyType({})


class Found(NamedTuple):
    """A phrase of the rule in a sentence; ``place.entry`` counts the rule's own phrases from 0."""

    passage: Passage
    place: Place

    @property
    def span(self) -> Span:
        """Where the marked words stand."""
        return self.passage.span(self.place.start, self.place.end)


class Kind(ABC):
    """How a rule finds its words. ``phrases`` are looked up for all rules at once and handed to ``hits``.

    A kind that ``waits_for_phrases`` marks nothing in a text in which none of them is found.
    """

    phrases: tuple[str, ...]
    waits_for_phrases: ClassVar[bool] = False

    @classmethod
    @abstractmethod
    def read(cls, table: Table) -> Self:
        """Take this kind's own keys from a rule's table.

        Raises:
            RuleSheetError: when one is missing or is not what it should be.

        """

    @abstractmethod
    def hits(self, draft: TokenizedDraft, found: Sequence[Found]) -> Iterator[Hit]:
        """Yield what the rule marks; ``found`` are its own phrases, in the order of the text."""

    def fine(self, _draft: TokenizedDraft) -> Iterator[Span]:
        """Yield words that are known to be fine, whoever else marks them: none, unless a kind knows of some."""
        yield from ()


@cache
def kinds() -> dict[str, type[Kind]]:
    """Return every kind under its name."""
    found: dict[str, type[Kind]] = {}
    for name, module in modules_in(__name__).items():
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Kind) and value.__module__ == module.__name__:
                found[name] = value
    return found
