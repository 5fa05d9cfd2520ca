"""Which parts of a Word file are read goes by their whole names."""

import pytest

from hartcity.documents.formats.word.parts import is_read


MAIN = "word/document.xml"


@pytest.mark.parametrize(
    "name",
    [MAIN, "word/styles.xml", "word/styles2.xml", "word/numbering.xml", "word/header12.xml", "word/footnotes.xml"],
)
def test_a_part_that_says_how_words_look_or_what_stands_beside_them_is_read(name):
    """The words, their styles and numbers, and what stands in the margins, numbered or not."""
    assert is_read(name, MAIN)


@pytest.mark.parametrize(
    "name",
    [
        "word/stylesxml.xml", "word/headerx1.xml", "word/commentslm.xml", "word/footer", "word/styles.x",
        "word/commentsExtended.xml", "word/stylesWithEffects.xml", "word/settings.xml", "word/glossary/styles.xml",
        "styles.xml", "word/document2.xml",
    ],
)  # fmt: skip
def test_a_part_whose_name_only_begins_like_theirs_is_not_read(name):
    """Letters that also stand in an ending are part of a name: another program's part is left alone."""
    assert not is_read(name, MAIN)
