"""Where a sentence is put into a draft."""

from hartcity.model import Draft
from hartcity.text import Document


def at_the_end_of_the_longest_paragraph(draft: Draft, sentence: str) -> str | None:
    """Return the draft's text with ``sentence`` added, or None where there is no paragraph."""
    paragraphs = Document(draft).paragraphs
    if not paragraphs:
        return None
    end = max(paragraphs, key=lambda span: span.end - span.start).end
    return f"{draft.text[:end]} {sentence}{draft.text[end:]}"
