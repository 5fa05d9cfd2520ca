"""What words about money say, and what they only ask."""

import pytest

from hartcity.plan.money import is_free, without_questions


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("insurance?", ""),
        ("Medicaid, maybe?", ""),
        ("$20 co-pay, insurance?", "$20 co-pay,"),
        ("Is it free? Not sure.", " Not sure."),
        ("Sliding scale? Will ask on Monday.", " Will ask on Monday."),
        ("Cost? None.", "Cost: None."),
        ("Insurance? They take Medicaid.", "Insurance: They take Medicaid."),
        ("Free. Parking?", "Free."),
        ("Free of charge.", "Free of charge."),
    ],
)
def test_a_question_is_no_answer(words, known):
    """What is only asked tells nothing, unless the answer stands behind it."""
    assert without_questions(words) == known


@pytest.mark.parametrize(
    "words",
    ["On the house.", "zero", "Zero, by the director's word", "0", "No money changes hands: two hems a week.", "so 0"],
)
def test_nothing_to_pay_is_said_in_many_ways(words):
    """Plain speech for nothing to pay is understood."""
    assert is_free(words)


@pytest.mark.parametrize("words", ["zero savings", "It doesn't cost much.", "10", "not on the house"])
def test_what_sounds_like_free_and_is_not(words):
    """A lack of money, and a small price, are not free."""
    assert not is_free(words)


def test_a_long_field_is_read_at_once():
    """A field without an end of a sentence stays as it is, however long."""
    words = "fee " * 20_000
    assert without_questions(f"{words}, and that is all") == f"{words}, and that is all"
