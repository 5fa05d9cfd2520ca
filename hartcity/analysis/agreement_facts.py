"""What the plan and the email both may tell of one person: needs, children's ages, times to meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple

from hartcity.model import Agreement, Level, ServicePlan, Span
from hartcity.plan.eligibility.ages import children_ages
from hartcity.plan.topics import naming, telling_of, wanted
from hartcity.plan.vocabulary import pattern
from hartcity.plan.wording import WORD, content, says_something, stem
from hartcity.text import Document
from hartcity.text.same_time import may_be_same, times_in, told


_WHICH = "Which of the two is right?"


def needs(document: Document, plan: ServicePlan) -> list[Agreement]:
    """Say of each need of the plan whether the email speaks of it."""
    names = (plan.email_recipient, *(one.organization for one in plan.services))
    called = pattern(tuple(name.strip() for name in names if name.strip()))
    return [_need(document, need, called) for need in plan.service_user.needs if says_something(need)]


def _need(document: Document, need: str, called: re.Pattern[str]) -> Agreement:
    """Look for words that tell of what the need is about; where no list knows that, for most of its telling words.

    Everyday words, numbers and a word that need and email happen to share ("children", "June") tell of nothing, and
    neither does the name of an organization (``called``).
    """
    asked, own = wanted(need), _telling(need)
    spans: list[Span] = []
    held: set[str] = set()
    for sentence in document.body:
        plain = called.sub(lambda found: " " * len(found.group()), sentence.plain)
        for start, end in telling_of(asked, plain):
            spans.append(Span(start, end).shifted(sentence.span.start))
        alike = [word for word in WORD.finditer(plain) if stem(word.group().casefold()) in own]
        held |= {stem(word.group().casefold()) for word in alike}
        spans += [Span(*word.span()).shifted(sentence.span.start) for word in alike] if not asked else []
    if spans if asked else own and 2 * len(held) > len(own):
        return Agreement(f"Need: {need}", Level.MET, "The email speaks of it.", tuple(spans))
    return Agreement(f"Need: {need}", Level.NOT_YET, "In the plan, not in the email. Does this reader need it?")


def _telling(need: str) -> frozenset[str]:
    named = frozenset(one for one in naming(need) if not one.isdigit())
    return named or content(need)


def ages(document: Document, plan: ServicePlan) -> list[Agreement]:
    """Ask about ages of children in the email that are not those in the plan."""
    planned = {age for words in _about_the_person(plan) for age in children_ages(words)}
    found = set(children_ages(" ".join(sentence.plain for sentence in document.body)))
    if not planned or found <= planned:
        return []
    spans = tuple(sentence.span for sentence in document.body if set(children_ages(sentence.plain)) - planned)
    saying = f"The email says {_listed(found)}, and the plan {_listed(planned)}. {_WHICH}"
    return [Agreement("Children's ages", Level.PARTLY, saying, spans)]


def _about_the_person(plan: ServicePlan) -> tuple[str, ...]:
    person = plan.service_user
    told_beside = (words for one in plan.services for words in (one.need, one.benefit, one.eligibility))
    return (*person.needs, *person.strengths, *person.goals, *told_beside)


def _listed(found: set[int]) -> str:
    return " and ".join(map(str, sorted(found)))


def times(document: Document, plan: ServicePlan, offered: Sequence[Span]) -> list[Agreement]:
    """Ask about times to meet that the plan does not have, also by the half of the day alone."""
    planned = [time for line in plan.meeting_times for time in times_in(line)]
    if not planned:
        return []
    lines = []
    for span in offered:
        words = span.of(document.plain)
        time = told(words)
        if any(astuple(time)) and not any(may_be_same(time, other) for other in planned):
            saying = f"In the email, not among the plan's times to meet. {_WHICH}"
            lines.append(Agreement(f"Time: {words}", Level.PARTLY, saying, (span,)))
    return lines
