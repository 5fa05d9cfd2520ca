"""The families hear what people mean in many voices, and leave professional sentences alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from hartcity.rules import find
from hartcity.text import Document


VOICES = tomllib.loads((Path(__file__).parent / "voices.toml").read_text(encoding="utf8"))
FAMILIES = sorted(set(VOICES) - {"clean"})


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
