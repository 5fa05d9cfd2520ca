"""Which sentences a score reads."""

from __future__ import annotations

from hartcity.text import Document, Sentence
from hartcity.text.anatomy import Part


def prose_sentences(document: Document, *, email: bool) -> tuple[Sentence, ...]:
    """Return the sentences that were written as prose: the body of an email, or all of another text.

    A text that seems to be nothing but frame (one line that thanks, say) is read whole.
    """
    return document.once(_prose, email=email)


def _prose(document: Document, *, email: bool) -> tuple[Sentence, ...]:
    whole = tuple(sentence for sentence in document.sentences if sentence.forms)
    if not email:
        return whole
    return tuple(sentence for sentence in document.body if sentence.forms) or whole


def spoken_sentences(document: Document, *, email: bool) -> tuple[Sentence, ...]:
    """Return what is said to the reader: the prose with greeting, closing and postscript, without the frame."""
    return document.once(_spoken, email=email)


def _spoken(document: Document, *, email: bool) -> tuple[Sentence, ...]:
    whole = tuple(sentence for sentence in document.sentences if sentence.forms)
    if not email:
        return whole
    return tuple(one for one in whole if one.part is not Part.SUBJECT and not document.is_framed(one.span)) or whole
