"""Words and marks as phrases see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartcity.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("don't", ["do", "not"]),
        ("can n't work", ["can", "not", "work"]),
        ("won't, she's", ["will", "not", ",", "she", "is"]),
        ("She cannot go", ["she", "can", "not", "go"]),
        ("the agency's rules", ["the", "agency", "'s", "rules"]),
    ],
)
def test_contractions_are_taken_apart(text, forms):
    """A contraction is two words, a possessive ending is its own, and a lone ending is what it means."""
    assert [token.form for token in tokens(text, 0, len(text))] == forms


@given(st.text(alphabet="ntsw' aI'.,;-1", max_size=40))
def test_every_token_has_a_form_and_a_place(text):
    """Whatever apostrophes do: no token is empty, and places follow each other inside the text."""
    found = tokens(text, 0, len(text))
    assert all(token.form and 0 <= token.start <= token.end <= len(text) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
