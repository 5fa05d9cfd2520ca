"""Figures about a text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hartcity.metrics import measure, readability_range
from hartcity.text import Document


PASSAGE = (
    "The food pantry opens at nine on weekdays. Families may take one box of food each month. "
    "A volunteer will carry the box to the car when that is needed. "
    "Nobody is asked for papers, but the pantry keeps a short list of names. "
    "Boxes hold rice, beans, canned fruit and fresh bread from the bakery next door. "
    "People who cannot leave home can ask for delivery on Thursday afternoon."
)
"""Six sentences, 74 words, counted by hand."""


def test_counts_words_and_sentences() -> None:
    """Words and sentences are those that a person counts."""
    figures = measure(Document.of_text(PASSAGE))
    assert figures["sentences"] == 6
    assert figures["words"] == len(PASSAGE.split())
    assert figures["longest_sentence"] == 14


def test_flesch_kincaid_follows_its_formula() -> None:
    """The grade is 0.39 words per sentence + 11.8 syllables per word - 15.59."""
    figures = measure(Document.of_text(PASSAGE))
    per_word = figures["syllables_per_word"]
    assert per_word is not None
    words = len(PASSAGE.split())
    syllable_count = round(per_word * words)
    expected = 0.39 * words / 6 + 11.8 * syllable_count / words - 15.59
    assert figures["flesch_kincaid_grade"] == pytest.approx(expected, abs=0.15)


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("flesch_kincaid_grade", 3, 7),
        ("flesch_reading_ease", 70, 95),
        ("gunning_fog", 4, 9),
        ("smog_index", 5, 10),
        ("coleman_liau_index", 3, 9),
        ("automated_readability_index", 3, 9),
        ("dale_chall", 4, 9),
    ],
)
def test_formulas_place_a_plain_passage(formula: str, low: float, high: float) -> None:
    """A plain notice lies where its formula puts middle school, not elsewhere."""
    value = measure(Document.of_text(PASSAGE))[formula]
    assert value is not None
    assert low <= value <= high


def test_formulas_rise_with_hard_prose() -> None:
    """Every grade is higher, and reading ease lower, for long sentences of long words."""
    hard = (
        "Notwithstanding considerable administrative uncertainty, intergovernmental collaboration necessitates"
        " comprehensive documentation of eligibility determinations and their accompanying justifications. "
    ) * 5
    easy, difficult = measure(Document.of_text(PASSAGE)), measure(Document.of_text(hard))
    for name in ("flesch_kincaid_grade", "gunning_fog", "smog_index", "coleman_liau_index", "dale_chall"):
        assert (difficult[name] or 0) > (easy[name] or 0) + 3
    assert (difficult["flesch_reading_ease"] or 0) < (easy["flesch_reading_ease"] or 0) - 30


@pytest.mark.parametrize("text", ["", "Thank you.", "Could we meet on Tuesday? I can be reached by phone."])
def test_short_texts_get_no_grade(text: str) -> None:
    """A grade for a line or two would be noise, so there is none."""
    figures = measure(Document.of_text(text))
    assert figures["flesch_kincaid_grade"] is None
    assert readability_range(Document.of_text(text)) is None


def test_range_holds_its_middle_and_repeats() -> None:
    """The range is wider than a point, the same on every call, and near the grade of the whole."""
    found = readability_range(Document.of_text(PASSAGE))
    assert found is not None
    assert found.low < found.high
    assert found == readability_range(Document.of_text(PASSAGE))
    assert found.low - 2 <= (measure(Document.of_text(PASSAGE))["flesch_kincaid_grade"] or 0) <= found.high + 2


def test_abbreviations_do_not_end_sentences() -> None:
    """A time and a price have dots in them, and the grades do not take them for sentences."""
    dotted = PASSAGE.replace("at nine", "at 9.30 a.m.").replace("one box", "one $4.50 box")
    plain, changed = measure(Document.of_text(PASSAGE)), measure(Document.of_text(dotted))
    assert changed["sentences"] == plain["sentences"]
    assert abs((changed["flesch_kincaid_grade"] or 0) - (plain["flesch_kincaid_grade"] or 0)) < 2


def test_frame_of_an_email_is_not_graded() -> None:
    """Greeting and signature do not change the grade of the body."""
    email = f"Dear Ms. Alvarez,\n\n{PASSAGE}\n\nSincerely,\nJo Park\nKestrel Community Services\n555-0117"
    assert measure(Document.of_text(email))["smog_index"] == measure(Document.of_text(PASSAGE))["smog_index"]


OFFLINE = """
import socket

def refuse(*args, **kwargs):
    raise AssertionError("the network was asked for")

socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from hartcity.metrics import measure, score
from hartcity.text import Document
import sys
text = sys.stdin.read()
print(measure(Document.of_text(text))["flesch_kincaid_grade"], score(Document.of_text(text))["tone"].value)
print("nltk" in sys.modules, "numpy" in sys.modules, "sklearn" in sys.modules)
"""


def test_works_offline_on_a_fresh_machine(tmp_path: Path) -> None:
    """With no network and an empty home the figures are the same, and no heavy library is loaded for them."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NLTK", "XDG"))}
    environment = {**clean, "HOME": str(tmp_path), "NLTK_DATA": str(tmp_path / "none")}
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE], input=PASSAGE, capture_output=True, text=True, check=True, env=environment
    )
    first, second = done.stdout.splitlines()
    assert first.split()[0] == str(measure(Document.of_text(PASSAGE))["flesch_kincaid_grade"])
    assert second == "False False False"
    assert list(tmp_path.iterdir()) == []
