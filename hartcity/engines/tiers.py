"""How much each rule of the engines is trusted: data with a reason on every line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType


class Tier(StrEnum):
    """What becomes of a rule's finding when no other engine marks the same words."""

    ERROR = "error"
    ADVICE = "advice"
    AGREED = "agreed"  # heard only where the other engine marks the same words
    OFF = "off"  # never heard


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of an engine, by its dotted id, and why it is treated as it is."""

    id: str
    tier: Tier
    why: str
    unknown_word: bool = False
    not_in_lists: bool = False
    never_run: bool = False


@dataclass(frozen=True, slots=True)
class Tiers:
    """The rules that are named in the data; every other rule has the tier "advice"."""

    rules: Mapping[str, Rule]

    def of(self, check: str) -> Rule:
        """Return the rule with the dotted id ``check``; an id ending in ``*`` stands for all that begin so."""
        known = self.rules.get(check)
        if known is not None:
            return known
        families = (rule for name, rule in self.rules.items() if name.endswith("*") and check.startswith(name[:-1]))
        return next(families, Rule(check, Tier.ADVICE, ""))

    def never_run(self, engine: str) -> frozenset[str]:
        """Return the names (without the engine) of the rules that the engine itself is to leave out."""
        prefix = f"{engine}."
        return frozenset(
            name.removeprefix(prefix) for name, rule in self.rules.items() if name.startswith(prefix) and rule.never_run
        )


@cache
def load_tiers() -> Tiers:
    """Read the tiers from the package's data."""
    data = tomllib.loads(resources.files("hartcity.engines").joinpath("data/tiers.toml").read_text("utf-8"))
    rules = [Rule(**{**entry, "tier": Tier(entry["tier"])}) for entry in data["rule"]]
    return Tiers(MappingProxyType({rule.id: rule for rule in rules}))
