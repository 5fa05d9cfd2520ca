"""A rule as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from hartcity.model import Family, Severity
    from hartcity.rules.context import Context
    from hartcity.rules.kinds import Kind
    from hartcity.rules.passage import Passage


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One thing that is looked for.

    ``message`` says what was seen and may hold ``{text}`` (the words, shortened) and names that its kind fills in.
    ``flagged`` and ``clean`` are texts that the rule speaks on and stays silent on; tests run them all. Rules are told
    apart by identity, which keeps the look-up of a whole set of them cheap.
    """

    name: str
    family: Family
    kind: Kind
    context: Context
    message: str
    question: str
    why: str
    source: str
    severity: Severity
    flagged: tuple[str, ...]
    clean: tuple[str, ...]

    def reads(self, passage: Passage, *, email: bool) -> bool:
        """Whether the rule is about a passage at all: around an email only private matter is looked for."""
        return not (email and passage.is_around) or self.family.is_private

    @property
    def id(self) -> str:
        """The dotted id that findings carry (``wordy.due_to_the_fact_that``)."""
        return f"{self.family.value}.{self.name}"
