"""The text does not read as sentences: letters at random, or words in no order.

Why: readability and tone formulas give numbers to anything. A number for mashed keys would be a false promise.
"""

from hartcity.analysis.refusals._text_facts import TextFacts


ORDER = 1
EMAILS_ONLY = False
EXAMPLES = (
    ("qwpo zxcm lkjf wueir mznb qpwo alskd zmxnc bvqw poiuq weru lkjh fdsa mnbv cxza qwer tyui asdf ghjk zxcv", True),
    (
        "lamp the of seven because under were forty a and and was chair table of of in blue it the not green to to by",
        True,
    ),
    (
        "Need a bed for one man in his fifties, outside since October. Works day labor. Can you hold a place until"
        " Friday? Call me at the office and we can sort out the rest.",
        False,
    ),
)

# Drafts of people who write in a second language or in shorthand stay below 0.05 on both.
_SURELY_ODD = 0.3


def reason(facts: TextFacts) -> str | None:
    """Return why the text cannot be read as sentences, or None."""
    if facts.gibberish >= _SURELY_ODD:
        return "Many of these are not words that we know, so there is nothing to score. Was this pasted by accident?"
    if facts.word_salad >= _SURELY_ODD:
        return "The words stand in an order that does not form sentences, so there is nothing to score yet."
    return None
