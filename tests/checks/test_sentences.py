"""How right the checks are on labelled sentences in many voices, written for this project."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from hartcity.checks import all_checks
from hartcity.text import Document


CHECKS = {check.id: check for check in all_checks()}
FILES = sorted((Path(__file__).parent / "sentences").glob("*.toml"))


def _answers(file: Path) -> list[tuple[str, str, str]]:
    labelled = tomllib.loads(file.read_text(encoding="utf-8"))
    run = CHECKS[file.stem].run
    return [
        (text, state, run(Document.of_text(text)).state.value) for state, texts in labelled.items() for text in texts
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_called_met_is_met(file: Path):
    """Of the sentences that a check calls met, at least 19 in 20 are."""
    called = [state for _, state, answer in _answers(file) if answer == "met"]
    assert called.count("met") >= 0.95 * len(called)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_met_is_seen(file: Path):
    """Of the sentences that meet a check, at least 17 in 20 are seen."""
    missed = [text for text, state, answer in _answers(file) if state == "met" and answer != "met"]
    assert len(missed) <= 0.15 * max(7, sum(state == "met" for _, state, _ in _answers(file))), missed


def test_all_states_together():
    """Over all sentences, at least 95 in 100 get their exact state."""
    answers = [answer for file in FILES for answer in _answers(file)]
    assert len(answers) > 300
    assert sum(state == answer for _, state, answer in answers) >= 0.95 * len(answers)


@pytest.mark.parametrize("word", ["not yet", "never"])
def test_negation_turns_consent_round(word: str):
    """'has signed' is consent, and the same words denied are none."""
    run = CHECKS["consent_statement"].run
    assert run(Document.of_text("She has signed our release.")).state == "met"
    assert run(Document.of_text(f"She has {word} signed our release.")).state == "not_seen"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Could we meet on Monday at 10 or Tuesday at 3?", "met"),
        ("I am free on Monday at 10 or Tuesday at 3.", "not_seen"),
        ("Could we meet?", "not_seen"),
        ("Could we meet? I am free on Monday at 10 or Tuesday at 3.", "met"),
    ],
)
def test_a_time_needs_a_meeting_and_a_meeting_a_time(text: str, state: str):
    """Times count as options only where a meeting is asked for."""
    assert CHECKS["meeting_options"].run(Document.of_text(text)).state == state
