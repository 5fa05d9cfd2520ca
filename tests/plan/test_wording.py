"""Whether a field says anything."""

import pytest

from hartcity.plan.wording import says_something


@pytest.mark.parametrize(
    "words", ["see eligibility", "See the benefit below.", "please see above", "see other services"]
)
def test_a_field_that_points_elsewhere_says_nothing(words):
    """A need, a cost or a benefit that stands in another field is not said in this one."""
    assert not says_something(words)


@pytest.mark.parametrize("words", ["She cannot see the benefit letters.", "see a dentist", "Needs to see her notes"])
def test_who_wants_to_see_something_says_it(words):
    """Seeing somebody or something is a need like others."""
    assert says_something(words)
