"""Whether words name a private matter, and whether that is the very thing that the reader's service is for.

One file a topic: the words that name the matter, those that name it among other things, and the words in the names of
services that exist for it. A recovery center needs to know of recovery; a food pantry does not.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple


class _Topic(NamedTuple):
    """Words of a private matter, as patterns."""

    matter: re.Pattern[str]
    perhaps: re.Pattern[str]
    services: re.Pattern[str]


@cache
def _topics() -> tuple[_Topic, ...]:
    files = sorted(
        (file for file in resources.files(__name__).iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    read = (tomllib.loads(file.read_text("utf-8")) for file in files)
    return tuple(_Topic(**{name: _any_of(topic[name]) for name in _Topic._fields}) for topic in read)


def _any_of(words: list[str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)


def is_what_the_service_is_for(words: str, services: str) -> bool:
    """Whether every matter that the marked ``words`` name is one that ``services`` (agency and service) are for."""
    named = [topic for topic in _topics() if topic.matter.search(words)]
    return bool(named) and all(topic.services.search(services) for topic in named)


def may_name_a_matter(words: str) -> bool:
    """Whether some of ``words`` name a private matter, if only perhaps."""
    return any(topic.matter.search(words) or topic.perhaps.search(words) for topic in _topics())
