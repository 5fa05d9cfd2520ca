"""A list of the words that the checks look for, without sentences.

Why: naming consent, gratitude and collaboration is not the same as asking for consent, thanking or collaborating.
"""

import re

from hartcity.analysis.refusals._text_facts import TextFacts


ORDER = 5
EMAILS_ONLY = True
EXAMPLES = (
    (
        "Consent, signed release, meeting, Tuesday 10:00 a.m., Thursday 2:00 p.m., phone, video, thank you,"
        " collaboration, shared goal, strengths, family shelter, case management intern, expertise, partnership,"
        " sincerely, diplomacy.",
        True,
    ),
    (
        "two paragraphs, a subject line, salutation, role and agency, the need, one service, a meeting, Tuesday at ten,"
        " by phone, consent signed, thank you, could we meet, your expertise, our agency will bring, together",
        True,
    ),
    (
        "Need bed for man, 50s, on the street since October. Works day labor, keeps to himself. Can you hold one until"
        " Friday? Call me at the office.",
        False,
    ),
)

_FEWEST_WORDS = 15
_LEAST_FUNCTION_WORDS = 0.15
_BETWEEN = re.compile(r"[,;|\n]")
_FEWEST_CHIPS = 10
_CHIP = 3


def reason(facts: TextFacts) -> str | None:
    """Return that there are words and no sentences, or None."""
    if len(facts.words) >= _FEWEST_WORDS and (
        facts.function_share < _LEAST_FUNCTION_WORDS or (not facts.is_framed and _is_enumeration(facts))
    ):
        return "This reads as a list of words. Could it become sentences that speak to one reader?"
    return None


def _is_enumeration(facts: TextFacts) -> bool:
    """Whether the text is chips of a few words between commas, from beginning to end."""
    chips = [chip for chip in _BETWEEN.split(facts.document.plain[:20_000]) if chip.strip()]
    return len(chips) >= _FEWEST_CHIPS and len(facts.words) <= _CHIP * len(chips)
