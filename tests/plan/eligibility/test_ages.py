"""Whose age a plan tells: the person's own, a child's, somebody else's, or none."""

import pytest

from hartcity.plan.eligibility.ages import children_ages, person_ages


NOBODY = (None, None)


@pytest.mark.parametrize(
    ("words", "own", "children"),
    [
        # What belongs to somebody of theirs is not the person's own.
        ("Her mother, who is 79 and has dementia, lives with her.", NOBODY, ()),
        ("His wife is 71.", NOBODY, ()),
        ("A neighbor's landlord is 70 and kind.", NOBODY, ()),
        ("He is 34 and his daughter is 14.", (34, 34), (14,)),
        ("His daughter, who turned 14 in August, is alone.", NOBODY, (14,)),
        ("A son who has just turned 15, and a baby", NOBODY, (15,)),
        # An hour, a price and a street are no age.
        ("Her shift ends at 11, and then she walks.", NOBODY, ()),
        ("The bus stops at 10:40 p.m.", NOBODY, ()),
        ("The co-pay is 15, which he has.", NOBODY, ()),
        ("Her son is 9 blocks away.", NOBODY, ()),
        ("a minor repair", NOBODY, ()),
        # A teenager at home is not the person.
        ("is a teenager with plans", (13, 19), ()),
        ("She is a minor, and her aunt signs.", (13, 19), ()),
        ("Her teenager needs somebody to talk to.", NOBODY, (13, 17)),
        ("raising two teens", NOBODY, (13, 17)),
        ("his teenage son", NOBODY, (13, 17)),
        # What stands beside the person still counts.
        ("He told his worker that he is 52.", (52, 52), ()),
        ("is a shy 34-year-old", (34, 34), ()),
        ("a single mother, 34, who works", (34, 34), ()),
        ("sober at 33, he", (33, 33), ()),
        # Children in more wordings, and no birthday that is still to come.
        ("a son of 11 years", NOBODY, (11,)),
        ("the youngest is 3 and the oldest is 16.", NOBODY, (3, 16)),
        ("her daughter turns 13 in May", NOBODY, ()),
    ],
)
def test_an_age_belongs_to_whom_the_words_give_it(words, own, children):
    """No age of a mother, of a child or of a clock is taken for the person's."""
    assert person_ages(words, is_older=False) == own
    assert children_ages(words) == children
