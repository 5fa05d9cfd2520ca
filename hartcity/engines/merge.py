"""One list of findings from the answers of all engines: no doubles, who said what, and how sure it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from hartcity.engines.base import SUGGESTIONS_KEPT, Answer, Reply
from hartcity.engines.guard import Guard
from hartcity.engines.tiers import Tier
from hartcity.model import ENGINE_NAMES, Severity
from hartcity.text.leave_taking import closing_length


if TYPE_CHECKING:
    from hartcity.engines.passages import Passage
    from hartcity.engines.tiers import Tiers
    from hartcity.model import Finding


_LONGEST_SUGGESTION_WORDS = 5
_AFTER_CLOSING = re.compile(r"[^.?!]{0,40}")
_MARKED = re.compile(r"`([^`]*)`")
_QUESTION = "Do these words stand as you meant them to?"
_AGREED = "Two grammar checkers mark these words."
_ALONE = "One of two grammar checkers marks these words, so it may be a matter of taste."
_SURE_ALONE = "One grammar checker marks these words, by a rule that is seldom wrong."


def merge(
    text: str,
    pieces: Sequence[Passage],
    replies: Mapping[str, Sequence[Reply]],
    *,
    tiers: Tiers,
    accepted_words: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Return the findings of all engines in the order of ``text``.

    ``replies`` gives, for each engine in the order of preference, one reply for each piece. Where engines mark the
    same words, the finding is the first engine's, bears the names of all, and is an error; a finding of one engine
    alone is what its rule's tier makes of it. Ready replacements that engines agree on come first.
    """
    guard = Guard(text, accepted_words)
    merged: list[Finding] = []
    for index, piece in enumerate(pieces):
        heard = {
            name: [replace(finding, span=finding.span.shifted(piece.start)) for finding in reply.findings]
            for name, reply in ((name, said[index]) for name, said in replies.items())
            if isinstance(reply, Answer)
        }
        kept = {
            name: [finding for finding in findings if not _is_excused(finding, heard, guard, tiers)]
            for name, findings in heard.items()
        }
        merged.extend(_united(text, kept, tiers))
    return tuple(sorted(merged, key=lambda finding: (finding.span, finding.check)))


def _is_excused(finding: Finding, heard: Mapping[str, Sequence[Finding]], guard: Guard, tiers: Tiers) -> bool:
    rule = tiers.of(finding.check)
    if rule.tier is Tier.OFF or guard.is_in_address(finding.span):
        return True
    if rule.unknown_word and guard.accepts(finding, slip=_agreed_slip(finding, heard)):
        return True
    return rule.not_in_lists and guard.is_in_list(finding.span)


def _agreed_slip(finding: Finding, heard: Mapping[str, Sequence[Finding]]) -> str:
    """Return the first replacement for the marked words where all engines that answered name the same one."""
    firsts = {
        next((other.suggestions[:1] for other in findings if other.span == finding.span), ())
        for findings in heard.values()
    }
    return "".join(*firsts) if len(firsts) == 1 else ""


def _united(text: str, kept: Mapping[str, Sequence[Finding]], tiers: Tiers) -> Iterator[Finding]:
    told: list[Finding] = []
    for name, findings in kept.items():
        others = [said for other, said in kept.items() if other != name]
        for finding in findings:
            if any(finding.span.overlaps(earlier.span) for earlier in told):
                continue
            partners = [partner for said in others for partner in said if partner.span.overlaps(finding.span)]
            severity = _severity(tiers.of(finding.check).tier, agreed=bool(partners), read_by_others=bool(others))
            if severity is not None:
                told.append(finding)
                yield _finished(text, _said_truly(text, finding, tiers), partners, severity)


def _severity(tier: Tier, *, agreed: bool, read_by_others: bool) -> Severity | None:
    """Return how a finding is heard, or None when it is not."""
    if agreed:
        return Severity.ERROR
    if tier is Tier.AGREED or (tier is Tier.YIELDING and read_by_others):
        return None
    return Severity.ERROR if tier is Tier.ERROR else Severity.ADVICE


def _said_truly(text: str, finding: Finding, tiers: Tiers) -> Finding:
    """Return the finding with the reason that the data gives where its words close an email: a name comes after."""
    truly = tiers.of(finding.check).in_closing
    begins = text.rfind("\n", 0, finding.span.start) + 1
    after = text[finding.span.end :].partition("\n")[0]
    is_closing = not text[begins : finding.span.start].strip() and closing_length(finding.text) == len(finding.text)
    return replace(finding, message=truly) if truly and is_closing and _AFTER_CLOSING.fullmatch(after) else finding


def _finished(text: str, finding: Finding, partners: Sequence[Finding], severity: Severity) -> Finding:
    engines = tuple(dict.fromkeys([*finding.engines, *(name for partner in partners for name in partner.engines)]))
    why = _AGREED if partners else _SURE_ALONE if severity is Severity.ERROR else _ALONE
    return replace(
        finding,
        severity=severity,
        engines=engines,
        message=_plain(finding.message),
        suggestions=_suggestions(text, finding, partners),
        question=_QUESTION,
        why=why,
        source=" and ".join(ENGINE_NAMES[name] for name in engines),
    )


def _suggestions(text: str, finding: Finding, partners: Sequence[Finding]) -> tuple[str, ...]:
    """Return ready replacements for the finding's words: those of several engines first, and no long ones.

    Where it is clear what was meant, that is the only one.
    """
    if (clear := _clear_fix(finding.text)) is not None:
        return (clear,)
    own = list(finding.suggestions)
    theirs = [fitted for partner in partners for fitted in _fitted(text, finding, partner)]
    ranked = [*(word for word in own if word in theirs), *own, *theirs]
    short = (word for word in ranked if len(word.split()) <= _LONGEST_SUGGESTION_WORDS and word != finding.text)
    return tuple(dict.fromkeys(short))[:SUGGESTIONS_KEPT]


def _clear_fix(words: str) -> str | None:
    """Return what was meant by a slip that everybody makes, with the capital that the slip had."""
    meant = _clear_fixes().get(words.lower())
    return meant if meant is None or not words[:1].isupper() else meant[0].upper() + meant[1:]


@cache
def _clear_fixes() -> Mapping[str, str]:
    fixes: dict[str, str] = tomllib.loads(
        resources.files("hartcity.engines").joinpath("data/clear_fixes.toml").read_text("utf-8")
    )["fixes"]
    return fixes


def _fitted(text: str, finding: Finding, partner: Finding) -> Iterator[str]:
    """Give the partner's replacements as replacements for the words of ``finding``, where that can be done."""
    if finding.span.holds(partner.span):
        before, after = text[finding.span.start : partner.span.start], text[partner.span.end : finding.span.end]
        yield from (before + word + after for word in partner.suggestions)
    elif partner.span.holds(finding.span):
        before, after = text[partner.span.start : finding.span.start], text[finding.span.end : partner.span.end]
        for word in partner.suggestions:
            if len(word) >= len(before) + len(after) and word.startswith(before) and word.endswith(after):
                yield word[len(before) : len(word) - len(after)]


def _plain(message: str) -> str:
    """Return an engine's message in our manner: no code marks, no exclamation, a full stop at its end."""
    words = _MARKED.sub("\u201c\\1\u201d", message).replace("!", ".").strip()
    return words if words.endswith((".", "?", "\u201d")) else f"{words}."
