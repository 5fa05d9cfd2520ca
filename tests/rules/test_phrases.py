"""The phrase language finds what it says."""

from __future__ import annotations

from collections import UserList

import pytest

from hartcity.rules.phrases import PhraseIndex
from hartcity.text.tokens import tokens


def _found(phrase: str, text: str) -> set[str]:
    index = PhraseIndex()
    index.add(phrase)
    row = tokens(text, 0, len(text))
    places = index.places([token.form for token in row])
    return {text[row[place.start].start : row[place.end - 1].end] for place in places}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("make~ sure", "He made sure. Making sure helps.", {"made sure", "Making sure"}),
        ("do not go", "They don't go.", {"don't go"}),
        ("self made", "A self-made man.", {"self-made"}),
        ("a|an apple|egg", "An egg and a pear.", {"An egg"}),
        ("very? good", "very good", {"very good", "good"}),
        ("eat (an apple|two eggs|fish~) now", "Eat an apple now. Eat fish now.", {"Eat an apple now", "Eat fish now"}),
        ("eat (an apple|two eggs)", "Eat an egg.", set()),
        ("(very very)? good", "very very good", {"very very good", "good"}),
        ("@weekday at noon", "On Monday at noon.", {"Monday at noon"}),
        ("if ..2 then", "If it rains then; if one two three then", {"If it rains then"}),
        ("^ so", "So we left. ", {"So"}),
        ("^ so", "We did so.", set()),
        ("so $", "We did so.", {"so"}),
        ("clean [for] *", "He was clean for months.", {"for"}),
        ("*tion of", "The creation of jobs.", {"creation of"}),
        ("now then", "Now, then.", set()),
        ("no . more", "No. More", {"No. More"}),
    ],
)
def test_a_phrase_finds_its_words(phrase: str, text: str, found: set[str]) -> None:
    """Each element of the language finds what its description promises, and nothing else."""
    assert _found(phrase, text) == found


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("can't", ["can", "not"]),
        ("she's", ["she", "is"]),
        ("won't you're I'm", ["will", "not", "you", "are", "i", "am"]),
        ("mother's let's", ["mother", "'s", "let", "us"]),
        ("$1,150.50 at 5:00", ["$", "1,150.50", "at", "5:00"]),
        ("well-being", ["well", "being"]),
    ],
)
def test_tokens_take_contractions_apart(text: str, forms: list[str]) -> None:
    """Contractions become the words that they stand for, and every token knows its place."""
    row = tokens(text, 0, len(text))
    assert [token.form for token in row] == forms
    assert all(0 <= token.start < token.end <= len(text) for token in row)


class _CountedRow(UserList):
    """A row of words that counts how often it is looked at."""

    looks = 0

    def __getitem__(self, place):
        self.looks += 1
        return self.data[place]


@pytest.mark.parametrize("sign", [",", "&", "%"])
def test_a_row_of_signs_is_walked_in_proportion_to_its_length(sign: str) -> None:
    """Twice as many signs are at most about twice the work, for a phrase with a gap as for one that begins with it."""
    index = PhraseIndex()
    for phrase in ("..1 word", ", ..3 word", "go ..2 home"):
        index.add(phrase)
    looks = []
    for length in (400, 800):
        text = f"go {f'{sign} ' * length}home"
        row = _CountedRow(token.form for token in tokens(text, 0, len(text)))
        assert index.places(row) == []
        looks.append(row.looks)
    assert looks[1] < 2.2 * looks[0]


def test_an_index_knows_the_words_of_its_phrases():
    """Every word that some phrase names is known, in each of its forms, behind gaps, brackets and beginnings too."""
    index = PhraseIndex()
    for phrase in ("make~ ..2 room", "^ [soon|later] rain?", "(as well|also)"):
        index.add(phrase)
    assert index.words == {
        *("make", "makes", "made", "making", "room"),
        *("soon", "later", "rain"),
        *("as", "well", "also"),
    }
