"""The assignment's own instructions were pasted instead of a draft.

Why: instructions name everything that the checks look for, so they would score well without a word of the student's.
"""

from hartcity.analysis.refusals._text_facts import TextFacts
from hartcity.text.sought import Sought


ORDER = 3
EMAILS_ONLY = True
EXAMPLES = (
    (
        "Assignment 4 (50 points). In Part 1, identify two services from different organizations and explain how each"
        " would benefit the service user. In Part 2, write a two-paragraph email to one of them. Your email should show"
        " diplomacy and clarity. Submit your document by Sunday. See the rubric for details.",
        True,
    ),
    (
        "Dear Intake Team, I am an intern at Cedar House and I am writing about a young man who needs help with his"
        " coursework. He must submit two essays by Friday to stay enrolled. Could your tutors see him on Monday"
        " at ten or"
        " Tuesday at two? He agreed to this email. Thank you. Sincerely, Ana Ruiz",
        False,
    ),
)

_COURSEWORK = Sought(
    r"\b(?:assignment|rubric|points?|graded?|grading|submit(?:ted|ting)?|submission|due (?:date|by)|late work"
    r"|word count"
    r"|(?:unit|module|week) \d|(?:part|section) (?:\d|one|two|a|b)|apa|citations?|references|course|coursework"
    r"|instructor"
    r"|your (?:email|message|letter|paper|plan|response|draft)|(?:two|2)[- ]paragraphs?|\d+ words|file name"
    r"|save your)\b"
)
_TASK = Sought(
    r"^(?:\W|\d){0,9}(?:in (?:part|section|this)[^,.]{0,40}, )?"
    r"(?:(?:you|students?) (?:will|must|should|are to|need to|may)\b|your \w+ (?:will|must|should)\b"
    r"|(?:write|compose|draft|choose|pick|select|identify|describe|explain|discuss|include|create|develop|use|say"
    r"|remember|submit|save|cite|address|review|read|make sure|be sure|provide|list)\b)"
)
_MUCH = 0.5
_SOME = 0.25


def reason(facts: TextFacts) -> str | None:
    """Return that the text reads as the assignment sheet, or None."""
    if facts.speaks_as_a_writer and facts.is_framed:
        return None
    coursework = facts.share_of_sentences(_COURSEWORK)
    tasks = facts.share_of_sentences(_TASK)
    if coursework >= _SOME and (tasks >= _SOME or coursework >= _MUCH) and not facts.speaks_as_a_writer:
        return "This reads as the assignment's instructions. Where is the email that you wrote to the agency?"
    return None
