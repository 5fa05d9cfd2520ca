"""A sentence that insults the reader's agency is put at the end of the longest paragraph."""

from hartcity.analysis.moves._compare import fell, more_findings
from hartcity.analysis.moves._place import at_the_end_of_the_longest_paragraph
from hartcity.model import Draft, Family, Report


TITLE = "Insult the reader"
EXPECTATION = "Tone or diplomacy falls, or the words are marked"

_SENTENCE = "Your office is useless, and the people who work there are too lazy to answer a simple letter."


def make(draft: Draft) -> str | None:
    """Return the text with the insult in it."""
    return at_the_end_of_the_longest_paragraph(draft, _SENTENCE)


def noticed(before: Report, after: Report) -> bool:
    """Whether anything about the tone changed for the worse."""
    marked = more_findings(before, after, Family.BLAME, Family.DEMAND, Family.INFORMAL, Family.EXAGGERATION)
    return marked or fell("tone", before, after) or fell("diplomacy", before, after)
