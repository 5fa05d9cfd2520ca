"""Whether somebody is named in their work, or as kin of the service user."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from hartcity.rules.word_class import word_class


if TYPE_CHECKING:
    from hartcity.rules.proper_name import ProperName


_NEAR = 3
_WORKPLACES = ("agency", "organization", "reader_team", "colleague")
_THEIRS = frozenset(("his", "her", "their"))
_OURS = frozenset(("our", "your", "my"))
_AT = {("at",), ("from",), ("in",), ("on",), ("of",)}
_OPENING = frozenset(((",",), ("(",)))
_FAMILY = frozenset((("family",), ("household",), ("kids",), ("children",), ("twins",)))
_LEADING = frozenset(("his", "her", "their", "the", "a", "an", "my", "our", "'s"))
_CLOSING = frozenset((".", ";", ")", "!", "?"))


def is_colleague(name: ProperName) -> bool:
    """Whether somebody is named in their work: the writer's supervisor, a colleague of the reader."""
    before = _same_clause(name.before)
    if _THEIRS.intersection(before) or is_kin(name):
        return False
    if name.is_referred_to and not word_class("colleague").isdisjoint(name.after):
        return True
    return is_of_ours(name) or not word_class("colleague").isdisjoint(before[-_NEAR:])


def is_of_ours(name: ProperName) -> bool:
    """Whether somebody is said to work for our or the reader's agency (our manager, Ada; Ada, my supervisor)."""
    before = _same_clause(name.before)
    if _THEIRS.intersection(before):
        return False
    led = not _OURS.isdisjoint(before) and not _at_work().isdisjoint(before[-_NEAR:])
    return led or _is_placed_in_work(name.after)


def _same_clause(before: tuple[str, ...]) -> tuple[str, ...]:
    since = max((at for at, form in enumerate(before, 1) if form in _CLOSING), default=0)
    return before[since:]


def is_kin(name: ProperName) -> bool:
    """Whether what follows says who the person is (her niece; , the client's sister), or a family bears the name."""
    if name.after[:1] in _FAMILY and name.before[-1:] == ("the",):
        return word_class("organization").isdisjoint(name.after[1:2])
    if name.after[:1] not in _OPENING:
        return False
    said = list(takewhile(lambda form: form in _LEADING | word_class("relation"), name.after[1:]))
    behind = name.after[1 + len(said) : 2 + len(said)]
    return not word_class("relation").isdisjoint(said) and _at_work().isdisjoint((*said[-1:], *behind))


@cache
def _at_work() -> frozenset[str]:
    """Return the words for people in their work, in the reader's agency or the writer's."""
    return word_class("colleague") | word_class("reader_team")


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
