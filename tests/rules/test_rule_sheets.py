"""Every rule carries its own proof, and speaks to students as we want to."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from codespell_lib import main as codespell

from hartcity.model import Draft, Family, ServicePlan, ServiceUser
from hartcity.rules import Rule, all_rules, find
from hartcity.text import Document


RULES = all_rules()
FLAGGED = [(rule, text) for rule in RULES for text in rule.flagged]
CLEAN = [(rule, text) for rule in RULES for text in rule.clean]
NOT_OURS = re.compile(r"\b(?:client|patient|victim|issue|match|lint|alert|problem|please|must|should)\b", re.IGNORECASE)


def _checks(rule: Rule, text: str) -> set[str]:
    preference = rule.context.preference
    plan = ServicePlan(service_user=ServiceUser(language_preference=preference)) if preference else None
    document = Document(Draft(text=text, plan=plan))
    return {finding.check for finding in find(document, email=rule.context.in_email, rules=(rule,))}


@pytest.mark.parametrize(("rule", "text"), FLAGGED, ids=[f"{rule.id}-{text[:30]}" for rule, text in FLAGGED])
def test_a_rule_speaks_on_its_flagged_examples(rule: Rule, text: str) -> None:
    """Each text that a rule's sheet gives as flagged is flagged by that rule."""
    assert rule.id in _checks(rule, text)


@pytest.mark.parametrize(("rule", "text"), CLEAN, ids=[f"{rule.id}-{text[:30]}" for rule, text in CLEAN])
def test_a_rule_is_silent_on_its_clean_examples(rule: Rule, text: str) -> None:
    """Each text that a rule's sheet gives as clean is left alone by that rule."""
    assert rule.id not in _checks(rule, text)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_is_complete(rule: Rule) -> None:
    """A rule has flagged and clean examples, a reason, a source and a question that ends as one."""
    assert rule.flagged
    assert rule.clean
    assert len(rule.source) > 10
    assert rule.why.endswith(".")
    assert rule.question.endswith("?")


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_message_is_plain_kind_and_short(rule: Rule) -> None:
    """What a student reads is short, gives no order, shouts nothing and uses our own words."""
    for words in (rule.message, rule.question, rule.why):
        assert "!" not in words
        assert len(words.split()) <= 26
        assert not NOT_OURS.search(re.sub(r"“[^”]*”", "", words)), words
    assert len(rule.message.split()) <= 16


def test_messages_are_spelled_right(tmp_path) -> None:
    """No message, question or reason holds a common misspelling."""
    page = tmp_path / "messages.txt"
    page.write_text("\n".join(f"{rule.message}\n{rule.question}\n{rule.why}" for rule in RULES), encoding="utf8")
    assert codespell(str(page)) == 0


def test_ids_are_unique_and_families_are_covered() -> None:
    """No two rules share an id, and every family has a rule but for private matter, which takes the reader."""
    assert max(Counter(rule.id for rule in RULES).values()) == 1
    assert {rule.family for rule in RULES} == set(Family) - {Family.SENSITIVE}


def test_sixty_entries_of_human_services_language() -> None:
    """The person-first vocabulary holds at least sixty entries of our own."""
    assert sum(len(rule.kind.phrases) for rule in RULES if rule.family is Family.STIGMATIZING) >= 60
