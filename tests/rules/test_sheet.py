"""A tutor's own rule sheet is read by the same loader as ours."""

from __future__ import annotations

import pytest

from hartcity.rules import RuleSheetError, find, load
from hartcity.text import Document


SHEET = """
kind = "existence"
family = "wordy"
phrases = ["needless to say"]
message = "“{text}” says that it need not be said."
question = "Does it need saying?"
why = "It takes the reader's time."
source = "Our writing center"
flagged = ["Needless to say, we agree."]
clean = ["We agree."]
"""


def _load(tmp_path, text: str):
    sheet = tmp_path / "needless.toml"
    sheet.write_text(text, encoding="utf8")
    return load(sheet)


def test_a_tutors_sheet_works_like_ours(tmp_path) -> None:
    """A sheet from elsewhere finds its words, alone or from a folder."""
    rules = _load(tmp_path, SHEET)
    assert [rule.id for rule in load(tmp_path)] == [rule.id for rule in rules]
    (finding,) = find(Document.of_text("Needless to say, we agree."), rules=rules)
    assert (finding.check, finding.text) == ("wordy.needless", "Needless to say")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "existence"', 'kind = "magic"', "no kind 'magic'"),
        ('family = "wordy"', 'family = "wordiness"', "family 'wordiness'"),
        ('phrases = ["needless to say"]', "phrases = []", "at least one phrase"),
        ('phrases = ["needless to say"]', 'phrase = ["needless to say"]', "at least one phrase"),
        ('source = "Our writing center"', "", "'source' should be a text"),
        ('question = "Does it need saying?"', "question = 3", "'question' should be a text"),
        ("flagged = [", "note = 1\nflagged = [", "nothing is known of note"),
        ('kind = "existence"', "kind = ", "needless.toml"),
    ],
)
def test_a_slip_in_a_sheet_is_named(tmp_path, old: str, new: str, said: str) -> None:
    """A sheet that cannot be read is refused with its name and what is wrong."""
    with pytest.raises(RuleSheetError, match=said) as raised:
        _load(tmp_path, SHEET.replace(old, new))
    assert "needless.toml" in str(raised.value)


@pytest.mark.parametrize("phrase", ["", "a [b", "[a] [b]", "@no_such_class", "word?", "Upper", "semi;colon", "*?"])
def test_a_phrase_outside_the_language_is_refused(tmp_path, phrase: str) -> None:
    """A phrase that the language does not know is refused when the rules are put to use."""
    with pytest.raises(RuleSheetError):
        find(Document.of_text("Hello."), rules=_load(tmp_path, SHEET.replace("needless to say", phrase)))
