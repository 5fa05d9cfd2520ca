"""There are hardly any words.

Why: a criterion needs something to rest on. Scoring three words would say more about chance than about the writer.
"""

from hartcity.analysis.refusals._text_facts import TextFacts


ORDER = 0
EMAILS_ONLY = False
EXAMPLES = (
    ("", True),
    ("   \n ", True),
    ("?!", True),
    (
        "I am writing to ask whether your pantry could see a family of four this month, and whether we could talk on"
        " Monday at ten.",
        False,
    ),
)


def reason(facts: TextFacts) -> str | None:
    """Return why the text is too short to score, or None."""
    if not facts.words:
        return "There are no words here yet. The checks start when you write."
    count = len(facts.words)
    if count < facts.fewest_words:
        so_far = "There is 1 word" if count == 1 else f"There are {count} words"
        return f"{so_far} so far. Scores start at {facts.fewest_words}."
    return None
