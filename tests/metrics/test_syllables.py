"""Counting syllables."""

from __future__ import annotations

import pytest

from hartcity.metrics.syllables import by_rule, syllables
from hartcity.text.frequency import is_known, zipf


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("people", 2),
        ("family", 3),
        ("created", 3),
        ("wanted", 2),
        ("asked", 1),
        ("houses", 2),
        ("idea", 3),
        ("science", 2),
        ("being", 2),
        ("agency", 3),
        ("eligibility", 6),
        ("Medicaid", 3),
        ("Juniper", 3),
        ("Alejandra", 4),
        ("Marisol", 3),
        ("client's", 2),
        ("Alvarez's", 4),
        ("don't", 1),
        ("SSI", 3),
        ("WIC", 5),
        ("THE", 1),
        ("self-sufficient", 4),
        ("24", 2),
        ("Jos\u00e9", 2),
        ("\u00bd", 1),
        ("caf\u00e9", 2),
    ],
)
def test_counts_syllables(word: str, count: int) -> None:
    """Common words, names, possessives, acronyms and numbers have the syllables that a speaker gives them."""
    assert syllables(word) == count


def test_rule_gives_at_least_one() -> None:
    """Even letters without a vowel are spoken."""
    assert by_rule("hmm") >= 1
    assert by_rule("x") == 1


def test_frequency_falls_from_common_to_rare() -> None:
    """A common word has a higher figure than a rarer one, and an unknown word the lowest."""
    assert zipf("the") > zipf("housing") > zipf("destitution") >= zipf("zzyzx")
    assert is_known("housing")
    assert not is_known("zzyzx")
