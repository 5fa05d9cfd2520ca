"""What the student chose about findings: ignored once, a rule ignored, words of their own; all of it can be undone.

The choices live in the workspace's preferences as plain JSON. Privacy findings are never ignored; they are decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hartcity.model import Finding, Report
from hartcity.ui.workspace import privacy


ONCE, RULES, WORDS = "ignored_once", "ignored_rules", "own_words"
BECAUSE = "set_aside_because"
"""The preference that holds why things were set aside."""

AROUND = 24
"""How many characters on each side tell one place from another when a finding is ignored once."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One choice as the screen lists it: what was chosen, about which words or rule, and the id that undoes it."""

    what: str
    name: str
    id: str


def own_words(preferences: Mapping[str, Any]) -> frozenset[str]:
    """Return the words that are never misspellings for this student."""
    return frozenset(_strings(preferences, WORDS))


def visible(report: Report, text: str, preferences: Mapping[str, Any]) -> Report:
    """Return the report without the findings that the student chose to ignore; scores stay as they are."""
    kept = tuple(finding for finding in report.findings if set_aside_by(finding, text, preferences) is None)
    return report if len(kept) == len(report.findings) else replace(report, findings=kept)


def hidden(report: Report, text: str, preferences: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return the findings that the student chose to ignore."""
    return tuple(finding for finding in report.findings if set_aside_by(finding, text, preferences) is not None)


def set_aside_by(finding: Finding, text: str, preferences: Mapping[str, Any]) -> str | None:
    """Return the id of the choice by which the student ignores a finding; None when it is shown."""
    if finding.family.is_private:
        return None
    if finding.check in _strings(preferences, RULES):
        return f"{RULES}:{finding.check}"
    place = _place_of(finding, text)
    return f"{ONCE}:{place}" if place in _strings(preferences, ONCE) else None


def reasons_of(preferences: Mapping[str, Any]) -> dict[str, str]:
    """Return why things were set aside: the id of the choice → the student's words."""
    given = preferences.get(BECAUSE)
    return {str(name): str(words) for name, words in given.items()} if isinstance(given, Mapping) else {}


def ignore_once(preferences: Mapping[str, Any], *, check: str, text: str, before: str, after: str) -> dict[str, Any]:
    """Ignore one finding at one place; the words around it tell the place."""
    return _added(preferences, ONCE, _place(check, text, before, after))


def ignore_rule(preferences: Mapping[str, Any], check: str) -> dict[str, Any]:
    """Ignore everything that the rule ``check`` finds."""
    return _added(preferences, RULES, check)


def accept_word(preferences: Mapping[str, Any], word: str) -> dict[str, Any]:
    """Add ``word`` to the student's own words."""
    return _added(preferences, WORDS, word.strip())


def kept(preferences: Mapping[str, Any]) -> tuple[Kept, ...]:
    """Return every choice that can be undone, in the order in which the kinds stand on the screen."""
    places = [
        Kept("Ignored once", item.split("\n")[1], f"{ONCE}:{item}")
        for item in _strings(preferences, ONCE)
        if "\n" in item
    ]
    rules = [Kept("Rule ignored", _readable(check), f"{RULES}:{check}") for check in _strings(preferences, RULES)]
    words = [Kept("Your word", word, f"{WORDS}:{word}") for word in _strings(preferences, WORDS)]
    decisions = preferences.get(privacy.DECISIONS)
    stays = sorted(decisions) if isinstance(decisions, Mapping) else []
    decided = [Kept("Can stay", key, f"{privacy.DECISIONS}:{key}") for key in stays]
    return (*places, *rules, *words, *decided)


def undone(preferences: Mapping[str, Any], kept_id: str) -> dict[str, Any]:
    """Return the preferences without the choice called ``kept_id``; unknown ids change nothing."""
    kind, _, value = kept_id.partition(":")
    if kind == privacy.DECISIONS:
        return privacy.reopened(preferences, value)
    if kind not in {ONCE, RULES, WORDS}:
        return dict(preferences)
    return {**preferences, kind: [item for item in _strings(preferences, kind) if item != value]}


def _strings(preferences: Mapping[str, Any], name: str) -> list[str]:
    value = preferences.get(name)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _added(preferences: Mapping[str, Any], name: str, item: str) -> dict[str, Any]:
    before = _strings(preferences, name)
    return {**preferences, name: before if item in before or not item else [*before, item]}


def _place(check: str, text: str, before: str, after: str) -> str:
    tail, head = before.split()[-1:], after.split()[:1]
    return "\n".join((check, text, "".join(tail), "".join(head)))


def _place_of(finding: Finding, text: str) -> str:
    start, end = finding.span
    return _place(finding.check, finding.text, text[max(0, start - AROUND) : start], text[end : end + AROUND])


def _readable(check: str) -> str:
    return check.replace("_", " ").replace(".", ": ")
