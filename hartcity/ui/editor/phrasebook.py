"""Sentences that the browser has been told once are named by number afterwards, so that an answer stays small."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Phrasebook:
    """The phrases of one browser session, in the order in which they were first said.

    ``name`` changes with the session, so that a browser that kept numbers from an earlier one is told everything anew.
    """

    name: str = field(default_factory=lambda: secrets.token_urlsafe(6))
    phrases: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, phrase: str) -> int | None:
        """Return the number of ``phrase``, which is written into the book when it is new; None for an empty one."""
        if not phrase:
            return None
        if phrase not in self.numbers:
            self.numbers[phrase] = len(self.phrases)
            self.phrases.append(phrase)
        return self.numbers[phrase]

    def news(self, heard: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the browser sent
        """Return what the browser has not heard yet; ``heard`` is its ``[book, how many]``."""
        known = 0
        if isinstance(heard, list) and len(heard) == len(("book", "count")) and heard[0] == self.name:
            known = heard[1] if isinstance(heard[1], int) and 0 <= heard[1] <= len(self.phrases) else 0
        return {"book": self.name, "from": known, "list": self.phrases[known:]}
