"""Every phrase of every rule can speak: no phrase is silenced by its own rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

import pytest

from hartcity.model import Draft, ServicePlan, ServiceUser
from hartcity.rules import Rule, all_rules, find
from hartcity.rules.kinds.existence import Existence
from hartcity.rules.kinds.joined_clauses import JoinedClauses
from hartcity.rules.kinds.named_place import NamedPlace
from hartcity.rules.kinds.occurrence import Occurrence
from hartcity.rules.kinds.person_name import PersonName
from hartcity.rules.kinds.substitution import Substitution
from hartcity.rules.kinds.together import Together
from hartcity.rules.word_class import word_class
from hartcity.text import Document


_ELEMENT = re.compile(r"\([^()]{1,400}\)\??|[^\s\[\]]+")
_FILLERS = (
    "",
    "green",
    "green paper",
    "green paper boats",
    "green paper boats sailed",
    "green paper boats sailed far away",
)
_FRAMES = (
    "{}.",
    "Nadia paints {}.",
    "{} green boats.",
    "Nadia paints {} green boats in the harbor all day.",
    "{}, Nadia paints.",
    "Nadia, {}.",
)
_MOST = 3_000
_SPELLED = {"'s": "'s", ",": ",", ":": ":", "(": "(", ")": ")"}


def _choices(element: str) -> list[str]:
    """Return wordings of one element of a phrase, the shortest first."""
    optional = len(element) > 1 and element.endswith("?")
    bare = element[:-1] if optional else element
    if bare.startswith("("):
        found = [
            " ".join(words)
            for choice in bare[1:-1].split("|")
            for words in islice(product(*(_choices(part) for part in choice.split())), 12)
        ]
    elif bare.startswith("..") and bare[2:].isdigit():
        found = list(_FILLERS[: int(bare[2:]) + 1])
    elif bare in {"^", "$"}:
        return [""]
    elif bare == "*":
        found = ["paper", "green", "them"]
    else:
        found = [word for choice in bare.split("|") for word in _words(choice)]
    return ["", *found] if optional else found


def _words(choice: str) -> list[str]:
    if choice.startswith("@"):
        return sorted(word_class(choice[1:]), key=lambda word: (len(word), word))[:12]
    if choice.startswith("*"):
        return ["paint" + choice[1:], "work" + choice[1:]]
    return [choice.removesuffix("~")]


def _texts(rule: Rule, phrase: str) -> Iterator[str]:
    """Yield texts that hold a phrase, short ones first."""
    elements = [_choices(element) for element in _ELEMENT.findall(phrase.replace("[", " ").replace("]", " "))]
    begins, ends = phrase.startswith("^"), phrase.rstrip("] ").endswith("$")
    frames = [
        frame
        for frame in _FRAMES
        if not (begins and not frame.startswith("{}")) and not (ends and not frame.endswith("{}."))
    ]
    near = ["", *(" ".join(_choices(part)[0] for part in _ELEMENT.findall(one)) for one in rule.context.only_near[:6])]
    for words in islice(product(*elements), _MOST):
        said = re.sub(r" (?=[,:;.')!?])", "", " ".join(word for word in words if word))
        said = re.sub("green paper boats(?=[?!])", "the Who Knows", said)  # a mark inside a sentence is that of a name
        if isinstance(rule.kind, PersonName | NamedPlace):
            said += " Zorvin Quellbrook"
        if isinstance(rule.kind, Together):
            said = _beside(rule.kind, phrase, said)
        if isinstance(rule.kind, JoinedClauses):
            said = f"I have painted green boats for years {said}"
        in_name = ["The Who Knows{}."] if said[:1] in {"?", "!"} else []
        for frame, other in product([*in_name, *frames], near):
            text = frame.format(said)
            text = f"{text[:-1]} {other}." if other else text
            if rule.context.least_words > len(text.split()):
                text = f"{text[:-1]} {'green boats ' * rule.context.least_words}."
            yield text[0].upper() + text[1:]
            if isinstance(rule.kind, Occurrence):
                yield " ".join([text[0].upper() + text[1:]] * (rule.kind.most + 1))
                yield f"{text[:-1]} and {' and '.join([said] * rule.kind.most)}."


def _beside(kind: Together, phrase: str, said: str) -> str:
    """Return a phrase with the shortest wording of one that has to stand beside it."""
    other = kind.phrases[-1] if phrase == kind.phrases[0] else kind.phrases[0]
    words = " ".join(_choices(part)[0] for part in _ELEMENT.findall(other))
    return f"{words} {said}" if other == kind.phrases[0] else f"{said} {words}"


def _alone(rule: Rule, at: int) -> Rule:
    """Return the rule with nothing but one of its phrases."""
    kind = rule.kind
    phrase = kind.phrases[at]
    if isinstance(kind, Existence | Occurrence | NamedPlace):
        return replace(rule, kind=replace(kind, phrases=(phrase,)))
    if isinstance(kind, Substitution):
        return replace(rule, kind=replace(kind, phrases=(phrase,), instead=(kind.instead[at],)))
    if isinstance(kind, Together):
        is_condition = at < kind.count
        pair = (phrase, kind.phrases[-1]) if is_condition else (kind.phrases[0], phrase)
        return replace(rule, kind=replace(kind, phrases=pair, count=1))
    if isinstance(kind, PersonName):
        return replace(rule, kind=replace(kind, phrases=(phrase,), naming=int(at < kind.naming)))
    assert isinstance(kind, JoinedClauses)
    return replace(rule, kind=replace(kind, phrases=(phrase,), sure=int(at < kind.sure)))


def _speaks(rule: Rule, at: int) -> bool:
    alone = _alone(rule, at)
    preference = rule.context.preference
    plan = ServicePlan(service_user=ServiceUser(language_preference=preference)) if preference else None
    return any(
        find(Document(Draft(text=text, plan=plan)), email=rule.context.in_email, rules=(alone,))
        for text in _texts(alone, rule.kind.phrases[at])
    )


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if rule.kind.phrases], ids=lambda rule: rule.id)
def test_every_phrase_of_a_rule_can_speak(rule: Rule):
    """For each phrase there is a short text that the rule, with this phrase alone, marks."""
    silent = [phrase for at, phrase in enumerate(rule.kind.phrases) if not _speaks(rule, at)]
    assert silent == []
