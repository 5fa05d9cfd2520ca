"""Facts that could be checked: since when, how long, how many, how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.model import Span
from hartcity.text.actors import Actor
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import WRITERS, Parse


_NUMBER = (
    r"(?:\d[\d,.]{0,9}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|ninety|a dozen|several dozen|half)"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_COUNTED = (
    r"(?:hours?|days?|nights?|weeks?|months?|years?|times?|miles?|shifts?|jobs?|moves?|appointments?|apartments?"
    r"|mornings?|evenings?|afternoons?|semesters?|visits?|classes|payments?|bus|buses|transfers?|dollars|blocks?|rooms?"
    r"|applications?|interviews?|letters?|meetings?|sessions?|meals?|bills?|steps?|flights?|documents?|references|teeth"
    r"|credits?|courses?|languages?|pounds?)"
)
_SEASON = r"(?:winter|spring|summer|fall|autumn|thanksgiving|halloween|christmas)"
_FIRM = re.compile(
    rf"\$\s?\d|\b\d{{1,3}}\s?(?:percent\b|%)|\b{_NUMBER}(?:\s|-)(?:\w{{2,14}}\s){{0,2}}?{_COUNTED}\b"
    r"|\b(?:since|until|till|by|in|on|before|after|last|this|from|through|early|late|mid|of|end of|around)[\s-]"
    r"(?:the\s)?"
    rf"(?:early\s|late\s|mid-?)?(?:{_MONTH}\b|(?:19|20)\d\d\b|{_SEASON}\b)"
    rf"|\b{_MONTH}\.?\s\d{{1,2}}\b|\b(?:last|this|next)\s(?:week|month|year|winter|spring|summer|fall|semester)\b"
    r"|\b(?:weeks?|months?|years?|days?) ago\b"
    r"|\bevery (?:day|morning|night|week|month|sunday|saturday|weekend|evening|one of)\b"
    r"|\b(?:once|twice) (?:a|each|every)\b"
    r"|\b(?:first|second|third|fourth|fifth) (?:round|time|month|week|shift|grade|interview|year|notice)\b"
    r"|\bdaily\b|\bgrade [A-F]\b|\b[AB] average\b|\bhalf (?:a|an|the|of)\b",
    re.IGNORECASE,
)
_HOUSEHOLD = re.compile(
    rf"\b(?:mother|father|parent|mom|dad|family|household|grandmother|grandfather|couple) of (?:{_NUMBER}|one)\b"
    rf"|\b{_NUMBER}\s(?:\w{{2,14}}\s){{0,2}}?(?:children|kids|sons|daughters|teen(?:ager)?s|grandchildren|people|boys|girls)"
    r"\b"
    r"|\b\d0s\b|\bin (?:his|her|their) \w{4,8}ies\b|\bout of (?:work|state)\b|\bthe third time\b"
    r"|\b(?:lost|cut off|shut off|evicted)\b",
    re.IGNORECASE,
)
_IDENTIFYING = re.compile(r"\b(?:born|dob|d\.o\.b|birth|ssn|medicaid id|case number|id number)\b", re.IGNORECASE)


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield checkable facts (firm) and bare household shape or events without a time (soft)."""
    own = [clause for clause in parse.clauses if clause.subject in WRITERS]
    about_writer = bool(own) and not parse.has("third_person", "user")
    if _is_about_a_meeting(parse):
        return
    for found in _FIRM.finditer(parse.plain):
        if _IDENTIFYING.search(parse.plain, max(0, found.start() - 30), found.start()):
            continue
        yield Evidence(
            Role.FACT, Span(parse.span.start + found.start(), parse.span.start + found.end()), firm=not about_writer
        )
    for found in _HOUSEHOLD.finditer(parse.plain):
        yield Evidence(Role.FACT, Span(parse.span.start + found.start(), parse.span.start + found.end()), firm=False)


def _is_about_a_meeting(parse: Parse) -> bool:
    """Whether the times of a sentence are those of a meeting and no facts about the person."""
    if not parse.moments:
        return False
    inverted = any(clause.inverted for clause in parse.clauses)
    meets = any("meet" in clause.lists and clause.subject is not Actor.USER for clause in parse.clauses) or parse.has(
        "meeting"
    )
    orders = any(clause.subject is Actor.READER and clause.modal == "must" for clause in parse.clauses)
    return (inverted and meets) or orders
