"""A word written twice, as happens when a sentence is mended in haste."""

import re

from hartcity.analysis.moves._compare import more_findings
from hartcity.model import Draft, Family, Report


TITLE = "Write one word twice"
EXPECTATION = "A grammar finding at that place"

_LITTLE_WORD = re.compile(r"(?<=[a-z] )(the|to|and|of|for|with) (?=[a-z])")


def make(draft: Draft) -> str | None:
    """Return the text with its first little word doubled."""
    found = _LITTLE_WORD.search(draft.text)
    return f"{draft.text[: found.end()]}{found[0]}{draft.text[found.end() :]}" if found else None


def noticed(before: Report, after: Report) -> bool:
    """Whether grammar has something to say that it had not."""
    return more_findings(before, after, Family.GRAMMAR)
