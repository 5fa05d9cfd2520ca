"""Where sentences and clauses end in a description, and the small words of which its clauses are built."""

from __future__ import annotations

import re
from collections.abc import Iterator


COMMA = r",(?!\d{3})"
"""A comma that ends something, and does not stand inside a number."""

OPENS = r"(?:^|(?<=[.;])\s*)"
"""Where a sentence begins."""

NOT = r"(?: not|n['\u2019]t)"
CANNOT = r"can(?:not|['\u2019]t)"
ANYBODY = r"(?:any|every)(?:one|body)"
NOBODY = r"(?:no[ -]one|nobody)"

_SENTENCE = re.compile(r"[;()]|[.!?](?=\s|$)")
_CLAUSE = re.compile(rf"{COMMA}|\s[-\u2013\u2014]+\s(?!\d)")
_STEP = re.compile(r"[;,(]|\.(?=\s|$)|:(?=\s)")


def sentences(words: str) -> list[str]:
    """Return the sentences of a description; what stands in brackets is one of its own."""
    return _SENTENCE.split(words)


def clauses(sentence: str) -> Iterator[str]:
    """Yield the clauses of a sentence that say anything."""
    return filter(None, map(str.strip, _CLAUSE.split(sentence)))


def around(words: str, found: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and behind what was found, as far as its clause goes."""
    cuts = tuple(_STEP.finditer(words))
    first = max((cut.end() for cut in cuts if cut.end() <= found.start()), default=0)
    last = min((cut.start() for cut in cuts if cut.start() >= found.end()), default=len(words))
    return words[first : found.start()], words[found.end() : last]
