"""Whether a private matter is the very thing that the reader's service is for.

One file a topic: the words that name the matter, and the words in the names of services that exist for it. A recovery
center needs to know of recovery; a food pantry does not.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def _topics() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    files = sorted(
        (file for file in resources.files(__name__).iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    read = (tomllib.loads(file.read_text("utf-8")) for file in files)
    return tuple((_any_of(topic["matter"]), _any_of(topic["services"])) for topic in read)


def _any_of(words: list[str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)


def is_what_the_service_is_for(matter: str, services: str) -> bool:
    """Whether ``matter`` (the marked words) is of a topic that ``services`` (names of agency and service) serve."""
    return any(named.search(matter) and served.search(services) for named, served in _topics())
