"""The five scores."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.metrics import score
from hartcity.model import Family, Finding, Severity, Span
from hartcity.text import Document


DRAFT = (
    "Dear Ms. Alvarez,\n\n"
    "My name is Jo Park, and I am an intern at Kestrel Community Services. I am writing with the written consent of a"
    " father of two who is looking for evening child care, because his shift at the bakery ends at ten. He has kept"
    " that job for three years and is proud of it.\n\n"
    "Would your program have room for two children from January? We could meet by phone on Tuesday at two or Thursday"
    " at ten, whichever suits you, and I would be glad to bring the forms. Thank you for the care that your team gives"
    " to families who work at night.\n\n"
    "Sincerely,\nJo Park\n555-0117"
)


def value(name: str, text: str, *, email: bool = True) -> float:
    """Return one score of a text that has it."""
    found = score(Document.of_text(text), email=email)[name].value
    assert found is not None
    return found


def test_all_five_are_given() -> None:
    """The scores are the five of the contract, and an ordinary draft has them all."""
    found = score(Document.of_text(DRAFT))
    assert list(found) == ["clarity", "concision", "formality", "readability", "tone"]
    assert all(item.value is not None for item in found.values())


@pytest.mark.parametrize("text", ["", "   \n\n  ", "?!", "\u2026"])
def test_nothing_to_say_about_nothing(text: str) -> None:
    """A text without words has no score, which is not a zero."""
    assert all(item.value is None and item.parts == () for item in score(Document.of_text(text)).values())


@pytest.mark.parametrize(
    ("name", "better", "worse"),
    [
        (
            "tone",
            "Could you please send me the list when you have a moment? Thank you so much.",
            "Send me the list now.",
        ),
        ("tone", "I would be grateful for your advice.", "You people are useless."),
        ("tone", "We understand that your beds may be full this week.", "You failed this family again."),
        ("tone", "Would either Tuesday or Friday suit you?", "You must see me on Tuesday."),
        ("tone", "The form is on the shelf.", "Why did you hide the stupid form?"),
        ("formality", "I am writing to request an appointment.", "hey can u fit me in or what lol"),
        ("formality", "We would be glad to provide the documents.", "We'd love to get you that stuff!!"),
        (
            "readability",
            "The bus stops at the door.",
            "Transportation infrastructure facilitates institutional accessibility.",
        ),
        ("clarity", "Please tell us by Friday if you have a bed.", "a friday bed us if have please by tell you"),
        (
            "clarity",
            "We will pay the rent. Then the family can stay.",
            "It is being worked on by various people and stuff in order that the situation with the things which were"
            " mentioned can be somehow improved at some point, whatever that may involve",
        ),
        (
            "concision",
            "We ask because the rent is due.",
            "It is basically due to the fact that there is the rent that we are really asking.",
        ),
    ],
)
def test_ranks_as_a_reader_would(name: str, better: str, worse: str) -> None:
    """Of two sentences with a plain difference, the better one has the higher score."""
    assert value(name, better, email=False) > value(name, worse, email=False)


def test_insult_lowers_tone() -> None:
    """One insult in a courteous draft costs tone."""
    assert value("tone", DRAFT.replace("Thank you for", "You are lazy liars. Thank you for")) < value("tone", DRAFT)


def test_padding_lowers_concision() -> None:
    """Words that say nothing cost concision."""
    padded = DRAFT.replace(
        "Would your program",
        "It is important to note that, as a matter of fact, at this point in time it is really very much the case that"
        " there are, basically, a number of various things that I just wanted to mention. Would your program",
    )
    assert value("concision", padded) < value("concision", DRAFT)


def test_wordy_findings_lower_concision() -> None:
    """What the rules find wordy costs concision, at the place that they found."""
    start = DRAFT.index("is looking for")
    span = Span(start, start + len("is looking for"))
    finding = Finding("wordy.x", Family.WORDY, span, span.of(DRAFT), "Long for what it says.", Severity.ADVICE)
    with_finding = score(Document.of_text(DRAFT), findings=[finding])["concision"]
    assert with_finding.value is not None
    assert with_finding.value < value("concision", DRAFT)
    assert any(span in part.spans for part in with_finding.parts)


def test_nonsense_loses_clarity() -> None:
    """Words in alphabetical order lose at least 20 points of clarity."""
    body = DRAFT.replace(".", "").replace("?", "").split()
    assert value("clarity", " ".join(sorted(body))) < value("clarity", DRAFT) - 20


def test_parts_are_named_once() -> None:
    """A receipt has one line for each kind of evidence, and its words lie in the text."""
    for item in score(Document.of_text(DRAFT)).values():
        names = [part.name for part in item.parts]
        assert len(names) == len(set(names))
        for part in item.parts:
            assert all(0 <= span.start < span.end <= len(DRAFT) for span in part.spans)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(DRAFT.split()), max_size=80).map(" ".join))
def test_any_text_adds_up(text: str) -> None:
    """Whatever the text, a score lies in 0-100 with one decimal, and its parts add up to it."""
    for email in (True, False):
        for item in score(Document.of_text(text), email=email).values():
            if item.value is not None:
                assert 0 <= item.value <= 100
                assert round(item.value, 1) == item.value
                assert abs(sum(part.contribution for part in item.parts) - item.value) < 1e-6


def test_order_of_findings_is_free() -> None:
    """The same findings in another order give the same score."""
    spans = [Span(0, 4), Span(30, 40), Span(50, 60)]
    found = [Finding("wordy.x", Family.WORDY, s, s.of(DRAFT), "Long.", Severity.ADVICE) for s in spans]
    assert score(Document.of_text(DRAFT), findings=found) == score(Document.of_text(DRAFT), findings=found[::-1])


PRINT = """
import json, sys
from hartcity.metrics import score
from hartcity.text import Document
found = score(Document.of_text(sys.stdin.read()))
print(json.dumps({k: [v.value, [[p.name, p.contribution, p.spans] for p in v.parts]] for k, v in found.items()}))
"""


def test_same_bytes_whatever_the_hash_seed() -> None:
    """Two fresh processes with different hash seeds print the same scores and parts, to the byte."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PRINT],
            input=DRAFT,
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert set(json.loads(outputs.pop())) == {"clarity", "concision", "formality", "readability", "tone"}


def test_mistakes_lower_clarity() -> None:
    """What the engines find wrong with the language costs clarity, at the place that they found."""
    span = Span(20, 30)
    finding = Finding("languagetool.X", Family.GRAMMAR, span, span.of(DRAFT), "Seen.", Severity.ERROR)
    found = score(Document.of_text(DRAFT), findings=[finding])["clarity"]
    assert found.value is not None
    assert found.value < value("clarity", DRAFT)
    assert any(span in part.spans for part in found.parts)
