"""Who writes to each other: the words by which a draft names its writer and its reader."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hartcity.model import ServicePlan
from hartcity.text.characters import plain
from hartcity.text.parts import Block, Part


_PARTS = frozenset({Part.ADDRESS, Part.SALUTATION, Part.SIGNATURE})
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor)\.?\s(?:[A-Z]\w+\s)?(?P<surname>[A-Z][\w'\u2019-]+)")
_WORD = re.compile(r"[^\W\d_]{2,}")


def correspondents_words(text: str, blocks: Iterable[Block], plan: ServicePlan | None) -> frozenset[str]:
    """Return the words, in lower case, of letterheads, greeting and signature, and of the plan's agencies."""
    told = [block.span.of(text) for block in blocks if block.part in _PARTS]
    if plan is not None:
        told += [plan.email_recipient, *(name for one in plan.services for name in (one.organization, one.service))]
    return frozenset(word.lower() for words in told for word in _WORD.findall(plain(words)))


def titled_surnames(texts: Iterable[str]) -> frozenset[str]:
    """Return the surnames that stand behind a title, as they are written (Dear Ms. Hollander)."""
    return frozenset(found["surname"] for text in texts for found in _TITLED.finditer(text))
