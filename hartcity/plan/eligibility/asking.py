"""Words that ask something of a person: that restrict who comes, name what has to be shown, or name some people.

All of them are lists of ``vocabulary/served.toml``.
"""

from __future__ import annotations

import re

from hartcity.plan.eligibility.age_bounds import age_bounds
from hartcity.plan.vocabulary import phrases


_WHO_DOES = re.compile(r"\b(?!\w*ments\b)\w{2,}(?:ers|ors|ees|[ae]nts|i(?:st|an)s)\b", re.IGNORECASE)
"""Many words for people by what they do, learn or are; other things that end so only lead to a question more."""

_HELP_WITH = re.compile(
    r"\b(?:help\w*|hand|assistance|support|deal\w*|trouble|advice|struggl\w*|cop\w+)\s$", re.IGNORECASE
)
_AND_DID = re.compile(r"\band \w{3,}ed\b", re.IGNORECASE)


def says(words: str, *parts: str) -> bool:
    """Whether words hold a phrase of one of these lists."""
    return any(phrases("served", part).search(words) for part in parts)


def without(words: str, part: str) -> str:
    """Return words without the phrases of a list."""
    return phrases("served", part).sub(" ", words)


def names_people(words: str) -> bool:
    """Whether words name people, of any kind or age; things that are called like people are none."""
    plain = without(words, "no_people")
    return says(plain, "people") or bool(_WHO_DOES.search(plain) or age_bounds(plain))


def asks_for_something(words: str) -> bool:
    """Whether words restrict who comes, or name what somebody has to have, to show or to have gone through."""
    return restriction(words) is not None or says(words, "to_show", "before_coming")


def restriction(words: str) -> int | None:
    """Return where words begin to restrict who comes; the "with" of help with something does not."""
    found = (one for one in phrases("served", "restricting").finditer(words) if not _is_other(words, one))
    did = _AND_DID.search(words)
    return min((one.start() for one in (next(found, None), did) if one), default=None)


def _is_other(words: str, found: re.Match[str]) -> bool:
    """Whether a word is a part of another ("after-school"), or a "with" of what help is with, how or with whom."""
    before, behind = words[max(0, found.start() - 20) : found.start()], words[found.end() :]
    is_manner = _HELP_WITH.search(before) or phrases("served", "with_what").match(behind.lstrip())
    return behind.startswith("-") or (found.group().casefold() == "with" and bool(is_manner))
