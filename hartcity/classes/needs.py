"""What a class needs next: the checks that most drafts miss, and sentences of the class that do them well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hartcity.model import Family, Span
from hartcity.text import Document
from hartcity.text.praise import praised_sentences


MOST_QUOTATIONS = 5
"""So many quotations of one check go out at most; the tutor chooses them."""

_CANDIDATES = 15
_MISSED = {"not_seen": 1.0, "partly": 0.5}
_SHORTEST_WORDS, _LONGEST_WORDS = 4, 45
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Need:
    """A check that drafts miss: how many of ``drafts`` do not show it and show it partly, and good ``quotations``."""

    check: str
    drafts: int
    not_seen: int
    partly: int
    quotations: tuple[str, ...] = field(default=())


def needs(reports: Iterable[Mapping[str, Any]], *, most: int = 3) -> list[Need]:
    """Return the ``most`` missed checks of the class, the most missed first. The reports are read once.

    A check counts among the drafts that it applies to; partly counts half. Quotations are whole sentences of drafts
    that meet the check, without those that bear harmful words or tell who wrote them.
    """
    states: dict[str, Counter[str]] = {}
    quotations: dict[str, dict[str, None]] = {}
    for report in reports:
        if report["refused"] is not None:
            continue
        document = None
        for check, state in report["checks"].items():
            states.setdefault(check, Counter())[state] += 1
            kept = quotations.setdefault(check, {})
            if state == "met" and len(kept) < _CANDIDATES and report["reasons"][check]["spans"]:
                document = document or Document.of_text(report["text"])
                said = _sentence(document, report, report["reasons"][check]["spans"])
                if said:
                    kept[said] = None
    weights = {
        check: sum(weight * counts[state] for state, weight in _MISSED.items()) / _applies(counts)
        for check, counts in states.items()
        if _applies(counts)
    }
    chosen = sorted((check for check in weights if weights[check]), key=lambda check: (-weights[check], check))[:most]
    return [
        Need(
            check, _applies(states[check]), states[check]["not_seen"], states[check]["partly"], tuple(quotations[check])
        )
        for check in chosen
    ]


def _applies(counts: Counter[str]) -> int:
    return counts.total() - counts["not_applicable"]


def _sentence(document: Document, report: Mapping[str, Any], spans: Iterable[list[int]]) -> str:
    """Return the first sentence of the evidence that may be praised and does not tell who wrote it, or nothing."""
    harmful = [Span(one["start"], one["end"]) for one in report["findings"] if Family(one["family"]).is_harmful]
    sentences = [each.span for each in document.sentences]
    evidence = (Span(start, end) for start, end in spans)
    names = {word.casefold() for word in _WORD.findall(report["student"])}
    for found in praised_sentences(evidence, sentences, harmful):
        said = " ".join(found.of(report["text"]).split())
        is_named = names & {word.casefold() for word in _WORD.findall(said)}
        if found in sentences and not is_named and _SHORTEST_WORDS <= len(said.split()) <= _LONGEST_WORDS:
            return said
    return ""
