"""Names, acronyms and the writer's own words are no misspellings; slips are."""

from __future__ import annotations

import pytest

from hartcity.engines.guard import Guard
from hartcity.model import Family, Finding, Severity, Span


def _unknown(text: str, word: str) -> Finding:
    start = text.index(word)
    return Finding("any.Spelling", Family.GRAMMAR, Span(start, start + len(word)), word, "Unknown.", Severity.ADVICE)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Dear Mr. Abara,\n\nThank you.", "Abara"),
        ("I met Ms. Senanayake and her team.", "Senanayake"),
        ("We work with Brightwell Kestrels in town.", "Kestrels"),
        ("Kind regards,\nDeshawn Okafor", "Deshawn"),
        ("Thank you!\n\nJazmine\n555-010-0148", "Jazmine"),
        ("Okafor said so. We trust Okafor.", "Okafor"),
        ("Her SNAP and LIHEAP papers are ready.", "LIHEAP"),
        ("The MSWs are here.", "MSWs"),
        ("Our youthHub opens at nine.", "youthHub"),
        ("Room b12x is free.", "b12x"),
        ("She asked for wraparound care.", "wraparound"),
        ("The ombudsperson will join us.", "ombudsperson"),
        ("A homesharing program matched them.", "homesharing"),
        ("Both quitlines are open at night.", "quitlines"),
        ("He was reenrolled in May.", "reenrolled"),
        ("It may retraumatize her.", "retraumatize"),
        ("Write to sam@okoro.example.org soon.", "okoro"),
        ("See www.willowbnd.example.org for more.", "willowbnd"),
        ("Lantern\u2019s wellbeing matters to Marquet\u2019s team.", "Marquet\u2019s"),
    ],
)
def test_words_that_may_well_be_right_are_accepted(text: str, word: str):
    """A name, an acronym, a term of the field, a code or an address is accepted wherever it stands."""
    assert Guard(text).accepts(_unknown(text, word))


@pytest.mark.parametrize(
    ("text", "word", "slip"),
    [
        ("We can recieve her on Monday.", "recieve", "receive"),
        ("Recieving mail is hard.", "Recieving", "Receiving"),
        ("We met on Wendesday with her.", "Wendesday", "Wednesday"),
        ("Thank you.\nUnfortunatly, it rained.", "Unfortunatly", "Unfortunately"),
        ("- comunity garden", "comunity", "community"),
    ],
)
def test_slips_are_not_accepted(text: str, word: str, slip: str):
    """A small letter, or a capital that is due anyway on a word one keystroke from a real one, is a slip."""
    assert not Guard(text).accepts(_unknown(text, word), slip=slip)


def test_the_words_of_the_plan_and_of_the_writer_are_accepted_in_any_case():
    """Every word of an accepted name counts, in small letters, with a possessive or a typographic apostrophe too."""
    guard = Guard("tannery rowe\u2019s door", {"Tannery Rowe Adult Shelter"})
    assert guard.accepts(_unknown("tannery rowe\u2019s door", "rowe\u2019s"))
    assert not Guard("tannery rowe\u2019s door").accepts(_unknown("tannery rowe\u2019s door", "rowe\u2019s"))


def test_items_of_lists_are_known_by_their_mark():
    """The first words after a bullet or a number stand in a list; those further on and those of a sentence do not."""
    text = "We ask for:\n- a bed\n  2. rides\nplain line"
    guard = Guard(text)
    assert guard.is_in_list(Span(14, 15))
    assert guard.is_in_list(Span(text.index("rides"), text.index("rides") + 5))
    assert not guard.is_in_list(Span(text.index("bed"), text.index("bed") + 3))
    assert not guard.is_in_list(Span(text.index("plain"), text.index("plain") + 5))


def test_a_megabyte_without_a_space_is_looked_at_only_nearby():
    """Looking round a word stops after a fixed distance, so an endless token is no trap."""
    text = "x" * 1_000_000
    guard = Guard(text)
    assert not any(guard.is_in_address(Span(place, place + 1)) for place in range(0, 1_000_000, 1_000))
