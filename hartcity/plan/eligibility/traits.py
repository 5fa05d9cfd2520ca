"""Traits of a person: which ones a plan's words show or deny, and which ones a service's words ask for."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from hartcity.plan.eligibility.clauses import ANYBODY
from hartcity.plan.vocabulary import pattern, table


_CLAUSE = re.compile(r"[;.]\s")
_ALSO = re.compile(
    rf"\b(?:(?:{ANYBODY}|all people)(?! (?:who|with|living|residing|in|from|that)\b)|"
    r"including|welcome|priority|prefer\w*|especially|also|such as|discount\w*|waive[ds]?)\b",
    re.IGNORECASE,
)
_KIN_OF = re.compile(
    r"(\b(?:spouses?|wives|wife|husbands?|widow(?:er)?s?|children|sons?|daughters?|famil(?:y|ies)|relatives?|siblings?|"
    r"friends?) of (?:[\w'\u2019-]+ )?[\w'\u2019-]+)",
    re.IGNORECASE,
)
"""Who has the trait here is another than the person ("widows of veterans")."""


def shown(words: str) -> frozenset[str]:
    """Return the traits that the words show; what they deny is not shown by the same words."""
    return _those(lambda trait: _in(trait, "shows", _pattern(trait, "denies").sub(" ", words)))


def denied(words: str) -> frozenset[str]:
    """Return the traits that the words say the person does not have."""
    return _those(lambda trait: _in(trait, "denies", words))


def unlikely(pronouns: str) -> frozenset[str]:
    """Return the traits that a pronoun (``he/him``) speaks against, without deciding anything."""
    return _those(lambda trait: _first(pronouns) in trait.get("unlikely", ()))


def likely(pronouns: str) -> frozenset[str]:
    """Return the traits that a pronoun speaks for, without deciding anything, so that nobody is asked for them."""
    return _those(lambda trait: _first(pronouns) in trait.get("likely", ()))


def shown_by_title(alias: str) -> frozenset[str]:
    """Return the traits that the title in an alias ("Mr. D", "grandmother of three") shows."""
    words = {word.casefold().strip(".,") for word in alias.split()}
    return _those(lambda trait: bool(words & set(trait.get("titles", ()))))


def denied_by_title(alias: str) -> frozenset[str]:
    """Return the traits that the title in an alias speaks against."""
    held = shown_by_title(alias)
    return _those(lambda trait: bool(held and trait.get("titles"))) - held


def shown_by_numbers(youngest: int | None, household_size: int | None) -> frozenset[str]:
    """Return the traits that an age (``youngest``, in years) or a household of one shows."""
    age = -math.inf if youngest is None else youngest
    return _those(lambda trait: age >= trait.get("shown_from", math.inf) or (household_size == 1 and "alone" in trait))


def denied_by_numbers(youngest: int | None, oldest: int | None, household_size: int | None) -> frozenset[str]:
    """Return the traits that an age (``youngest`` to ``oldest``, in years) or a household's size speaks against."""
    first, last = -math.inf if youngest is None else youngest, math.inf if oldest is None else oldest
    return _those(
        lambda trait: (
            last < trait.get("younger_than", 0)
            or first > trait.get("older_than", math.inf)
            or (household_size == 1 and "not_alone" in trait)
            or ((household_size or 0) > 1 and "alone" in trait)
        )
    )


def is_age(trait: str) -> bool:
    """Whether a trait is an age in words, which an age in figures beside it settles."""
    return "younger_than" in _traits()[trait]


def is_youth(trait: str) -> bool:
    """Whether a trait is one of the young, and so may be that of a child whom a parent asks for."""
    return "older_than" in _traits()[trait]


def is_group(trait: str) -> bool:
    """Whether a trait makes a group of people, so that "or" before another group opens the door to both."""
    return "group" in _traits()[trait]


def may_be_asked(trait: str, *, silent: bool = True) -> bool:
    """Whether a plan that does not tell of a trait may be asked for it; ``silent``: it says nothing of eligibility."""
    asked = _traits()[trait].get("asked", False)
    return silent if asked == "silent" else bool(asked)


def says(trait: str) -> str:
    """Return whom a service serves that asks for a trait (``veterans and their families``)."""
    words: str = _traits()[trait]["says"]
    return words


def asked_for(served: str) -> tuple[str, ...]:
    """Return the traits that a description of who is served asks for; those named in passing are not asked for."""
    clauses = [clause for clause in _CLAUSE.split(_KIN_OF.sub(" ", served)) if not _ALSO.search(clause)]
    return tuple(
        name
        for name, trait in _traits().items()
        if any(_in(trait, "needed", clause) for clause in clauses) and not _in(trait, "unless", served)
    )


def without_asked(served: str) -> str:
    """Return a description without the words in which it asks for traits; those of somebody's kin stay."""
    needed = pattern(tuple(phrase for trait in _traits().values() for phrase in trait.get("needed", ())))
    parts = _KIN_OF.split(served)
    return "".join(part if place % 2 else needed.sub(" ", part) for place, part in enumerate(parts))


def _traits() -> dict[str, dict[str, Any]]:
    traits: dict[str, dict[str, Any]] = table("person")["traits"]
    return traits


def _those(is_one: Callable[[dict[str, Any]], bool]) -> frozenset[str]:
    return frozenset(name for name, trait in _traits().items() if is_one(trait))


def _first(pronouns: str) -> str:
    return pronouns.casefold().partition("/")[0].strip()


def _in(trait: dict[str, Any], part: str, words: str) -> bool:
    return bool(_pattern(trait, part).search(words))


def _pattern(trait: dict[str, Any], part: str) -> re.Pattern[str]:
    return pattern(tuple(trait.get(part, ())))
