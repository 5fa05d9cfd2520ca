"""A comment follows its words through edits, and says so when they are gone."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hartcity.model import Span
from hartcity.text.anchor import anchor, find, whole_words


DRAFT = (
    "Dear Intake Team,\n\nI am a case management intern. Ms. A agreed that I write to you. Could we meet on Tuesday "
    "at ten or on Thursday at two? The shelter would give the family rest, and the meeting a plan.\n\nSincerely,\nJo"
)


def at(words: str, text: str = DRAFT) -> Span:
    """Return where ``words`` stand."""
    start = text.index(words)
    return Span(start, start + len(words))


MEET = "Could we meet on Tuesday at ten"


@pytest.mark.parametrize(
    ("words", "changed", "now"),
    [
        (MEET, DRAFT.replace("intern", "intern at Bridge House"), MEET),
        (MEET, DRAFT.replace("Tuesday", "Tuesday, May 4,"), "Could we meet on Tuesday, May 4, at ten"),
        ("a case management intern", DRAFT.replace("a case", "a social case"), "a social case management intern"),
        ("Intake Team", DRAFT.replace("Intake Team", "Intake Teem"), "Intake Teem"),
        ("Intake Team", "To whom it may concern: " + DRAFT, "Intake Team"),
        ("The shelter would give the family rest", DRAFT.split("\n\n", 2)[1], "The shelter would give the family rest"),
        ("Jo", DRAFT + "\n555-0100", "Jo"),
    ],
)  # fmt: skip
def test_words_are_found_again(words: str, changed: str, now: str) -> None:
    """Words that moved, or that were changed a little, are found where they stand now."""
    found = find(anchor(DRAFT, at(words)), changed)
    assert found is not None
    assert found.of(changed) == now


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        (f"{MEET} or on Thursday at two?", DRAFT.replace(f"{MEET} or on Thursday at two? ", "")),
        ("Ms. A agreed that I write to you.", "A text about gardening and the weather in spring."),
        ("a", ""),
        ("The shelter", "the end"),
    ],
)  # fmt: skip
def test_words_that_are_gone_are_not_found_elsewhere(words: str, changed: str) -> None:
    """A comment whose words were deleted does not move to others."""
    assert find(anchor(DRAFT, at(words)), changed) is None


def test_of_equal_words_those_with_their_surroundings_are_meant() -> None:
    """A comment on the second "the" stays there when the first one goes, and goes when the second does."""
    text = "We need the room now. Later we need the key too."
    second = anchor(text, Span(text.rindex("the"), text.rindex("the") + 3))
    without_first = text.replace("the room", "a room")
    assert find(second, without_first) == Span(without_first.index("the key"), without_first.index("the key") + 3)
    without_second = "We need the room now."
    assert find(second, without_second) is None


WORDS = [Span(*word.span()) for word in re.finditer(r"[\w.]+", DRAFT)]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(DRAFT)), st.text(max_size=30), st.integers(0, len(WORDS) - 1), st.integers(1, 12))
def test_an_edit_elsewhere_leaves_a_comment_at_its_words(place: int, typed: str, first: int, count: int) -> None:
    """Whatever is typed between other words, the comment stands at the same words."""
    span = whole_words(DRAFT, Span(WORDS[first].start, WORDS[min(first + count, len(WORDS)) - 1].end))
    if span.start - 1 <= place <= span.end + 1 or any(word.start < place < word.end for word in WORDS):
        return
    changed = f"{DRAFT[:place]} {typed} {DRAFT[place:]}"
    found = find(anchor(DRAFT, span), changed)
    assert found is not None
    assert found.of(changed) == span.of(DRAFT)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200), st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_two_texts_give_a_place_or_none(before: str, after: str, start: int, length: int) -> None:
    """No text breaks it, and a place is always one of the text."""
    found = find(anchor(before, Span(start, start + length)), after)
    assert found is None or 0 <= found.start < found.end <= len(after)
