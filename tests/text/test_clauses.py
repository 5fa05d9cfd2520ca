"""Who does what in a sentence, and whether it is asked, denied or only imagined."""

from __future__ import annotations

import pytest

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode, clauses
from hartcity.text.tokens import tokenize


def read(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence."""
    return clauses(tokenize(text, 0))


def clause(text: str, lemma: str) -> Clause:
    """Return the clause with a verb."""
    return next(each for each in read(text) if each.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "actor"),
    [
        ("She works nights.", "work", Actor.USER),
        ("My client lost her job.", "lose", Actor.USER),
        ("A mother of two needs a bed.", "need", Actor.USER),
        ("I know that your nurses work nights.", "work", Actor.READER),
        ("I know your clinic helps families.", "help", Actor.READER),
        ("Our two agencies could agree on a plan.", "agree", Actor.JOINT),
        ("Your coach and I could compare notes.", "compare", Actor.JOINT),
        ("Could you, she, and I sit down on Monday?", "sit", Actor.JOINT),
        ("He and I read the letter.", "read", Actor.WE),
        ("A bed would help him rest.", "help", Actor.SERVICE),
        ("A bed would help him rest.", "rest", Actor.USER),
        ("A father that I work with want to join.", "want", Actor.USER),
        ("Both of them signed our release.", "sign", Actor.USER),
        ("Her landlord gave her a notice.", "give", Actor.OTHER),
        ("Works nights, no car.", "work", Actor.USER),
        ("im gonna bring the forms", "bring", Actor.WRITER),
    ],
)
def test_the_subject_is_found(text: str, lemma: str, actor: Actor):
    """A verb belongs to the one who does it, across relative clauses, joined subjects and learners' forms."""
    assert clause(text, lemma).subject is actor


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("I have not yet asked for her consent.", "ask"),
        ("She never signed the form.", "sign"),
        ("He cant pay the rent.", "pay"),
        ("I am not asking you to open a file.", "open"),
        ("They have no car.", "have"),
    ],
)
def test_negation_reaches_its_verb(text: str, lemma: str):
    """What hangs on a denied verb is denied too."""
    assert clause(text, lemma).denied


@pytest.mark.parametrize(
    "text", ["She signed the form, and he never came.", "I do not drive, but she signed the form."]
)
def test_negation_stops_at_its_clause(text: str):
    """A denial elsewhere in the sentence leaves a verb alone."""
    assert not clause(text, "sign").denied


@pytest.mark.parametrize(
    ("text", "lemma", "modal"),
    [
        ("She will sign on Monday.", "sign", "will"),
        ("She is going to sign on Monday.", "sign", "will"),
        ("You need to call me.", "call", "must"),
        ("We are able to drive him.", "drive", "can"),
        ("I would be glad to drive him.", "drive", "can"),
        ("He would not have to move.", "move", "would"),
    ],
)
def test_modals_are_read_in_all_their_shapes(text: str, lemma: str, modal: str):
    """'going to', 'need to' and 'able to' are modal verbs in other clothes."""
    assert clause(text, lemma).modal == modal


def test_questions_are_inverted_and_orders_have_no_subject():
    """'Could we meet' asks, 'Call me' orders."""
    assert clause("Could we meet on Monday?", "meet").inverted
    assert clause("Please call me on Monday.", "call").mode is Mode.IMPERATIVE
    assert not clause("We could meet on Monday.", "meet").inverted


def test_a_noun_is_no_verb():
    """Words that could be verbs are nouns behind an article or a possessive."""
    assert [each.lemma for each in read("Her needs and the visit were on a list.")] == ["be"]


def test_conditions_are_told_from_facts():
    """An if-clause is conditional, a main clause is not."""
    assert clause("If she signs, we can talk.", "sign").conditional
    assert not clause("If she signs, we can talk.", "talk").conditional
