"""Names of people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Self

from hartcity.rules.colleagues import is_colleague, is_kin, is_of_ours
from hartcity.rules.kinds import Found, Hit, Kind
from hartcity.rules.word_class import word_class
from hartcity.text.somebody import is_strange
from hartcity.text.word_lists import is_ordinary


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from hartcity.model import Span
    from hartcity.rules.proper_name import ProperName
    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft
    from hartcity.text.tokens import Token


_NEVER = ("calendar", "nation", "program_name")
_LIMIT = 3
_LIMIT_ANYWHERE = 1
"""The weight from which a name is a person's, in an email and in any other text."""

_FEW, _MANY = 2, 3
_MOST_NAMES = 3
_PLACE_LEADS = frozenset(("in", "at", "to", "near", "from"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "your", "our"))


@dataclass(frozen=True)
class PersonName(Kind):
    """Names of people who are not the writer, the reader or an agency.

    Evidence is weighed, never one word alone: a title, a first name or surname of the lists, a word for what the
    person is to the service user (``before``, phrases that end where the name begins), an initial, letters that
    English does not use. An ordinary English word needs more of it than any other.
    """

    phrases: tuple[str, ...]
    naming: int

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``before``, phrases that a name often follows, and ``naming``, which a name follows in any case."""
        before, naming = table.texts("before"), table.texts("naming")
        return cls((*naming, *before), len(naming))

    def _lowercase(self, draft: TokenizedDraft) -> Iterator[Hit]:
        """Yield known first names without a capital, with the names behind them."""
        for passage in draft.every_passage:
            at = 0
            while at < len(passage.tokens):
                end = _name_end(passage.tokens, at) if passage.tokens[at].form in word_class("first_name") else at
                if end > at:
                    yield Hit(passage.span(at, end), passage)
                at = max(end, at + 1)

    def hits(self, draft: TokenizedDraft, found: Sequence[Found]) -> Iterator[Hit]:
        """Yield the names."""
        leads = {(id(one.passage), one.place.end) for one in found}
        seen = {(id(name.passage), at) for name in draft.names for at in range(name.first, name.last)}
        aliases = _aliases(draft)
        told = [
            name for name in draft.names if name.is_told and self._tells_of(name, aliases, leads, email=draft.email)
        ]
        aliases |= _names_of(told)
        for name in draft.names:
            if self._tells_of(name, aliases, leads, email=draft.email):
                yield Hit(name.span, name.passage)
        if draft.email:
            yield from _in_subjects(draft)
        else:
            yield from self._lowercase(draft)
        for one in found:
            if (id(one.passage), one.place.end) not in seen and (
                span := _uncapitalized(one, anything=one.place.entry < self.naming)
            ):
                yield Hit(span, one.passage)

    def fine(self, draft: TokenizedDraft) -> Iterator[Span]:
        """Yield the names of people in their work, as far as that is sure."""
        for name in draft.names if draft.email else ():
            if is_of_ours(name) or (name.is_referred_to and is_colleague(name)):
                yield name.span

    @staticmethod
    def _tells_of(
        name: ProperName, aliases: frozenset[str], leads: Collection[tuple[int, int]], *, email: bool
    ) -> bool:
        is_led = (id(name.passage), name.first) in leads or is_kin(name)
        return _is_person(name, aliases=aliases, is_led=is_led, email=email)


def _is_person(name: ProperName, *, aliases: frozenset[str], is_led: bool, email: bool) -> bool:
    nobodys = nobodys_names()
    words = tuple(word for word in name.words if word not in word_class("title") and word != ".")
    if email and aliases.intersection(words):
        return True
    if not words or name.is_own or all(word in nobodys or word.isdigit() for word in words):
        return False
    if name.is_house or (name.is_organization and not (is_led or name.is_titled)):
        return False
    if email and is_colleague(name):
        return False
    return _weight(name, words, is_led=is_led) >= (_LIMIT if email else _LIMIT_ANYWHERE)


def _in_subjects(draft: TokenizedDraft) -> Iterator[Hit]:
    """Yield the names in subject lines of the text, where a family name often stands bare."""
    named = [span for line in draft.document.subject_lines for span in line.people_in_text]
    for passage in draft.every_passage:
        for span in named:
            if passage.sentence.span.holds(span):
                yield Hit(span, passage)


def _aliases(draft: TokenizedDraft) -> frozenset[str]:
    """Return the words of the name that the plan gives the service user; initials and titles point to nobody."""
    alias = draft.plan.service_user.alias.lower() if draft.plan else ""
    words = (word.strip(".,'") for word in alias.split())
    return frozenset(word for word in words if len(word) >= _MANY and word not in word_class("title"))


def _names_of(people: Iterable[ProperName]) -> frozenset[str]:
    """Return the words of names by which the people may be told of again."""
    words = {word for name in people for word in name.words if len(word) >= _MANY and not is_ordinary(word)}
    return frozenset(words - nobodys_names() - word_class("title"))


@cache
def nobodys_names() -> frozenset[str]:
    """Return the names that are nobody's: of days, nations and programs."""
    return frozenset(word for kind in _NEVER for word in word_class(kind))


def _weight(name: ProperName, words: tuple[str, ...], *, is_led: bool) -> int:
    """Weigh the evidence for a person; an ordinary word at the beginning of a sentence weighs nothing."""
    first = word_class("first_name")
    common = [is_ordinary(word) for word in words]
    known = words[0] in first
    previous = name.before[-1] if name.before else ""
    following = name.after[0] if name.after else ""
    speaks = previous in word_class("speech") or following in word_class("speech")
    weights = (
        (3, name.is_titled),
        (3, is_led and not all(common)),
        (2, is_led and all(common)),
        (3, known and not common[0]),
        (1, known and common[0]),
        (1, any(word in word_class("surname") for word in words)),
        (1, any(not word.isascii() for word in words)),
        (1, not all(common)),
        (1, not all(common) and len(words) > 1),
        (1, speaks),
        (1, speaks and is_strange(words[0])),
        (1, name.is_referred_to and _FEW <= len(words) <= _MANY and not any(common)),
        (-2, all(common) and not name.is_titled and (name.opens_sentence or len(words) >= _MANY)),
        (-2, previous in _ARTICLES and not (name.is_titled or is_led) and (all(common) or len(words) == 1)),
        (-1, previous in _ARTICLES and not (name.is_titled or is_led)),
        (-2, name.is_acronym),
        (-1, previous in _PLACE_LEADS and not known),
    )
    return sum(weight for weight, holds in weights if holds)


def _uncapitalized(one: Found, *, anything: bool) -> Span | None:
    """Return up to three words behind a phrase that are names without a capital.

    ``anything`` that is in no dictionary will do; else the first has to be a known first name.
    """
    tokens, at = one.passage.tokens, one.place.end
    end = _name_end(tokens, at)
    if end == at or not (anything or tokens[at].form in word_class("first_name")):
        return None
    return one.passage.span(at, end)


def _name_end(tokens: Sequence[Token], at: int) -> int:
    """Return where up to three words end that may be a name without a capital; ``at`` when there are none."""
    end = at
    while end < min(len(tokens), at + _MOST_NAMES) and _may_be_name(tokens[end]):
        end += 1
    return end


def _may_be_name(token: Token) -> bool:
    return (
        token.is_word
        and token.form.isalpha()
        and len(token.form) >= _MANY
        and not is_ordinary(token.form)
        and token.form not in nobodys_names()
    )
