"""Why a teacher's own rule cannot be taken: the tests that our rules pass, run when a rule is saved or read."""

from __future__ import annotations

import re
import warnings
from functools import cache

from hartcity.model import Draft, ServicePlan, ServiceUser
from hartcity.rules import Rule, all_rules, find
from hartcity.text import Document


FEWEST_EXAMPLES = 2
MOST_OF_CLEAN = 0.02
"""The share of clean sentences, those that our own rules leave alone, on which a rule may speak."""

_MOST_EXAMPLES = 20
_LONGEST_PATTERN, _LONGEST_WORDS = 300, 300
_BLOWS_UP = 10
"""Starriness, as regexploit counts it, from which a pattern's time grows faster than the square of the text."""

_SAMPLE = 600
_BRACE = re.compile(r"[{}]")


def unfit(rule: Rule) -> list[str]:
    """Return every reason why ``rule`` cannot be taken, in plain sentences; none when it can."""
    if long := _too_long(rule):
        return long
    if _BRACE.search(rule.message.replace("{text}", "").replace("{instead}", "")):
        return ["Its message may hold {text} and, for a substitution, {instead} in braces, and no other brace."]
    if any(_blows_up(pattern) for pattern in _patterns(rule)):
        return ["This pattern could take very long on some texts. Could it do with one repetition where it has two?"]
    reasons = []
    if min(len(rule.flagged), len(rule.clean)) < FEWEST_EXAMPLES:
        reasons.append(f"At least {FEWEST_EXAMPLES} flagged and {FEWEST_EXAMPLES} clean examples are needed.")
    reasons += [
        f"It does not speak on its flagged example: {_short(text)}" for text in rule.flagged if not _speaks(rule, text)
    ]
    reasons += [f"It speaks on its clean example: {_short(text)}" for text in rule.clean if _speaks(rule, text)]
    if not rule.question.strip().endswith("?"):
        reasons.append("Its question should end with a question mark.")
    if not reasons and (share := spoken_share(rule)) > MOST_OF_CLEAN:
        reasons.append(
            f"It speaks on {share:.0%} of clean sentences, and {MOST_OF_CLEAN:.0%} is the most. "
            "Could its words be narrower?"
        )
    return reasons


def spoken_share(rule: Rule) -> float:
    """Return the share (0-1) of clean sentences on which ``rule`` speaks."""
    sample = _clean_sentences()
    return sum(_speaks(rule, text) for text in sample) / len(sample)


@cache
def _clean_sentences() -> tuple[str, ...]:
    """Return sentences of our rules' clean examples, evenly from all of them."""
    texts = sorted({text for rule in all_rules() for text in rule.clean})
    step = max(1, len(texts) // _SAMPLE)
    return tuple(texts[::step][:_SAMPLE])


def _too_long(rule: Rule) -> list[str]:
    words = (rule.message, rule.question, rule.why, rule.source)
    if any(len(text) > _LONGEST_WORDS for text in words):
        return [f"Message, question, reason and source have at most {_LONGEST_WORDS} characters each."]
    if any(len(pattern.pattern) > _LONGEST_PATTERN for pattern in _patterns(rule)):
        return [f"A pattern has at most {_LONGEST_PATTERN} characters."]
    examples = (*rule.flagged, *rule.clean)
    if len(examples) > _MOST_EXAMPLES or any(len(text) > 2 * _LONGEST_WORDS for text in examples):
        return [f"At most {_MOST_EXAMPLES} examples of at most {2 * _LONGEST_WORDS} characters are taken."]
    return []


def _patterns(rule: Rule) -> list[re.Pattern[str]]:
    values = [value for held in vars(rule.kind).values() for value in (held if isinstance(held, tuple) else (held,))]
    return [value for value in values if isinstance(value, re.Pattern)]


def _blows_up(pattern: re.Pattern[str]) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it still names modules of the library that moved
        from regexploit.ast.sre import SreOpParser  # noqa: PLC0415 - only needed for a pattern
        from regexploit.redos import find as find_redos  # noqa: PLC0415

        tree = SreOpParser().parse_sre(pattern.pattern, pattern.flags & re.IGNORECASE)
        return any(redos.starriness > _BLOWS_UP for redos in find_redos(tree))


def _speaks(rule: Rule, text: str) -> bool:
    preference = rule.context.preference
    plan = ServicePlan(service_user=ServiceUser(language_preference=preference)) if preference else None
    return bool(find(Document(Draft(text, plan=plan)), email=rule.context.in_email, rules=(rule,)))


def _short(text: str) -> str:
    return f"\u201c{text[:80]}\u201d."
