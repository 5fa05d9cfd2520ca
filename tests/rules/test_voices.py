"""The families hear what people mean in many voices, and leave professional sentences alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from hartcity.rules import find
from hartcity.text import Document


VOICES = tomllib.loads((Path(__file__).parent / "voices.toml").read_text(encoding="utf8"))
FAMILIES = sorted(set(VOICES) - {"clean", "identifier_in_email", "clean_in_email"})
EMAIL = """Dear Ms. Okafor,

My name is Linh Tran, and I am an intern at Oak Hollow Family Center. {}

Thank you for your time.

Sincerely,
Linh Tran
Intern, Oak Hollow Family Center
555-010-0118
"""


def _families(sentence: str) -> set[str]:
    return {finding.family.value for finding in find(Document.of_text(sentence))}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_heard(family: str) -> None:
    """At least nine of ten sentences of a family are found."""
    missed = [sentence for sentence in VOICES[family] if family not in _families(sentence)]
    assert len(missed) <= len(VOICES[family]) / 10, missed


def test_professional_sentences_are_left_alone() -> None:
    """At most one professional sentence in twenty carries a finding."""
    marked = [(sentence, _families(sentence)) for sentence in VOICES["clean"] if _families(sentence)]
    assert len(marked) <= len(VOICES["clean"]) / 20, marked


def test_identifiers_in_an_email() -> None:
    """In an email, nine of ten details of the service user are found, and hardly any of the writer or reader."""
    missed = [one for one in VOICES["identifier_in_email"] if "identifier" not in _families(EMAIL.format(one))]
    marked = [one for one in VOICES["clean_in_email"] if "identifier" in _families(EMAIL.format(one))]
    assert len(missed) <= len(VOICES["identifier_in_email"]) / 10, missed
    assert len(marked) <= len(VOICES["clean_in_email"]) / 20, marked
