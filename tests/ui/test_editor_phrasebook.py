"""What the browser has heard before is not said again."""

import pytest

from hartcity.ui.editor.phrasebook import Phrasebook


def test_only_news_travels():
    """A browser that heard two phrases is told the third alone."""
    book = Phrasebook()
    assert [book.number(phrase) for phrase in ("one", "two", "one", "three")] == [0, 1, 0, 2]
    assert book.news([book.name, 2]) == {"book": book.name, "from": 2, "list": ["three"]}


@pytest.mark.parametrize("heard", [None, [], ["another book", 2], "x", [1, 2, 3], ["", -1]])
def test_a_browser_of_another_session_is_told_everything(heard):
    """Whatever else the browser claims to have heard, it is told every phrase."""
    book = Phrasebook()
    book.number("one")
    assert book.news(heard) == {"book": book.name, "from": 0, "list": ["one"]}


def test_too_high_a_count_is_not_believed():
    """A browser that claims more phrases than there are is told everything."""
    book = Phrasebook()
    book.number("one")
    assert book.news([book.name, 9])["from"] == 0


def test_nothing_has_no_number():
    """An empty phrase is not written into the book."""
    assert Phrasebook().number("") is None
