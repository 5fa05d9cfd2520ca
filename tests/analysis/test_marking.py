"""Private matter that the reader is unsure of is asked about where its words speak for it."""

from __future__ import annotations

import pytest

from hartcity import reader, rules
from hartcity.analysis import marking
from hartcity.model import Draft, Family, Span
from hartcity.reader import Mark, Reader
from hartcity.reader.topics import is_what_the_service_is_for, may_name_a_matter
from hartcity.text import Document


class _Unsure(Reader):
    """A reader that marks one run of words in a family, with a certainty that is not enough alone."""

    def __init__(self, family: Family, words: str) -> None:
        """Remember what to mark."""
        super().__init__()
        self._family, self._words = family, words

    def marks(self, document: Document, **_: bool) -> tuple[Mark, ...]:
        """Mark the words."""
        start = document.text.index(self._words)
        line = next(placed.line for placed in document.placed_lines if self._words in placed.line.sentence)
        return (Mark(self._family, Span(start, start + len(self._words)), 0.04, line),)


def _asked_about(family: Family, sentence: str, words: str, greeting: str = "Dear Ms. Okafor,") -> bool:
    document = Document(Draft(text=f"{greeting}\n\n{sentence}\n\nSincerely,\nJo Park"))
    found = marking.weigh(document, (), _Unsure(family, words), email=True)
    return [finding.text for finding in found] == [words]


@pytest.mark.parametrize(
    ("family", "sentence", "words"),
    [
        (Family.SENSITIVE, "She has been through detox twice.", "through detox twice"),
        (Family.SENSITIVE, "He still takes lithium at night.", "takes lithium"),
        (Family.IDENTIFIER, "He works at the Sudsy car wash on 9th.", "Sudsy car wash on 9th"),
        (Family.IDENTIFIER, "Everybody calls her Miss Dot.", "Miss Dot"),
    ],
)
def test_words_that_name_a_matter_or_a_person_speak_for_an_unsure_mark(family: Family, sentence: str, words: str):
    """They are asked about."""
    assert _asked_about(family, sentence, words)


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Ask for Lavonne Ruiz-Keane there.", "Lavonne Ruiz-", ["Lavonne Ruiz-Keane"]),
        ("See lee-okonkwo-lease.pdf on page 2.", "lee-okonkwo-lease.pdf", []),
    ],
)
def test_a_mark_holds_whole_words_and_no_name_of_a_file(text: str, words: str, told: list[str]):
    """A name that the reader cuts is told whole; of files only rules tell."""
    document = Document(Draft(text=f"Dear Ms. Okafor,\n\n{text}\n\nSincerely,\nJo Park"))
    found = marking.weigh(document, (), _Unsure(Family.IDENTIFIER, words), email=True)
    assert [finding.text for finding in found] == told


@pytest.mark.parametrize("line", ["c/o Fenwick Dray, Registrar", "Mr. Fenwick Dray", "P.O. Box 88 in Dunmere"])
def test_a_letterhead_is_no_private_matter(line: str):
    """What the reader marks in an address is the agencies'."""
    document = Document(Draft(text=f"Harbor School\n{line}\n\nDear Ms. Okafor,\n\nHello there.\n\nSincerely,\nJo Park"))
    assert marking.weigh(document, (), _Unsure(Family.IDENTIFIER, line), email=True) == ()


@pytest.mark.parametrize(
    ("family", "sentence", "words"),
    [
        (Family.SENSITIVE, "She has set out the chairs twice.", "set out the chairs"),
        (Family.SENSITIVE, "The class speaks of diabetes.", "diabetes"),
        (Family.IDENTIFIER, "She cares for a very old lantern.", "very old lantern"),
        (Family.IDENTIFIER, "Linden blossoms are in season.", "Linden blossoms"),
    ],
)
def test_other_words_do_not(family: Family, sentence: str, words: str):
    """Neither everyday words, nor one word alone, nor the capital that begins a sentence."""
    assert not _asked_about(family, sentence, words)


def test_what_a_service_is_for_is_not_asked_about():
    """A recovery house needs to know of recovery; a food pantry does not."""
    sentence, words = "She has been through detox twice.", "through detox twice"
    assert not _asked_about(Family.SENSITIVE, sentence, words, "Dear Harbor Recovery House,")
    assert _asked_about(Family.SENSITIVE, sentence, words, "Dear Harbor Food Pantry,")


def test_every_matter_must_be_one_that_the_service_is_for():
    """A legal clinic needs to know of a charge, not of a drug."""
    assert is_what_the_service_is_for("a charge of theft", "Harbor Legal Aid")
    assert not is_what_the_service_is_for("a charge and methadone", "Harbor Legal Aid")
    assert not is_what_the_service_is_for("the chairs", "Harbor Legal Aid")


def test_words_with_other_meanings_only_may_name_a_matter():
    """They support a mark, and excuse none."""
    assert may_name_a_matter("did time upstate")
    assert not is_what_the_service_is_for("did time upstate", "Harbor Legal Aid")


LONG = (
    "Since the landlord, who had promised in March that the heat would be fixed before winter, told her in a letter"
    " that reached her only after the date it named had passed that she would have to leave, she has slept at a"
    " cousin's place where the stairs, which she cannot climb on days when her knee is swollen, keep her from work."
)
FAIR = (
    "I am writing from Elm Court Family Services about a mother of two who is looking for a place in your evening"
    " English class, which starts on the 4th of January at the library on Third Street, two blocks from her home."
)


@pytest.mark.parametrize(("sentence", "is_told"), [(LONG, True), (FAIR, False)])
def test_a_long_sentence_is_told_where_it_is_hard_to_follow(sentence: str, *, is_told: bool):
    """More than 35 words alone are seldom too many; more than 55 are."""
    document = Document(Draft(text=f"Dear Ms. Okafor,\n\n{sentence}\n\nSincerely,\nJo Park"))
    counted = [finding for finding in rules.find(document) if finding.family is Family.LONG_SENTENCE]
    assert counted
    told = marking.weigh(document, counted, reader.load(), email=True)
    assert [finding.family for finding in told].count(Family.LONG_SENTENCE) == is_told * len(counted)
