"""No text, however odd, makes the rules slow or break."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find as find_redos

import hartcity.rules
from hartcity.rules import all_rules, find
from hartcity.text import Document


def _patterns() -> list[re.Pattern[str]]:
    found = [pattern for rule in all_rules() for pattern in vars(rule.kind).values() if isinstance(pattern, re.Pattern)]
    found += [
        pattern
        for rule in all_rules()
        for group in vars(rule.kind).values()
        if isinstance(group, tuple)
        for pattern in group
        if isinstance(pattern, re.Pattern)
    ]
    for module in walk_packages(hartcity.rules.__path__, "hartcity.rules."):
        found += [value for value in vars(import_module(module.name)).values() if isinstance(value, re.Pattern)]
    return found


def test_some_patterns_are_checked() -> None:
    """The static check below has something to look at."""
    assert len(_patterns()) > 15


@pytest.mark.parametrize("pattern", _patterns(), ids=lambda pattern: pattern.pattern[:40])
def test_no_pattern_backtracks_badly(pattern: re.Pattern[str]) -> None:
    """No regular expression of the rules has a repetition that can blow up."""
    tree = SreOpParser().parse_sre(pattern.pattern, pattern.flags & re.IGNORECASE)
    assert not [redos for redos in find_redos(tree) if redos.starriness > 10]


PUMPED = [
    "1 ",
    "1-",
    "A ",
    "Abcdef ",
    "a@",
    "a.",
    '"a ',
    "!",
    "there is a lot of ",
    "if you do not ",
    "(555) 010-",
    "www.a",
    "I\u2019m ",
]


@pytest.mark.parametrize("unit", PUMPED)
def test_work_grows_with_the_text(unit: str) -> None:
    """A pumped text takes steps in proportion to its length: findings stay within the text and the search ends."""
    text = unit * 4000
    assert all(finding.text == text[finding.span.start : finding.span.end] for finding in find(Document.of_text(text)))


@given(st.text(max_size=400), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str, email: bool) -> None:
    """Whatever the text, findings lie inside it, in order, and never twice in one family at one place."""
    findings = find(Document.of_text(text), email=email)
    assert all(finding.text == text[finding.span.start : finding.span.end] and finding.text for finding in findings)
    assert list(findings) == sorted(findings, key=lambda finding: finding.span)
    assert findings == find(Document.of_text(text), email=email)
