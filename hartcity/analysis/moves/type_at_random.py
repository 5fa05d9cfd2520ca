"""Every letter is replaced by one at random."""

import random
import re

from hartcity.analysis.moves._compare import fell
from hartcity.model import Draft, Report


TITLE = "Replace every letter"
EXPECTATION = "No score is given, or clarity falls by 20 points"

_LETTER = re.compile(r"[A-Za-z]")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ENOUGH = 20


def make(draft: Draft) -> str | None:
    """Return the text with other letters, always the same ones."""
    source = random.Random(len(draft.text))  # noqa: S311 - nothing secret
    return _LETTER.sub(lambda _: source.choice(_ALPHABET), draft.text)


def noticed(before: Report, after: Report) -> bool:
    """Whether the text is refused or is far less clear."""
    return after.refused is not None or fell("clarity", before, after, _ENOUGH)
