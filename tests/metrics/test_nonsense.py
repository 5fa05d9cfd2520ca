"""Gibberish and word salad."""

from __future__ import annotations

import random

import pytest

from hartcity.metrics import gibberish, word_salad
from hartcity.text import Document


PROSE = (
    "I am writing with the consent of a mother who is looking for a safe place for the summer. She works in a kitchen"
    " across town, and her shift ends after the last bus. Could we talk by phone on Monday or Wednesday afternoon? We"
    " would be glad to share what has already been tried, and to hear what your program can offer at this time."
)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Rowan Okonkwo-Reyes from Hearthstone met Nguyen Thi Lan at Juniper Legal Aid about SNAP, LIHEAP and TANF.",
        "She recieved teh leter yestarday and definately beleives it was an acident.",
        "",
    ],
)
def test_prose_names_and_misspellings_pass(text: str) -> None:
    """Sentences, unusual names, acronyms and misspellings are no gibberish and no word salad."""
    assert gibberish(Document.of_text(text)) < 0.3
    assert word_salad(Document.of_text(text)) < 0.3


def test_random_letters_are_gibberish() -> None:
    """Words whose letters were drawn at random are told from words."""
    draw = random.Random(7)  # noqa: S311
    letters = "bcdfghjklmnpqrstvwxzaeiou"
    mashed = " ".join("".join(draw.choice(letters) for _ in word) for word in PROSE.split())
    assert gibberish(Document.of_text(mashed)) > 0.7


@pytest.mark.parametrize("seed", range(5))
def test_shuffled_words_are_salad(seed: int) -> None:
    """The words of a draft in any order but their own are told from sentences."""
    words = PROSE.split()
    random.Random(seed).shuffle(words)  # noqa: S311
    assert word_salad(Document.of_text(" ".join(words))) > 0.5
    assert gibberish(Document.of_text(" ".join(words))) == gibberish(Document.of_text(PROSE))


def test_short_texts_get_the_benefit_of_the_doubt() -> None:
    """A few words are never called salad."""
    assert word_salad(Document.of_text("Tuesday bed two please")) < 0.5
