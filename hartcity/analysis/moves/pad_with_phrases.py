"""Forty words that say nothing are put at the end of the longest paragraph."""

from hartcity.analysis.moves._compare import fell, more_findings
from hartcity.analysis.moves._place import at_the_end_of_the_longest_paragraph
from hartcity.model import Draft, Family, Report


TITLE = "Add forty words that say nothing"
EXPECTATION = "Concision falls, or the words are marked"

_SENTENCE = (
    "As a matter of fact, it should be noted that, when all is said and done, there are a number of things that could"
    " be said in this regard, and for all intents and purposes it goes without saying that they are what they are."
)


def make(draft: Draft) -> str | None:
    """Return the text with the padding in it."""
    return at_the_end_of_the_longest_paragraph(draft, _SENTENCE)


def noticed(before: Report, after: Report) -> bool:
    """Whether concision suffers."""
    return more_findings(before, after, Family.WORDY) or fell("concision", before, after)
