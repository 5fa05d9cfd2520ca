"""Sentences and clauses of a description that state, allow or invite, and so ask for nothing of a person.

They are known by how they are built: who or what they are about stands first, and behind it nothing that restricts,
no document, and no word for some people rather than for all.
"""

from __future__ import annotations

import re

from hartcity.plan.eligibility.age_bounds import age_bounds
from hartcity.plan.eligibility.asking import asks_for_something, names_people, says, without
from hartcity.plan.eligibility.clauses import ANYBODY, NOBODY
from hartcity.plan.eligibility.households import income_limit
from hartcity.plan.eligibility.traits import asked_for
from hartcity.plan.vocabulary import branches, phrases


_LEAD = r"^\s{0,9}(?:and |but |so |or |then |also |yes |plus |because )?(?:just |please |simply |absolutely )?"
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
_ALL = rf"(?:{ANYBODY}|{NOBODY}|all|people|folks|neighbors|the (?:whole|entire) \w+)"
_FOR_ALL = re.compile(
    rf"{_LEAD}(?:{_ALL}|"
    rf"(?:who(?:so)?ever|(?:all|anyone|everyone|those) who) (?:{branches('served', 'comes')})s?[^,]*?)"
    r"\s(?!has\b|had\b|have\b|pass\b|process\b|comes? from\b|(?:is|are|was|were) (?:in|from|on|at|an?|\w+ing)\b)"
    rf"{_DOES}|{_LEAD}{_ALL} (?!(?:is|are|was|were|who|with|in|from)\b)(?:\w+ ){{1,4}}here\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"(?:\b(?:we|it|which|that|only|to|also|(?:can|do|will|may|that|this|the|our) (?:\w+ )?\w+)\s)"
    rf"(?:{branches('served', 'serves')})s?\b"
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
    rf"{ANYBODY}|(?:all of )?us|"
    r"the (?:whole |entire )?(?:public|community|town|neighborhood))(?=\s*(?:$|[.,;:]))",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:you|your|you['\u2019](?:re|ll|ve)|yours|us|"
    rf"{ANYBODY}|{NOBODY}|"
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

_ABOUT_IT = re.compile(
    rf"{_LEAD}(?:(?:we|it|there|here|that|this|i)(?:['\u2019](?:s|re|ve|ll|d))?\s[a-z]|"
    rf"(?!the \w*[^\Ws] are\b)(?:the|our|this|that|these|a|an|some|both)\s(?:[\w'\u2019-]+\s){{1,4}}?"
    rf"(?:(?:is|are|was|were|will|can|may|has|have|costs?|[a-z]{{2,}}(?<![aiou])s)\b)|"
    rf"(?!(?:he|she|they|who|you|whose|age|any|{ANYBODY}|no|nobody|all|each|the|rent|power)\b)"
    r"(?:[a-z][\w'\u2019-]*,?\s){1,7}?(?:is|are|will be|can be|may be)\s(?:also |always |all |to be )*"
    r"(?:[a-z]{3,}(?:ed|en)\b(?<!needed)(?<!ired)|(?:lent|kept|held|sold|built|taught|brought|made|found|here|there)\b|"
    rf"{phrases('served', 'is_said').pattern}))",
    re.IGNORECASE,
)
_INVITES = re.compile(rf"{_LEAD}{phrases('served', 'invitations').pattern}", re.IGNORECASE)
_HAPPENS = re.compile(
    rf"{phrases('served', 'happens').pattern}|"
    rf"\b(?:is|are|['\u2019]s|will be) (?:also |always |all |held )?{phrases('served', 'is_said').pattern}",
    re.IGNORECASE,
)
_MAINLY = re.compile(
    r"^\s*(?:and )?(?:especially|particularly|most(?:ly)?) (?:helpful|useful|suited|good|fun)\b", re.IGNORECASE
)
_DEPENDS = re.compile(
    r"\b(?:if|once)\b(?! you (?:have|can|need|want|like|wish|prefer)\b)(?! (?:possible|needed)\b)|"
    r"\b(?:letters?|notes?|referrals?) from\b",
    re.IGNORECASE,
)
"""What makes even a word on how to come a condition ("Call if your power was cut off")."""


def is_statement(words: str) -> bool:
    """Whether a sentence or clause tells of the service, allows something or bids welcome, and asks for nothing."""
    if _is_selective(words):
        return False
    if _ALLOWED.match(words) or _FOR_ALL.match(words) or _INVITES.match(words) or _wants(words.strip()):
        return True
    return bool(_ABOUT_IT.match(words) and not _SERVES.search(_OF_ALL.sub(" ", words)))


def is_about_the_service(sentence: str) -> bool:
    """Whether a sentence tells when, where or how a service is given, and names neither people nor a requirement."""
    if asks_for_something(sentence):
        return False
    if phrases("served", "ways").match(sentence.strip()):
        return True
    is_said = _HAPPENS.search(sentence)
    return bool(is_said and is_said.start() and not names_people(sentence))


def tells_whom_it_suits(sentence: str) -> bool:
    """Whether a sentence says whom a service is mainly for, which leaves nobody out."""
    return bool(_MAINLY.match(sentence))


def is_aside(clause: str) -> bool:
    """Whether a clause tells how to come in, or who comes in first, and not who is let in."""
    is_first = phrases("served", "first").search(clause)
    return bool(is_first or (phrases("served", "asides").match(clause) and not _DEPENDS.search(clause)))


def _is_selective(words: str) -> bool:
    """Whether some people are named rather than all, or something that they have to have, do or show."""
    found = _FOR_ALL.match(words)
    told = _HARMLESS.sub(" ", words[found.end() :] if found else words)
    rest = _EVERY.sub(" ", told)
    return (
        says(told, "restricting", "before_coming")
        or says(without(rest, "no_people"), "to_show")
        or names_people(rest)
        or bool(age_bounds(rest))  # beside a thing too ("child care up to age 5")
        or bool(asked_for(rest))
        or income_limit(words).is_told
    )


def _wants(question: str) -> bool:
    """Whether a question asks what somebody wants."""
    return bool(phrases("served", "wants").match(question) or phrases("served", "feels").fullmatch(question))
