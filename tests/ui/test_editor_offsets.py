"""Places in a text between Python and the browser."""

from hypothesis import given
from hypothesis import strategies as st

from hartcity.ui.editor.offsets import utf16_offsets, whole


@given(st.text(), st.integers(0, 60))
def test_an_offset_counts_the_units_before_it(text, offset):
    """An offset in UTF-16 units is the length of what stands before it, in UTF-16."""
    place = min(offset, len(text))
    before = whole(text)[:place]
    assert utf16_offsets(text)(place) == len(before.encode("utf-16-le")) // 2


def test_half_a_pair_becomes_one_mark():
    """A lone half of a surrogate pair is replaced by one character, so that the text can be stored and lengths stay."""
    assert whole("a\ud83db") == "a\ufffdb"
    assert whole("emoji 🏠 stays") == "emoji 🏠 stays"
