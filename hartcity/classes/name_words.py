"""The words in the names of files and folders, and the platforms' patterns, as ``names.toml`` has them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Platform:
    """How a learning platform names the folders and files that it packs."""

    folder: re.Pattern[str] | None
    file: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class NameWords:
    """Patterns of words that say which part a file is, or nothing, and of what is no student's."""

    plan: re.Pattern[str]
    draft: re.Pattern[str]
    filler: re.Pattern[str]
    group: re.Pattern[str]
    anyone: re.Pattern[str]
    platforms: tuple[Platform, ...]
    note_files: re.Pattern[str]
    note_folders: re.Pattern[str]


@cache
def name_words() -> NameWords:
    """Return the words, read once."""
    text = resources.files("hartcity.classes").joinpath("names.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    words, notes = data["words"], data["notes"]
    return NameWords(
        **{name: _any_of(words[name]) for name in ("plan", "draft", "filler", "group", "anyone")},
        platforms=tuple(
            Platform(_pattern(platform.get("folder")), _pattern(platform.get("file"))) for platform in data["platforms"]
        ),
        note_files=re.compile("|".join(notes["files"]), re.IGNORECASE),
        note_folders=re.compile("|".join(notes["folders"]), re.IGNORECASE),
    )


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})\d{{0,2}}(?!\w)", re.IGNORECASE)


def _pattern(words: str | None) -> re.Pattern[str] | None:
    return None if words is None else re.compile(words, re.IGNORECASE)


def is_note(path: str) -> bool:
    """Whether a file is a system's or a learning platform's own, and no student's."""
    *folders, name = path.split("/")
    words = name_words()
    return bool(words.note_files.fullmatch(name)) or any(words.note_folders.fullmatch(each) for each in folders)
