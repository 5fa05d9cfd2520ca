"""What a cell says of whether a service is offered, as one of the statuses of the standard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping

_DAYS = (
    r"(?:mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:rs?|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?|"
    r"sun(?:days?)?|week ?(?:end|day)s?|(?:[a-z]{3,12} )?holidays?|lunch|noon|midday|nights?|evenings?|mornings?|"
    r"afternoons?|christmas|thanksgiving|easter|\d{1,2}(?::\d\d)?(?: ?[ap]m)? (?:to )?\d{1,2}(?! ?\d))"
)
_NOT_THE_SERVICE = re.compile(
    rf"\bclosed (?:(?:on|every|all|in|at|for|during) )?(?:the )?{_DAYS}\b[^,;.()]*|"
    r"\b(?:wait(?:ing)? ?list|list|intakes?|enroll?ments?|registration|applications?|referrals?|admissions?) "
    r"(?:(?:is|are|currently|now|temporarily) )?closed\b|"
    r"\bclosed (?:to|for) (?:(?:all|any) )?(?:new|more|further|additional|walk ?ins?|referrals?|applications?|"
    r"enroll?ments?|intakes?|registration|admissions?)\b[^,;.()]*"
)
"""What is closed on some days, or to those who are not in yet, while the service itself goes on."""

_TIMES = (
    r"season|summer|winter|spring|fall|autumn|year|january|february|march|april|may|june|july|august|september|october|"
    r"november|december"
)

_MEANT = (
    (
        "active",
        r"not (?:permanently |temporarily )?closed|no longer closed|re ?opened|open again",
    ),
    (
        "temporarily closed",
        r"(?:temporalmente|provisoirement) \w+|(?:cerrad[oa]s?|ferm\u00e9e?) temporal\w*|suspendid[oa]s?|"
        r"temporar\w* (?:in ?active|closed|closure|unavailable|not|out|down|shut|stopped|discontinued)|^temporar\w*$|"
        r"(?:closed|closure|unavailable|in ?active|down) temporar\w*|temp closed|paused?|suspended|on hold|on pause|"
        r"hiatus|until further notice|reopen(?:s|ing)|seasonally closed|(?:out of|off) season|"
        rf"closed (?:until|(?:for|in) (?:the )?(?:{_TIMES}|repairs?|renovations?|remodel\w*|construction|now)\b)",
    ),
    (
        "defunct",
        r"defunct|discontinued|permanent\w*|dissolved|ended|terminated|ceased|deleted|out of business|for good|"
        r"shut(?:tered)?(?: down)?|cancel?led",
    ),
    (
        "inactive",
        r"inactivos?|inactivas?|cerrad[oa]s?(?! (?:los?|las|el|domingos?|s\u00e1bados?|lunes)\b)|ferm\u00e9e?|"
        r"in ?active|deactivated|closed|closure|archived|expired|withdrawn|unavailable|disabled|retired|removed|"
        r"dormant|obsolete|lapsed|stopped|non ?operational|no longer|"
        r"not (?:currently |presently |yet |now )?(?:active|open|available|offered|operating|operational|running|"
        r"in operation|in service)|do not (?:use|refer|list)|(?:coming|opening) soon",
    ),
    (
        "active",
        r"activos?|activas?|abiert[oa]s?|disponibles?|vigentes?|ouverte?s?|active|open|available|current|currently|"
        r"ongoing|published|operating|operational|running|in operation|offered",
    ),
)
"""Plain words for the statuses of the standard; the first that stands in a cell counts."""

_WORDS = tuple((status, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for status, words in _MEANT)

_ANSWERS: Mapping[str, bool] = {
    **dict.fromkeys(
        ("yes", "y", "s\u00ed", "si", "oui", "true", "t", "1", "x", "ok", "\N{CHECK MARK}", "\N{HEAVY CHECK MARK}"),
        True,
    ),
    **dict.fromkeys(("no", "n", "false", "f", "0", "\N{BALLOT X}", "\N{MULTIPLICATION X}"), False),
}
_ANSWER = re.compile(r"(yes|no|y|n)(?= ?[,;:.(]| [-\u2013\u2014] )")
"""An answer with a word on it behind it: ``No (ended in 2023)``."""

_LONGEST = 200
_STATEMENT = re.compile(
    r"(?:(?:this |the |our )?(?:program|programme|service|agency|organization|location|site|office|pantry|clinic) )?"
    r"(?:(?:is|are|was|were|has been|have been) )?(?:(?:now|currently|presently) )?"
    r"(?:(?:permanently|temporarily|indefinitely|temp) )?"
    r"(?:closed|discontinued|suspended|defunct|inactive|ceased|shut down|on hold|on hiatus|out of business|cancel?led|"
    r"no longer (?:offered|available|provided|open|active|operating|in operation|exists)|"
    r"not currently (?:offered|available|open|active|operating))"
    r"(?: (?:permanently|temporarily|indefinitely|for good|for now|until|as of|since|effective|due to|"
    r"for (?:the )?(?:season|summer|winter|year|repairs?|renovations?|remodel\w*|construction)|"
    r"(?:(?:in|on) )?(?:[a-z]{3,9} )?(?:\d{1,2}[ /]){0,2}(?:19|20)\d\d)\b.*)?"
)
_HINT = re.compile(
    "closed|discontin|suspend|defunct|inactive|ceased|shut|hold|hiatus|business|cancel|longer|not", re.IGNORECASE
)
"""Stands in every statement: most cells need no closer look."""

_PARTS = re.compile(r"[()\[\]*\n]|\s[-\u2013\u2014|]\s|:\s")


def status_of(text: str) -> str:
    """Return the status that words mean, or nothing where they mean none."""
    is_yes = answer(text)
    if is_yes is not None:
        return "active" if is_yes else "inactive"
    plain = _plain(text)
    rest = _NOT_THE_SERVICE.sub(" ", plain)
    meant = next((status for status, words in _WORDS if words.search(rest)), "")
    return meant or ("active" if rest != plain else "")


def answer(text: str) -> bool | None:
    """Return whether a cell says yes; None where it is no answer."""
    found = _ANSWER.match(text.casefold().strip())
    return _ANSWERS.get(found[1] if found else _plain(text))


def is_plain(text: str) -> bool:
    """Whether a cell is an answer or the name of a status and nothing else."""
    return answer(text) is not None or any(words.fullmatch(_plain(text)) for _, words in _WORDS)


def says_closed(text: str) -> bool:
    """Whether a cell of any kind says of the service that it is closed, and nothing else.

    ``Closed`` and ``Permanently closed since 2023`` do; ``closed on Sundays`` and ``Closed captions`` do not.
    """
    if len(text) > _LONGEST or not _HINT.search(text):
        return False
    plain = _plain(text).strip(" .!?*()[]")
    return bool(_STATEMENT.fullmatch(plain)) and not _NOT_THE_SERVICE.search(plain)


def is_called_closed(name: str) -> bool:
    """Whether a name carries the word that what it names is closed: ``Tax Help (closed)``, ``CLOSED - Tax Help``."""
    return bool(_HINT.search(name)) and any(says_closed(part) for part in _PARTS.split(name[:_LONGEST]) if part.strip())


def _plain(text: str) -> str:
    return " ".join(re.split(r"[\s_\u2013\u2014-]+", text.casefold())).strip()
