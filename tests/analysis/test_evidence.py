"""What is wrong with the words that a check rests on takes half of it away."""

from __future__ import annotations

import pytest

from hartcity.analysis import check_draft
from hartcity.model import CheckResult, Draft, State


ASK = "Could we meet about a bed for her?"


def told(said: str, check: str) -> CheckResult:
    """Return what a check says of a draft with some sentences in its body."""
    text = f"Dear Team,\n\nI am an intern at Birch Hill and I write for a woman. {said} {ASK}\n\nBest,\nJo"
    report = check_draft(Draft(text), engines=("reader",))
    return next(result for result in report.checks if result.check == check)


@pytest.mark.parametrize(
    "said", ["She is 34 and lives at 88 Pine Ave.", "She is Maria Lopez, 34 years old, of 14 Elm Street."]
)
def test_a_fact_that_only_tells_who_somebody_is_does_not_count_by_itself(said: str) -> None:
    """It is half a fact, and a fact of another kind beside it, or in the same sentence, is a whole one."""
    alone = told(said, "concrete_fact")
    assert alone.state is not State.MET
    assert alone.question
    assert told(f"{said} She has slept in her car since November 4.", "concrete_fact").state is State.MET


@pytest.mark.parametrize(
    "said",
    [
        "Maria Lopez has waited for nine months.",
        "She lives at 88 Pine Ave. and owes $640 in rent.",
        "She is 34 and works 30 hours a week.",
    ],
)
def test_a_fact_beside_a_name_counts(said: str) -> None:
    """What is left of the sentence without the name is a fact still."""
    assert told(said, "concrete_fact").state is State.MET


@pytest.mark.parametrize("order", ["You need to take her kids.", "You had better answer."])
def test_an_order_elsewhere_leaves_half_of_a_considerate_request(order: str) -> None:
    """A kind question does not make up for an order, and the order's words are shown."""
    assert told("", "considerate_ask").state is State.MET
    result = told(order, "considerate_ask")
    assert result.state is State.PARTLY
