"""The same words in another order: all that a keyword counter looks for is still there."""

import random
import re

from hartcity.analysis.moves._compare import fell
from hartcity.model import Draft, Report


TITLE = "Shuffle all words"
EXPECTATION = "No score is given, or clarity falls by 20 points"

_WORD = re.compile(r"\S+")
_ENOUGH = 20


def make(draft: Draft) -> str | None:
    """Return the text with its words in a random order that is always the same."""
    words = _WORD.findall(draft.text)
    random.Random(len(words)).shuffle(words)  # noqa: S311 - nothing secret
    remaining = iter(words)
    return _WORD.sub(lambda _: next(remaining), draft.text) if words else None


def noticed(before: Report, after: Report) -> bool:
    """Whether the text is refused or is far less clear."""
    return after.refused is not None or fell("clarity", before, after, _ENOUGH)
