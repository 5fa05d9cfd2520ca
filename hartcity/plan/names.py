"""Whether two spellings name the same organization."""

from __future__ import annotations

import re
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from hartcity.plan.vocabulary import table, words
from hartcity.text.kept import kept


_PART = re.compile(r"[a-z0-9]+")
_BRACKETED = re.compile(r"\([^)]*\)")
_ADDRESS_PARTS = re.compile(r"[,;:()\n/]|\s(?:at|from|with)\s|\s[-\u2013\u2014]\s", re.IGNORECASE)
_BELONGING = re.compile(r"\sof\s", re.IGNORECASE)
_SAINT = re.compile(r"^(?:the )?st\.? ")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_SPELLED_OUT = {"&": " and ", "+": " and ", "'": "", "\u2019": ""}
_SHORT, _LONG = 5, 9
_REMEMBERED = 2**16
_SHORTEST_INITIALISM = 3
_LONGEST_INITIALISM = 6
_FEWEST_INITIALS = 2
_SHORTEST_SQUASHED = 8
_SHORTEST_PLURAL = 4
_CHARACTERS_A_SLIP = 10


@kept(_REMEMBERED)
def same_organization(one: str, other: str) -> bool:
    """Whether two names mean one organization: case, punctuation, short forms, initials and slips of the key aside.

    Initials may stand for all of a name or for a part of it ("Rowan St. CHC").

    A name that holds all the telling words of a shorter one means the same ("Lantern House" in "Lantern House Family
    Shelter"); words that stand in many names ("family shelter") are not telling by themselves.
    """
    if not parts(one) or not parts(other):
        return False
    return (
        _alike_when_joined(one, other)
        or _initials_of(one, other)
        or _initials_of(other, one)
        or _alike_with_initials(one, other)
        or _alike_with_initials(other, one)
        or _holds(one, other)
        or _holds(other, one)
    )


def names_organization(recipient: str, organization: str) -> bool:
    """Whether an address line ("Intake Team, Lantern House", an email address) is that of ``organization``."""
    if any(same_organization(spoken, organization) for spoken in _spoken(recipient)):
        return True
    if any(_is_meant_by(owner, organization) for owner in _owners(recipient)):
        return True
    if "@" not in recipient:
        return False
    joined = "".join(parts(organization))
    labels = _PART.findall(recipient.casefold().rpartition("@")[2])
    return any(len(label) >= _SHORT and joined.startswith(label) for label in labels)


def _spoken(recipient: str) -> tuple[str, ...]:
    """Return what may be the organization's name in an address line: all of it, without roles, each part of it."""
    without_roles = " ".join(part for part in parts(recipient) if part not in words("organization", "roles"))
    return tuple(filter(None, (recipient, without_roles, *map(str.strip, _ADDRESS_PARTS.split(recipient)))))


def _owners(recipient: str) -> tuple[str, ...]:
    """Return what stands behind an "of": an organization ("Ana of Lantern House") or a place ("of Pell County")."""
    return tuple(behind for part in _ADDRESS_PARTS.split(recipient) for behind in _BELONGING.split(part)[1:])


def _is_meant_by(owner: str, organization: str) -> bool:
    """Whether ``owner`` has most of what tells an organization from others: a place has only its own name in common."""
    telling = distinctive(_BELONGING.split(organization)[0])
    shared = sum(part in parts(owner) for part in telling)
    return 2 * shared > len(telling) > 0 and same_organization(owner, organization)


@kept(_REMEMBERED)
def parts(name: str) -> tuple[str, ...]:
    """Return the words of a name in their full form and lower case, without those that say nothing."""
    plain = _BRACKETED.sub(" ", name).casefold() if _BRACKETED.sub("", name).strip() else name.casefold()
    for mark, spelled in _SPELLED_OUT.items():
        plain = plain.replace(mark, spelled)
    plain = _DOTTED.sub(lambda found: found.group().replace(".", "") + " ", plain)
    full = table("organization")["abbreviations"]
    spelled_out = (full.get(part, part) for part in _PART.findall(_SAINT.sub("saint ", plain)))
    return tuple(part for part in spelled_out if part not in words("organization", "dropped"))


def _alike(one: str, other: str) -> bool:
    """Whether two words are one word, a slip of the key allowed in a longer one."""
    shorter = min(len(one), len(other))
    slips = 0 if shorter < _SHORT else 1 if shorter < _LONG else 2
    if shorter >= _SHORTEST_PLURAL and one.removesuffix("s") == other.removesuffix("s"):
        return True
    return DamerauLevenshtein.distance(one, other, score_cutoff=slips) <= slips


def _alike_when_joined(one: str, other: str) -> bool:
    """Whether the names agree as one string, so that "North Gate" is "Northgate"."""
    first, second = "".join(parts(one)), "".join(parts(other))
    shorter = min(len(first), len(second))
    slips = shorter // _CHARACTERS_A_SLIP if shorter >= _SHORTEST_SQUASHED else 0
    if first == second:
        return True
    if len(parts(one)) == len(parts(other)):
        return all(_alike(*pair) for pair in zip(parts(one), parts(other), strict=True))
    return DamerauLevenshtein.distance(first, second, score_cutoff=slips) <= slips


def _initials_of(short: str, name: str) -> bool:
    letters = "".join(_PART.findall(short.casefold()))
    initials = "".join(part[0] for part in parts(name))
    return (
        " " not in short.strip() and _SHORTEST_INITIALISM <= len(letters) <= _LONGEST_INITIALISM and letters == initials
    )


def _alike_with_initials(short: str, name: str) -> bool:
    """Whether the names agree once initials in ``short`` are the words of ``name`` that begin with these letters."""
    spelled = tuple(word for part in parts(short) for word in _spelled_out(part, parts(name)))
    whole = " ".join(spelled)
    return len(spelled) > len(parts(short)) > 1 and (_alike_when_joined(whole, name) or _holds(name, whole))


def _spelled_out(part: str, words_of_name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the neighboring words that ``part`` is the initials of, else the part itself."""
    if not _FEWEST_INITIALS <= len(part) <= _LONGEST_INITIALISM:
        return (part,)
    runs = (words_of_name[start : start + len(part)] for start in range(len(words_of_name)))
    return next((run for run in runs if "".join(word[0] for word in run) == part), (part,))


def distinctive(name: str) -> tuple[str, ...]:
    """Return the words of a name that do not stand in many names."""
    return tuple(part for part in parts(name) if part not in words("organization", "generic"))


def _holds(long: str, short: str) -> bool:
    """Whether every word of ``short`` stands in ``long``, at least one of them telling."""
    held = {*parts(long), *map("".join, pairwise(parts(long)))}
    # "North Gate" may be written "Northgate", in either of the two names
    written_apart = {part for pair in pairwise(parts(short)) if "".join(pair) in held for part in pair}
    return bool(distinctive(short)) and all(
        part in written_apart or any(_alike(part, other) for other in held) for part in parts(short)
    )
