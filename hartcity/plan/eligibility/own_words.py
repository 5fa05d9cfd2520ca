"""What a plan's own words at a service say: some clauses tell of the person, and the others of the service's rule."""

from __future__ import annotations

import re
from collections.abc import Iterator


_AND = r"(?:but|and|since|because|while|though|although|as)"
_AFTER_A_MARK = r"(?<=[.;:,(])\s+"
_CLAUSE = re.compile(rf"{_AFTER_A_MARK}|(?<!\s)\s+{_AND}\s+|(?<!\s)\s+[-\u2013\u2014]+\s+|\(|\n")
_PART = re.compile(rf"{_AFTER_A_MARK}|\n")
_ABOUT_A_PERSON = re.compile(
    rf"(?:(?:{_AND}|yet)\s+)?"
    r"(?:no|not|never|has|is|his|her|their|(?-i:[B-HJ-Z])(?=\.?\s)|"
    r"(?:he|she|they|i|the (?:client|participant|service user|person|mother|"
    r"father|parents?|couple|family|household))(?:['\u2019](?:s|re))?)\b",
    re.IGNORECASE,
)
_NAMES_THEM = re.compile(
    rf"(?:(?:{_AND}|yet|met|so)[:,]?\s+)*(?:(?:her|his|their|he|she|they|i|the client)(?:['\u2019](?:s|re))?)\b",
    re.IGNORECASE,
)
_ABOUT_THE_RULE = re.compile(
    r"\b(?:required|needed|asked|necessary)\b|\b(?:they|it|she|he)\s+(?:only\s+)?(?:serves?|accepts?|takes?|requires?|"
    r"asks?|helps?|offers?|works? with|may|might|must|should|can|could|will|would|needs? to be|only)\b",
    re.IGNORECASE,
)


def about_the_person(eligibility: str, alias: str) -> Iterator[str]:
    """Yield the clauses of an eligibility field that tell of the person, and not of the service's rule."""
    return (clause for clause, is_told in _clauses(eligibility, alias) if is_told)


def about_the_rule(eligibility: str, alias: str) -> Iterator[str]:
    """Yield the clauses of an eligibility field that tell of the service's rule, and not of the person."""
    return (clause for clause, is_told in _clauses(eligibility, alias) if not is_told)


def without_the_person(eligibility: str, alias: str) -> str:
    """Return an eligibility field without the parts that plainly tell of the person, in the service's own order."""
    parts = _PART.split(called_the_client(eligibility, alias))
    return " ".join(one for one in parts if not _NAMES_THEM.match(one) or _ABOUT_THE_RULE.search(one))


def called_the_client(words: str, alias: str) -> str:
    """Return words with the alias, where it stands as a word of its own, spelled out as "the client"."""
    name, mark = alias.strip(" ."), r"\.?" if alias.strip().endswith(".") else ""
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w){mark}", "the client", words) if name else words


def _clauses(eligibility: str, alias: str) -> Iterator[tuple[str, bool]]:
    """Yield each clause with whether it tells of the person."""
    for clause in _CLAUSE.split(called_the_client(eligibility, alias)):
        is_told = bool(_ABOUT_A_PERSON.match(clause)) and not _ABOUT_THE_RULE.search(clause)
        yield clause.strip(" .;:,)"), is_told
