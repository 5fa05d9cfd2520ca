"""Names of people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Self

from hartcity.rules.kinds import Found, Hit, Kind
from hartcity.rules.word_class import word_class


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.model import Span
    from hartcity.rules.names import ProperName
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
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ized", "ally", "tic")
_WORKPLACES = ("agency", "organization", "reader_team", "colleague")
_THEIRS = frozenset(("his", "her", "their"))
_AT = {("at",), ("from",), ("in",), ("on",), ("of",)}
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
        for name in draft.names:
            is_led = (id(name.passage), name.first) in leads
            if _is_person(name, aliases=aliases, is_led=is_led, email=draft.email):
                yield Hit(name.span, name.passage)
        if not draft.email:
            yield from self._lowercase(draft)
        for one in found:
            if (id(one.passage), one.place.end) not in seen and (
                span := _uncapitalized(one, anything=one.place.entry < self.naming)
            ):
                yield Hit(span, one.passage)


def _is_person(name: ProperName, *, aliases: frozenset[str], is_led: bool, email: bool) -> bool:
    nobodys = nobodys_names()
    words = tuple(word for word in name.words if word not in word_class("title") and word != ".")
    if email and aliases.intersection(words):
        return True
    if not words or name.is_own or all(word in nobodys or word.isdigit() for word in words):
        return False
    if name.is_house or (name.is_organization and not (is_led or name.is_titled)):
        return False
    if email and _is_colleague(name):
        return False
    return _weight(name, words, is_led=is_led) >= (_LIMIT if email else _LIMIT_ANYWHERE)


def _aliases(draft: TokenizedDraft) -> frozenset[str]:
    """Return the words of the name that the plan gives the service user; initials and titles point to nobody."""
    alias = draft.plan.service_user.alias.lower() if draft.plan else ""
    words = (word.strip(".,'") for word in alias.split())
    return frozenset(word for word in words if len(word) >= _MANY and word not in word_class("title"))


@cache
def nobodys_names() -> frozenset[str]:
    """Return the names that are nobody's: of days, nations and programs."""
    return frozenset(word for kind in _NEVER for word in word_class(kind))


def _is_colleague(name: ProperName) -> bool:
    """Whether somebody is named in their work: the writer's supervisor, a colleague of the reader."""
    if _THEIRS.intersection(name.before):
        return False
    if name.is_referred_to and not word_class("colleague").isdisjoint(name.after):
        return True
    return bool(word_class("colleague") & set(name.before[-_MANY:])) or _is_placed_in_work(name.after)


def _is_placed_in_work(after: tuple[str, ...]) -> bool:
    """Whether what follows a name says where the person works (from your agency; my supervisor; who runs your)."""
    if after[:1] in _AT and after[1:2] == ("your",):
        return any(not word_class(kind).isdisjoint(after[2:4]) for kind in _WORKPLACES)
    if after[:1] != (",",):
        return False
    ours = after[1:2] in {("my",), ("our",), ("your",), ("the",)}
    return (ours and not word_class("colleague").isdisjoint(after[2:4])) or (
        after[1:2] == ("who",) and after[3:4] == ("your",)
    )


def _weight(name: ProperName, words: tuple[str, ...], *, is_led: bool) -> int:
    """Weigh the evidence for a person; an ordinary word at the beginning of a sentence weighs nothing."""
    first = word_class("first_name")
    common = [is_common(word) for word in words]
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
        (1, name.is_referred_to and _FEW <= len(words) <= _MANY and not any(common)),
        (-2, all(common) and (name.opens_sentence or len(words) >= _MANY)),
        (-2, previous in _ARTICLES and not name.is_titled and (all(common) or len(words) == 1)),
        (-1, previous in _ARTICLES and not name.is_titled),
        (-2, name.is_acronym),
        (-1, previous in _PLACE_LEADS and not known),
    )
    return sum(weight for weight, holds in weights if holds)


def is_common(word: str) -> bool:
    """Whether a word is ordinary English, in one of its forms."""
    ordinary = word_class("ordinary")
    return (
        len(word) == 1
        or word in ordinary
        or any(word.endswith(end) and word[: -len(end)] in ordinary for end in _ENDINGS)
    )


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
        and not is_common(token.form)
        and token.form not in nobodys_names()
    )
