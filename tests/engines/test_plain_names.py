"""Names with a mark of their own are one word for engines, and nobody sees another name for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartcity.engines.plain_names import with_plain_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Look Up! fund pays for books.", ["Look Up!"]),
        ("I learned of your Fit to Lead? course.", ["Fit to Lead?"]),
        ("She reads at the Steady? Jump. Land! Club.", ["Steady? Jump. Land!"]),
        ("The Oho! choir and the Who Sings? choir meet.", ["Oho!", "Who Sings?"]),
        ("Our neighbors at Welcome, Friend! have a van.", ["Welcome, Friend!"]),
        ("What a day! the children sang.", []),
        ("Could she come? We have a van.", []),
        ("Thank you.", []),
    ],
)
def test_a_person_s_name_stands_for_a_name_with_a_mark(text: str, names: list[str]):
    """Every such name is replaced by letters and spaces, and the rest of the text stays where it was."""
    read = with_plain_names(text)
    assert [span.of(text) for span in read.replaced] == names
    assert len(read.text) == len(text)
    for span in read.replaced:
        assert not read.keeps(span)
        assert span.of(read.text).replace(" ", "").isalpha()
        assert read.text[: span.start].count("!") <= text[: span.start].count("!")
    if not names:
        assert read.text == text


@given(st.text(alphabet=st.sampled_from("aA .!?'\n\u2019"), max_size=120))
def test_a_text_keeps_its_length_whatever_it_holds(text: str):
    """Names follow each other without touching, and outside them nothing changes."""
    read = with_plain_names(text)
    assert len(read.text) == len(text)
    end = 0
    for span in read.replaced:
        assert read.text[end : span.start] == text[end : span.start]
        end = span.end
    assert read.text[end:] == text[end:]
