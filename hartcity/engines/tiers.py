"""How much each rule of the engines is trusted: data with a reason on every entry."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from types import MappingProxyType


class Tier(StrEnum):
    """What becomes of a rule's finding when the other engine does not mark the same words."""

    ERROR = "error"
    ADVICE = "advice"
    YIELDING = "yielding"  # advice, unless the other engine has read the words and left them alone
    AGREED = "agreed"  # not heard alone
    OFF = "off"  # not even run


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of an engine by its dotted id, and why it is treated as it is.

    ``unknown_word`` says that the rule speaks of a word that is not in its dictionary, which a name may be;
    ``not_in_lists`` that it does not hold for the items of a list. ``in_closing`` is what is said in place of the
    engine's own reason where the words close an email ("Thanks", and the writer's name after it).
    """

    id: str
    tier: Tier
    why: str
    unknown_word: bool = False
    not_in_lists: bool = False
    in_closing: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A whole class of an engine's rules, by the engine's own name for it, that does not run, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Tiers:
    """The rules and kinds that the data names; every other rule has the tier "advice"."""

    rules: Mapping[str, Rule]
    kinds: tuple[Kind, ...]

    def of(self, check: str) -> Rule:
        """Return the rule with the dotted id ``check``, or the first whose pattern it fits."""
        known = self.rules.get(check)
        if known is None:
            patterns = (rule for name, rule in self.rules.items() if "*" in name and fnmatchcase(check, name))
            known = next(patterns, Rule(check, Tier.ADVICE, ""))
        return known

    def rules_off(self, engine: str) -> frozenset[str]:
        """Return the engine's names, or patterns of names, of its rules that are not to run."""
        return _within(engine, (rule.id for rule in self.rules.values() if rule.tier is Tier.OFF))

    def kinds_off(self, engine: str) -> frozenset[str]:
        """Return the engine's names of its classes of rules that are not to run."""
        return _within(engine, (kind.id for kind in self.kinds))


def _within(engine: str, ids: Iterable[str]) -> frozenset[str]:
    prefix = f"{engine}."
    return frozenset(name.removeprefix(prefix) for name in ids if name.startswith(prefix))


@cache
def load_tiers() -> Tiers:
    """Read the tiers from the package's data."""
    data = tomllib.loads(resources.files("hartcity.engines").joinpath("data/tiers.toml").read_text("utf-8"))
    rules = [Rule(**{**entry, "tier": Tier(entry["tier"])}) for entry in data["rule"]]
    kinds = tuple(Kind(**entry) for entry in data["kind"])
    return Tiers(MappingProxyType({rule.id: rule for rule in rules}), kinds)
