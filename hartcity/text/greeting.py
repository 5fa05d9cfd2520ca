"""Salutations: where one ends, and whether it names a reader."""

from __future__ import annotations

import re

from hartcity.text.kept import SENTENCES, kept
from hartcity.text.lexicon import lexicon


_OPENING = re.compile(
    r"(?:my\s)?dear(?:est)?\b|hi\b|hello\b|hey\b|hiya\b|greetings\b|good\s(?:morning|afternoon|evening|day)\b|to\swho(?:m|ever|mever)?\b|to\sthe\b|attn\b|attention\b|salutations\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[,:;\u2014!?.]+")
_TITLE = re.compile(r"(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|rev|st|sr|jr|hon|fr|[a-z])$", re.IGNORECASE)
_NEEDS_A_COLON = re.compile(r"to\sthe\b|attn\b|attention\b", re.IGNORECASE)
_TALK = frozenset(
    """
    i i'm im we you u is are can could would will was have has my this it hope thanks thank do does did
    just please if quick
    """.split()
)
_LONGEST_NAME = 9
_ANYBODY = re.compile(r"to\swho(?:m|ever|mever)?\b|sir\b|madam\b|ma'am\b|reads? this", re.IGNORECASE)
_GUSH = re.compile(
    r"\b(?:angels?|heroes|saviou?rs?|saints?|darlings?|sweethearts?|lovelies|beautiful|idiots?|fools?|jerks?|morons?"
    r"|losers?|liars?|useless|so-called|lazy|incompetent|monsters?|cowards?|souls?|lifesavers?"
    r"|miracle workers?|bureaucrats?|clowns?)\b",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    """
    dear hi hello hey hiya greetings good morning afternoon evening day there all everyone everybody folks
    friend friends y'all guys team again
    """.split()
)
_SMALL = frozenset({"of", "and", "the", "for", "&", "at", "in", "team", "staff"})
_LABELS = frozenset(
    """
    background request needs need goals goal summary situation re subject email letter sincerely thanks respectfully
    regards
    """.split()
)


@kept(SENTENCES)
def greeting_length(text: str) -> int:
    """Return how many characters of a line are a salutation; 0 when it does not open with one."""
    opening = _OPENING.match(text)
    if opening is None:
        return _bare_name(text)
    if text[opening.end() :].lstrip().lower().startswith("from "):
        return 0
    place = opening.end()
    for stop in _STOP.finditer(text, opening.end()):
        before = text[: stop.start()]
        if stop[0] == "." and (_TITLE.search(before) or (stop.end() < len(text) and text[stop.end()] != " ")):
            continue
        if _talks(before[opening.end() :]) and not opening[0].lower().startswith("to who"):
            return 0
        place = stop.end()
        if stop[0] == ":" and stop.start() == opening.end() and _NEEDS_A_COLON.match(text) and _is_short(text):
            return len(text)
        if stop[0] == "." and place < len(text):
            return 0
        if not _goes_on(text[place:]):
            return place
    rest = text[opening.end() :]
    if len(text.split()) > _LONGEST_NAME or _talks(rest) or _NEEDS_A_COLON.match(text):
        return place if place > opening.end() and not _talks(rest) and len(text.split()) <= _LONGEST_NAME else 0
    return len(text)


def names_a_reader(greeting: str) -> bool:
    """Whether a salutation names a person, a role, a team or an agency, without gush or insult."""
    if _ANYBODY.search(greeting) or _GUSH.search(greeting):
        return False
    words = [word.strip(",:;!.\u2014-").lower() for word in greeting.split()]
    return any(word and word not in _EMPTY for word in words)


def _is_short(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME and not _talks(text)


def _goes_on(rest: str) -> bool:
    """Whether the salutation goes on behind its first comma ('Good morning, front desk,')."""
    text = rest.strip()
    words = text.split()
    return bool(words) and len(words) <= _LONGEST_NAME and text[-1] in ",:;!\u2014" and not _talks(text)


def _bare_name(text: str) -> int:
    """Measure a salutation without a greeting word ('Juniper Street Clinic,'): short, in capitals, with no verb."""
    words = text.split()
    if (
        not 1 <= len(words) <= _LONGEST_NAME
        or text[-1] not in ",:\u2014"
        or _talks(text)
        or any(mark.isdigit() for mark in text)
    ):
        return 0
    is_named = all(word[0].isupper() or word.strip(",:") in _SMALL for word in words)
    return len(text) if is_named and not _is_label(text) else 0


def _is_label(text: str) -> bool:
    head = text.rstrip(",:\u2014 ").lower()
    return head in _LABELS or head in lexicon().lemmas


def _talks(text: str) -> bool:
    return any(word.strip(",:;!.").lower() in _TALK for word in text.split())
