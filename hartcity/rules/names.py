"""Names in a draft: capitalized words in a row, and whether somebody, an organization or one of our own is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.rules.capitals import capitalized
from hartcity.rules.organizations import house_end, is_no_person, is_organization
from hartcity.rules.proper_name import ProperName
from hartcity.rules.word_class import word_class
from hartcity.text.correspondents import titled_surnames
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.tokens import tokenized, tokens


if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hartcity.model import ServicePlan, Span
    from hartcity.rules.passage import Passage
    from hartcity.text.tokens import Tokenized


_INTRODUCING = (("i", "am"), ("this", "is"))
_GREETINGS = frozenset(("dear", "hello", "hi", "hey", "attention", "attn"))
_REACH = 5
_ACRONYM = 5
_FULL_NAME = 3


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalized words in a row, and what their sentence alone says of them; ``first`` and ``last`` count its tokens.

    ``house`` says up to which token a name of a house goes that begins here.
    """

    first: int
    last: int
    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    opens_sentence: bool
    is_organization: bool
    is_no_person: bool
    is_acronym: bool
    is_introduced: bool
    house: int | None


def proper_names(
    plain: str, passages: Sequence[Passage], own_places: Sequence[Span] | None, plan: ServicePlan | None
) -> tuple[ProperName, ...]:
    """Return the runs of capitalized words of a text's passages in order.

    ``is_own``: all of its words also stand in one of ``own_places`` (salutation, signature, address), or name an
    organization of the plan, or are how the writer introduces themselves, or it is the full name of somebody who is
    greeted by title and surname. It is always false where ``own_places`` is None, as in a text that is no email.
    """
    runs = [(passage, run) for passage in passages for run in _runs(passage.sentence.plain)]
    own = frozenset[str]() if own_places is None else _own_words(plain, own_places, plan, [run for _, run in runs])
    named = {word for _, run in runs if run.is_organization for word in run.words}
    titled = {word.lower() for word in titled_surnames(span.of(plain) for span in own_places or ())}
    return tuple(_placed(passage, run, named, own, titled) for passage, run in runs)


def _placed(passage: Passage, run: _Run, named: set[str], own: frozenset[str], titled: Collection[str]) -> ProperName:
    """Return a run as a name of its draft, whose organizations' names hold the words ``named``."""
    words = run.words
    return ProperName(
        passage=passage,
        first=run.first,
        last=run.last,
        span=passage.span(run.first, run.last),
        words=words,
        before=run.before,
        after=run.after,
        opens_sentence=run.opens_sentence,
        is_organization=run.is_organization or _part_of_name(words, named, own),
        is_house=run.house is not None or run.is_no_person,
        house=None if run.house is None else passage.span(run.first, run.house),
        is_own=_is_own(words, own) or (1 < len(words) <= _FULL_NAME and words[-1] in titled),
        is_acronym=run.is_acronym,
    )


def _is_own(words: tuple[str, ...], own: frozenset[str]) -> bool:
    return bool(own) and (own.issuperset(words) or (words[0] in word_class("title") and words[-1] in own))


@kept(SENTENCES)
def _runs(sentence: str) -> tuple[_Run, ...]:
    read = tokenized(sentence)
    return tuple(_run(read, first, last) for first, last in capitalized(read))


def _run(sentence: Tokenized, first: int, last: int) -> _Run:
    tokens, words = sentence.tokens, _words(sentence, first, last)
    return _Run(
        first=first,
        last=last,
        words=words,
        before=sentence.forms[max(0, first - _REACH) : first],
        after=sentence.forms[last : last + _REACH],
        opens_sentence=first <= sentence.opening,
        is_organization=is_organization(sentence.forms, first, last),
        is_no_person=is_no_person(sentence.forms, first, last),
        is_acronym=sentence.plain[tokens[first].start : tokens[last - 1].end].isupper()
        and max(map(len, words)) <= _ACRONYM,
        is_introduced=_is_introduced(sentence, first, last),
        house=house_end(sentence, first, last),
    )


def _words(sentence: Tokenized, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.form for token in sentence.tokens[first:last] if token.is_word)


def _part_of_name(words: tuple[str, ...], named: set[str], own: frozenset[str]) -> bool:
    """Whether a shorter form of an organization's name is meant (Lantern House, then Lantern)."""
    return all(word in named or word in own for word in words) and words[0] not in word_class("first_name")


def _own_words(
    plain: str, own_places: Sequence[Span], plan: ServicePlan | None, runs: Sequence[_Run]
) -> frozenset[str]:
    found: set[str] = set()
    for span in own_places:
        found |= {token.form for token in tokens(plain, *span)}
    if plan is not None:
        for service in plan.services:
            for words in (service.organization, service.service):
                found |= {token.form for token in tokens(words, 0, len(words))}
        recipient = plan.email_recipient
        found |= {token.form for token in tokens(recipient, 0, len(recipient))}
    for run in runs:
        if run.is_introduced:
            found.update(run.words)
    return frozenset(found)


def _is_introduced(sentence: Tokenized, first: int, last: int) -> bool:
    """Whether the writer says this name as their own, or greets somebody by it."""
    before = _words(sentence, max(0, first - 3), first)
    after = sentence.forms[last : last + _REACH]
    if before[-1:] and before[-1] in _GREETINGS:
        return True
    if before[-2:] == ("name", "is"):
        return before[0] == "my"
    if before[-2:] in _INTRODUCING:
        return True
    opens = first <= sentence.opening
    speaks = {"from", "at", "with"}.intersection(after[:3])
    if before == ("it", "is") or (opens and after[:1] == ("here",)):
        return bool(speaks) and not {"who", "that"}.intersection(after)
    return before == ("i",) and sentence.forms[first - 1] == "," and "am" in after
