"""Sentences of a description that state, allow or invite, and so ask for nothing of a person.

They are known by how they are built: who or what they are about stands first, and behind it nothing that restricts,
no document, and no word for some people rather than for all.
"""

from __future__ import annotations

import re
from functools import cache

from hartcity.plan.bounds import age_bounds
from hartcity.plan.incomes import income_dollars, income_percent
from hartcity.plan.traits import asked_for
from hartcity.plan.vocabulary import phrases


WHO_DOES = re.compile(r"\b(?!\w*ments\b)\w{2,}(?:ers|ors|ees|[ae]nts|i(?:st|an)s)\b", re.IGNORECASE)
"""Many words for people by what they do, learn or are; other things that end so only lead to a question more."""

_LEAD = r"^\s{0,9}(?:and |but |so |or |then |also |yes |or |plus |because )?(?:just |please |simply |absolutely )?"
_DOES = (
    r"(?:is|are|was|were|will|can|may|does|do|has|have|had|gets?|goes|costs?|(?:do|does|is|are|wo|ca)n['\u2019]t|"
    r"[a-z]{2,}(?<![aious])s)\b"
)
_ALLOWED = re.compile(
    rf"{_LEAD}(?:you|they)(?:['\u2019]ll| will| can| may| could|(?:['\u2019]re| are) (?:always |all )?"
    r"(?:welcome|invited)|"
    r" (?:always )?(?:eat|belong|bring|name|choose|pay|pick|get|learn|decide|leave|keep))\b",
    re.IGNORECASE,
)
_ANY_ONE = r"(?:everyone|everybody|anyone|anybody|nobody|no[ -]one|all|people|folks|neighbors|the (?:whole|entire) \w+)"
_FOR_ALL = re.compile(
    rf"{_LEAD}(?:{_ANY_ONE}|"
    r"(?:who(?:so)?ever|(?:all|anyone|everyone|those) who) (?:comes?|walks?|shows?|turns?|stops?|knocks?|drops?|asks?|"
    r"calls?|wanders?|wants?|needs?)[^,]*?)"
    r"\s(?!has\b|had\b|have\b|pass\b|process\b|comes? from\b|(?:is|are|was|were) (?:in|from|on|at|an?|\w+ing)\b)"
    rf"{_DOES}|{_LEAD}{_ANY_ONE} (?!(?:is|are|was|were|who|with|in|from)\b)(?:\w+ ){{1,4}}here\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"(?:\b(?:we|it|which|that|only|to|also|(?:can|do|will|may|that|this|the|our) (?:\w+ )?\w+)\s)"
    r"(?:serve|house|help|assist|support|accept|admit|take|see|treat|teach|train|enroll|feed|welcome|shelter|host|invite|"
    r"work with|work alongside|visit|drive|carry|reach|cover|match|pair|fund|pay)s?\b"
    r"(?!\s(?:you|us|at|on|with|place)\b)|"
    r"\b(?:is|are|was|were|meant|designed|geared|intended|open|exists?|set aside|run|held) (?:just |all )?"
    r"(?:for|to|toward)\b|"
    r"\b(?:goes|go|given|offered|available|belongs?|tied) to\b|\b(?:full|made up|consists?) of\b|"
    r"\bfor (?:the \w+|(?!all\b|us\b|your\b)(?:\w+ ){0,2}\w{3,}s)\b(?=\s*(?:$|[.;,]))",
    re.IGNORECASE,
)
"""Whom a service serves may stand behind these words, so that a sentence with one of them is read."""

_OF_ALL = re.compile(
    r"\b(?:for|to|serves?|feeds?|takes?(?: in)?|welcomes?|helps?|sees?) (?:absolutely )?(?:all(?: comers)?|"
    r"everyone|everybody|anyone|anybody|(?:all of )?us|"
    r"the (?:whole |entire )?(?:public|community|town|neighborhood))(?=\s*(?:$|[.,;:]))",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:you|your|you['\u2019](?:re|ll|ve)|yours|us|everyone|everybody|anyone|anybody|nobody|no one|"
    r"(?<!\bfor )(?<!\bits )(?<!\bof )(?<!\bto )(?<!\bwith )(?<!help )(?<!serve )(?<!\bthe )(?<!\bour )"
    r"(?:people|folks|neighbors?))\b(?! (?:who|with|whose|in|from|of|on|over|under)\b)",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\bsince (?:the )?\d{4}s?\b|\bwhile you \w+|\buntil (?:it|we|the|they|supplies|noon|\d)\b|"
    r"\bno matter\b|\ba while\b|"
    r"\bno \w+(?: or \w+)?|\b(?:not|never|cannot)\b|\b\w+n['\u2019]t\b|"
    r"\b(?:helps?|questions|advice|assistance|support|talks?) (?:with|about|on)\s"
    r"(?:(?!\b(?:for|if|who|whose|only|after|when|once|to|from|of)\b)[^.;])*",
    re.IGNORECASE,
)
"""What is said of the service itself, and what it does not ask for; help with a paper is none that has to be shown."""


def is_statement(words: str) -> bool:
    """Whether a sentence or clause tells of the service, allows something or bids welcome, and asks for nothing."""
    if _is_selective(words):
        return False
    if _ALLOWED.match(words) or _FOR_ALL.match(words) or _invites().match(words) or _wants(words):
        return True
    return bool(_about_it().match(words) and not _SERVES.search(_OF_ALL.sub(" ", words)))


def _is_selective(words: str) -> bool:
    """Whether some people are named rather than all, or something that they have to have, do or show."""
    found = _FOR_ALL.match(words)
    told = words[found.end() :] if found else words
    told = _HARMLESS.sub(" ", told)
    rest = _EVERY.sub(" ", told)
    plain = phrases("served", "no_people").sub(" ", rest)
    return bool(
        phrases("served", "restricting").search(told)
        or phrases("served", "before_coming").search(told)
        or phrases("served", "to_show").search(plain)
        or phrases("served", "people").search(plain)
        or WHO_DOES.search(plain)
        or age_bounds(rest)
        or asked_for(rest)
        or income_percent(words) is not None
        or income_dollars(words) is not None
    )


@cache
def _about_it() -> re.Pattern[str]:
    said = phrases("served", "is_said").pattern
    return re.compile(
        rf"{_LEAD}(?:(?:we|it|there|here|that|this|i)(?:['\u2019](?:s|re|ve|ll|d))?\s[a-z]|"
        rf"(?!the \w*[^\Ws] are\b)(?:the|our|this|that|these|a|an|some|both)\s(?:[\w'\u2019-]+\s){{1,4}}?"
        rf"(?:(?:is|are|was|were|will|can|may|has|have|costs?|[a-z]{{2,}}(?<![aiou])s)\b)|"
        r"(?!(?:he|she|they|who|you|whose|age|any|anyone|anybody|everyone|everybody|no|nobody|all|each|the|rent|power)\b)"
        r"(?:[a-z][\w'\u2019-]*,?\s){1,7}?(?:is|are|will be|can be|may be)\s(?:also |always |all |to be )*"
        rf"(?:[a-z]{{3,}}(?:ed|en)\b(?<!needed)(?<!ired)|(?:lent|kept|held|sold|built|taught|brought|made|found|here|there)\b|{said}))",
        re.IGNORECASE,
    )


def _wants(words: str) -> bool:
    found = phrases("served", "wants").match(words.strip())
    return bool(found or phrases("served", "feels").fullmatch(words.strip()))


@cache
def _invites() -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}{phrases('served', 'invitations').pattern}", re.IGNORECASE)
