"""Two letters in the middle of a long word change places, the commonest slip of the fingers."""

import re

from hartcity.analysis.moves._compare import more_findings
from hartcity.model import Draft, Family, Report


TITLE = "Swap two letters"
EXPECTATION = "A spelling finding at that word"

_LONG_WORD = re.compile(r"(?<![\w'\u2019.@-])[a-z]{8,}(?![\w'\u2019@-])")


def make(draft: Draft) -> str | None:
    """Return the text with two unlike letters swapped in its first long word."""
    for found in _LONG_WORD.finditer(draft.text):
        word, middle = found[0], len(found[0]) // 2
        changed = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        if changed != word:
            return draft.text[: found.start()] + changed + draft.text[found.end() :]
    return None


def noticed(before: Report, after: Report) -> bool:
    """Whether grammar has something to say that it had not."""
    return more_findings(before, after, Family.GRAMMAR)
