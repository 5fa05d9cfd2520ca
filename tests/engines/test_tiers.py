"""The data that says how much each rule is trusted."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest
from harper import get_default_lint_config

from hartcity.engines.grammar import Grammar
from hartcity.engines.tiers import Tier, load_tiers


RULES = load_tiers().rules.values()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_why_it_is_treated_so(rule):
    """An entry names an engine and gives its reason as a sentence."""
    assert rule.id.split(".")[0] in {"languagetool", "harper"}
    assert rule.why[:1].isupper() or rule.why[:1].isdigit()
    assert rule.why.endswith((".", "'."))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.id.startswith("harper.")], ids=lambda rule: rule.id)
def test_the_named_rules_of_harper_exist(rule):
    """No entry is a slip: Harper has a rule of that name."""
    assert any(fnmatchcase(f"harper.{name}", rule.id) for name in get_default_lint_config())


def test_a_rule_that_is_not_named_is_advice():
    """Silence about a rule means advice, and a pattern covers the rules that fit it."""
    tiers = load_tiers()
    assert tiers.of("languagetool.NO_SUCH_RULE").tier is Tier.ADVICE
    assert tiers.of("languagetool.MAKER_COMPOUNDS").tier is Tier.AGREED


def test_the_rule_that_prints_drafts_is_not_run():
    """Harper's rule that writes the draft's words to standard output stays off."""
    assert "LookingForwardTo" in load_tiers().rules_off("harper")


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.mark.parametrize("day", WEEK)
def test_no_rule_reads_the_clock(grammar: Grammar, day: str) -> None:
    """A weekday and a date without a year may both be right, in some year: the same text is told the same in each."""
    text = f"Could we meet by phone on {day}, June 16, at 10 a.m.? He was placed there on January 4, 2190."
    assert not [found for found in grammar.find(text).findings if "DATE" in found.check]
