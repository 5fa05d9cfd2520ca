"""The word lists are whole, and every form of a word is found."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from hartcity.text.lexicon import lexicon, verb_forms


FILES = sorted((files("hartcity.text") / "data" / "lexicons").iterdir(), key=lambda file: file.name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_list_says_why_it_is_there(file):
    """Each word list has a reason, a known kind and at least one entry."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    assert content["kind"] in {"verbs", "nouns", "phrases"}
    assert len(content["why"].split()) > 2
    assert content["words"].strip()


@pytest.mark.parametrize(
    ("lemma", "spellings"),
    [
        ("plan", {"plan", "plans", "planning", "planned"}),
        ("visit", {"visit", "visits"}),
        ("hope", {"hope", "hopes", "hoping", "hoped"}),
        ("carry", {"carry", "carries", "carrying", "carried"}),
        ("agree", {"agree", "agrees", "agreeing", "agreed"}),
    ],
)
def test_regular_verbs_are_inflected(lemma: str, spellings: set[str]):
    """A lemma leads to its forms."""
    assert spellings <= verb_forms(lemma)


def test_irregular_verbs_are_known():
    """'gave' and 'given' are forms of 'give', and no verbs of their own."""
    known = lexicon()
    assert {"give", "gave", "given"} <= known.verbs
    assert known.lemmas.isdisjoint({"gave", "given"})
