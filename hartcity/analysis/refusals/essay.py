"""An essay or article stands where the email should be.

Why: an essay can be clear and concise and still ask nobody for anything. The criteria ask what a reader at an agency
would do next.
"""

from hartcity.analysis.refusals._text_facts import TextFacts


ORDER = 4
EMAILS_ONLY = True
EXAMPLES = (
    (
        "Case management has changed a good deal in the last thirty years. Early writers described it as a way"
        " to connect"
        " people with services, while later ones stress the relationship. This shift has consequences for training."
        " Students learn the steps first and the judgment later. In sum, coordination is a skill that grows"
        " with practice,"
        " and programs that give time for it tend to do better.",
        True,
    ),
    (
        "Your pantry has helped many families on our street. I work at Cedar House with a father of three whose hours"
        " were cut, and he would like to visit on Saturday. Could you tell us what to bring? He knows that I am"
        " writing.",
        False,
    ),
)

_FEWEST_WORDS = 50


def reason(facts: TextFacts) -> str | None:
    """Return that the text is an essay, or None."""
    if len(facts.words) < _FEWEST_WORDS or facts.is_framed or facts.speaks_to_a_reader or facts.asks_to_meet_or_help:
        return None
    return (
        "This reads as an essay: it greets no one and asks no one. Which agency should receive it, and what should they"
        " do?"
    )
