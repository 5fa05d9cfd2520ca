"""When no score is given."""

import pytest

from hartcity.analysis.refusals import TextFacts, all_refusals, refuse
from hartcity.assignment import load
from hartcity.metrics import gibberish, word_salad
from hartcity.model import Draft
from hartcity.text import Document


FEWEST = load("advocacy-email").limits.fewest_words


def reading(text, *, is_email_expected=True):
    """Return what refusals may rest on for a text."""
    document = Document(Draft(text=text))
    return TextFacts(document, is_email_expected, gibberish(document), word_salad(document), FEWEST)


EXAMPLES = [(refusal, *example) for refusal in all_refusals() for example in refusal.examples]


@pytest.mark.parametrize(("refusal", "text", "is_refused"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_examples(refusal, text, is_refused):
    """Each reason holds for its own examples, and not for the drafts that look like them."""
    assert bool(refusal.reason(reading(text))) is is_refused


@pytest.mark.parametrize("refusal", all_refusals(), ids=lambda refusal: refusal.id)
def test_every_reason_shows_both_sides(refusal):
    """A reason has an example that is refused and one that is not, and says why it exists."""
    assert {is_refused for _, is_refused in refusal.examples} == {True, False}
    assert "Why:" in refusal.documentation


def test_a_short_text_that_need_not_be_an_email_is_not_asked_to_be_one():
    """Only reasons about any text are tried when no email is expected."""
    essay = next(refusal for refusal in all_refusals() if refusal.id == "essay").examples[0][0]
    assert refuse(reading(essay))
    assert refuse(reading(essay, is_email_expected=False)) is None


@pytest.mark.parametrize("text", ["\x00" * 50, "\ud800" * 50, "🙂 " * 50, "a" * 200_000, "\n" * 10_000, "م" * 300])
def test_odd_texts_are_refused_and_raise_nothing(text):
    """Characters that form no English words give a reason, not an exception."""
    assert refuse(reading(text))
