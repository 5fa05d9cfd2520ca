"""Whose file is it, and which part of the assignment? Told by the names of files and folders alone.

The words and the platforms' patterns stand in ``names.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hartcity.classes.name_words import name_words


class Part(StrEnum):
    """Which part of the assignment a file calls itself."""

    PLAN = "plan"
    DRAFT = "draft"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose file it is. ``key`` is the same for every spelling of a name; ``name`` is how it is shown."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A file of the class with its owner. ``order`` sorts the versions of one draft, the newest last."""

    path: str
    owner: Owner
    part: Part
    order: tuple[bool, int, str]


_DIVIDERS = re.compile(r"[\s_.\-\u2013\u2014()\[\]{}+&#]+")
_NUMBERS = re.compile(r"\b(?:v|ver|no)?\d+(?:st|nd|rd|th)?\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{3,}")
_VERSION = re.compile(r"(?<![a-z])(?:v|ver|version|draft|revision|rev|d)[\s_.\-]*(\d{1,3})(?!\d)", re.IGNORECASE)
_COPY = re.compile(r"\((\d{1,3})\)\s*$")
_FINAL = re.compile(r"(?<![a-z])final", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS = re.compile(r"\d+")
_MANY_NAMES = 4
"""So many names in one folder, and the folder is a class and no student."""

_MANY_FILES = 12
"""More files in one folder than one student hands in."""


def owner_of(name: str, number: str = "") -> Owner:
    """Return the owner called ``name``, in whatever order and spelling: ``Ruiz, Ana`` is ``ana_ruiz``."""
    shown = " ".join(_DIVIDERS.sub(" ", unicodedata.normalize("NFC", name)).replace(" ,", ",").split()).strip(" ,;")
    if shown.islower():
        shown = shown.title()
    letters = unicodedata.normalize("NFKD", shown.casefold())
    tokens = re.findall(r"[^\W_]+", "".join(each for each in letters if not unicodedata.combining(each)))
    return Owner(" ".join([*sorted(tokens), *filter(None, [number])]), shown or name)


def place(paths: Iterable[str]) -> list[Placed]:
    """Return every path (folders divided by ``/``) with its owner, part and order, in the order of ``paths``.

    A platform's own pattern decides first, then the file's name, and the folder's where the file's says only which
    part it is. Two students of one name, told apart by a platform's numbers within one folder, stay two.
    """
    listed = list(paths)
    groups = _groups(listed)
    files = Counter(path.rpartition("/")[0] for path in listed)
    crowded = frozenset(folder for folder, count in files.items() if count > _MANY_FILES)
    found = [(path, *_by_platform(path)) for path in listed]
    numbers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for path, name, number in found:
        if name:
            numbers[_container(path), owner_of(name).key].add(number)
    return [
        Placed(
            path,
            owner_of(name, number if len(numbers[_container(path), owner_of(name).key]) > 1 else "")
            if name
            else owner_of(_by_words(path, groups | crowded, crowded)),
            _part(path),
            _order(path),
        )
        for path, name, number in found
    ]


def _container(path: str) -> str:
    """Return the folder in which a platform's pattern would tell students apart."""
    folders = path.split("/")[:-1]
    words = name_words()
    for depth, folder in enumerate(folders):
        if any(platform.folder and platform.folder.fullmatch(folder) for platform in words.platforms):
            return "/".join(folders[:depth])
    return "/".join(folders)


def _by_platform(path: str) -> tuple[str, str]:
    """Return the student's name and number by a platform's pattern, or two empty words."""
    *folders, file = path.split("/")
    for platform in name_words().platforms:
        for pattern, names in ((platform.folder, folders), (platform.file, [_stem(file)])):
            for name in names:
                found = pattern.fullmatch(name) if pattern else None
                if found:
                    return found["student"], found.groupdict().get("number") or ""
    return "", ""


def _by_words(path: str, groups: frozenset[str], crowded: frozenset[str]) -> str:
    *folders, file = path.split("/")
    own = _residue(_stem(file))
    for depth in range(len(folders), 0, -1):
        folder, name = "/".join(folders[:depth]), _residue(folders[depth - 1])
        if name and folder not in groups:
            return name
        if own:
            break
    if own:
        return own
    if "/".join(folders) not in crowded:
        named = [_residue(folder) for folder in reversed(folders)]
        return next(filter(None, named), _stem(file))
    return _stem(file)


def _groups(paths: Sequence[str]) -> frozenset[str]:
    """Return the folders that hold many students: by their name, or by the names of what stands in them."""
    within: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        folders = path.split("/")
        own = _residue(_stem(folders[-1]))
        for depth in range(1, len(folders)):
            inner = _residue(folders[depth]) if depth < len(folders) - 1 else own
            within["/".join(folders[:depth])][owner_of(inner).key if inner else ""] += 1
    tops = {path.split("/")[0] for path in paths if "/" in path}
    is_wrapped = len(tops) == 1 and all("/" in path for path in paths)
    groups = set()
    for folder, names in within.items():
        last = folder.rsplit("/", maxsplit=1)[-1]
        distinct = len([name for name in names if name])
        is_wrapper = is_wrapped and "/" not in folder and distinct > 1
        if (
            name_words().group.search(_DIVIDERS.sub(" ", last))
            or distinct >= _MANY_NAMES
            or is_wrapper
            or not _residue(last)
        ):
            groups.add(folder)
    return frozenset(groups)


def _stem(file: str) -> str:
    name, dot, ending = file.rpartition(".")
    return name if dot and name and ending.isalnum() and len(ending) <= len("jsonl") else file


@cache
def _residue(name: str) -> str:
    """Return what is left of a name without the words that tell the part or nothing, and without numbers."""
    words = name_words()
    spoken = _DIVIDERS.sub(" ", _CAMEL.sub(" ", unicodedata.normalize("NFC", name)))
    for pattern in (words.plan, words.draft, words.filler):
        spoken = pattern.sub(" ", spoken)
    without = _left(_NUMBERS.sub(" ", spoken))
    if any(character.isalpha() for character in words.anyone.sub(" ", words.group.sub(" ", without))):
        return without
    left = _left(spoken)  # Student 12, or a number alone
    return left if without or _LONG_NUMBER.search(left) else ""


def _left(spoken: str) -> str:
    return " ".join(spoken.split()).replace(" ,", ",").strip(" ,;'")


def _part(path: str) -> Part:
    *folders, file = path.split("/")
    words = name_words()
    for name in (_stem(file), *reversed(folders)):
        spoken = _DIVIDERS.sub(" ", _CAMEL.sub(" ", name))
        is_plan, is_draft = bool(words.plan.search(spoken)), bool(words.draft.search(spoken))
        if is_plan != is_draft:
            return Part.PLAN if is_plan else Part.DRAFT
        if is_plan:
            return Part.UNSAID
    return Part.UNSAID


def _order(path: str) -> tuple[bool, int, str]:
    stem = _stem(path.rsplit("/", maxsplit=1)[-1])
    found = _VERSION.search(stem) or _COPY.search(stem)
    padded = _DIGITS.sub(lambda digits: digits[0].zfill(12), path)
    return bool(_FINAL.search(stem)), int(found[1]) if found else 0, padded


def file_names(owners: Iterable[Owner]) -> Mapping[str, str]:
    """Return a file name without ending for every owner's key; all of them different, whatever the disk's case."""
    taken: set[str] = set()
    names = {}
    for owner in sorted(owners, key=lambda owner: (owner.key, owner.name)):
        base = re.sub(r"[^\w]+", "-", owner.name.casefold()).strip("-_")[:80] or "student"
        name, turn = base, 1
        while name in taken:
            turn += 1
            name = f"{base}-{turn}"
        taken.add(name)
        names[owner.key] = name
    return names
