"""The privacy gate: words that could identify the service user, and what the student decided about them.

Decisions are kept with the workspace's preferences, keyed by the words themselves, so that the same name needs one
decision wherever it stands, and so that the export screen reads the same decisions as the email screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hartcity.model import Finding


DECISIONS = "privacy"
"""The preference that holds the decisions: words → what was decided (``stay``)."""


def words_key(text: str) -> str:
    """Return the name under which a decision about ``text`` is kept: case and spacing do not matter."""
    return " ".join(text.casefold().split())


def decision(finding: Finding, preferences: Mapping[str, Any]) -> str | None:
    """Return what the student decided about the words of ``finding``, or None."""
    decided = preferences.get(DECISIONS)
    value = decided.get(words_key(finding.text)) if isinstance(decided, Mapping) else None
    return value if isinstance(value, str) else None


def undecided(found: Iterable[Finding], preferences: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return the findings that could identify the service user and wait for a decision, in their order."""
    return tuple(finding for finding in found if finding.family.is_private and decision(finding, preferences) is None)


def decided(preferences: Mapping[str, Any], text: str, what: str) -> dict[str, Any]:
    """Return the preferences with the decision ``what`` about the words ``text``."""
    before = preferences.get(DECISIONS)
    return {**preferences, DECISIONS: {**(before if isinstance(before, Mapping) else {}), words_key(text): what}}


def reopened(preferences: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return the preferences without the decision about the words kept under ``key``."""
    before = preferences.get(DECISIONS)
    kept = before if isinstance(before, Mapping) else {}
    return {**preferences, DECISIONS: {words: what for words, what in kept.items() if words != key}}
