"""There are hardly any words.

Why: a criterion needs something to rest on. Scoring three words would say more about chance than about the writer.
"""

from hartcity.analysis.refusals._reading import Reading


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


def reason(reading: Reading) -> str | None:
    """Return why the text is too short to score, or None."""
    if not reading.words:
        return "There are no words here yet. The checks start when you write."
    count = len(reading.words)
    if count < reading.fewest_words:
        so_far = "There is 1 word" if count == 1 else f"There are {count} words"
        return f"{so_far} so far. Scores start at {reading.fewest_words}."
    return None
