"""Word lists find what they name, however it is spelled."""

import pytest

from hartcity.text.listed import are_known, listed


def kinds(line: str) -> set[str]:
    """Return the kinds of service that a line names."""
    return {name for hit in listed(line).services for name in hit.lists if name.startswith("service:")}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("the rental-assistance forms", "service:money.rent"),
        ("the rental assistance forms", "service:money.rent"),
        ("her doctor's appointment", "service:health.primary"),
        ("a dental appt on Monday", "service:health.dental"),
        ("a food pantry", "service:food.pantry"),
        ("two food pantries", "service:food.pantry"),
    ],
)
def test_a_service_is_found_with_hyphen_apostrophe_shorthand_or_in_the_plural(line, kind):
    """One entry of a list covers all spellings."""
    assert kind in kinds(line)


def test_the_longest_name_counts():
    """'Outpatient treatment' is one service and not two."""
    assert len(listed("an outpatient treatment program").services) == 1


def test_needs_and_thanks_are_found():
    """Lists besides services are asked for by their names; contractions are written out."""
    assert listed("She doesn't have heat").has("need_state")
    assert listed("Thank-you, and a question").has("thanks")
    assert not listed("A room in May").has("thanks")


@pytest.mark.parametrize(("words", "known"), [("Housing", True), ("Visited", True), ("Rowland", False), ("", False)])
def test_a_common_word_is_nobodys_name(words, known):
    """Nouns and verbs in any form are known; a surname is not."""
    assert are_known(words) is known
