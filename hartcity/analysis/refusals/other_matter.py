"""A program, a list of tasks or the words of a song stands where the email should be.

Why: such a text says nothing to a reader at an agency, however many of the right words it holds.
"""

import re

from hartcity.analysis.refusals._text_facts import TextFacts


ORDER = 4
EMAILS_ONLY = True
EXAMPLES = (
    (
        "import json\n\ndef main():\n    data = json.load(open('a.json'))\n    for row in data:\n        print(row)\n"
        "\nif __name__ == '__main__':\n    main()\n",
        True,
    ),
    (
        "[Verse 1]\nI have walked this road before\nand I know your open door\n\n[Chorus]\nLight the lamp for me\n"
        "light the lamp for me\nas it used to be",
        True,
    ),
    (
        "To do:\n- call the shelter about the bed\n- print the release\n- pick up bus passes\n- finish the references\n"
        "- buy stamps",
        True,
    ),
    (
        "Hi Ms. Cho,\n\nI work with a father of two who needs:\n- two dinners a week\n- a ride on Mondays\n- a"
        " form\n\nCould we talk on Tuesday at ten? Thanks, Lena",
        False,
    ),
)

_CODE = re.compile(
    r"^\s*(?:import \w+|from \w+ import|def \w+\(|class \w+[:(]|function \w*\(|(?:if|for|while) .{1,60}[:{]$"
    r"|return\b.{0,60}$|(?:const|let|var) \w+ =|\w+ = \S|print\(|#include|<\/?\w+[^>]{0,60}>|[{}\])]+[;,]?$"
    r"|\"\w+\": |(?:SELECT|INSERT|UPDATE) )"
)
_SONG = re.compile(
    r"^\W{0,3}(?:verse|chorus|refrain|bridge|intro|outro|pre-chorus|hook)(?: \d{1,2})?\W{0,3}$", re.IGNORECASE
)
_TASKS = re.compile(
    r"^\W{0,4}(?:to[- ]?dos?|to do list|task list|tasks|checklist|reminders|shopping list)\W{0,3}$", re.IGNORECASE
)
_ITEM = re.compile(r"^\s*(?:[-*+\u2022\u25aa]|\d{1,2}[.)]|\[[ x]?\])\s")
_MOST = 0.5
_FEWEST = 3


def reason(facts: TextFacts) -> str | None:
    """Return that the text is a program, a song or a list of tasks, or None."""
    lines = [line for line in facts.document.plain[:20_000].splitlines() if line.strip()]
    if len(lines) < _FEWEST or facts.is_greeted:
        return None
    if sum(bool(_CODE.match(line[:200])) for line in lines) >= _MOST * len(lines):
        return "This reads as a program or data, and not as an email. Was it pasted by accident?"
    if sum(bool(_SONG.match(line[:40])) for line in lines) > 1:
        return "This reads as the words of a song, and not as an email. Was it pasted by accident?"
    items = sum(bool(_ITEM.match(line[:20])) for line in lines)
    if items >= _FEWEST and items >= len(lines) - 2 and (_TASKS.match(lines[0][:40]) or items == len(lines)):
        return "This reads as a list of tasks. Could it become sentences that speak to one reader?"
    return None
