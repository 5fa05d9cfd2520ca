"""Two full clauses that are joined without a comma."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Self

from hartcity.rules.error import RuleSheetError
from hartcity.rules.kinds import Found, Hit, Kind
from hartcity.rules.word_class import word_class


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft
    from hartcity.text.tokens import Token


_FEWEST_WORDS = 5
_MAY_JOIN_IN = ("colleague", "reader_team", "agency", "person", "relation")
_SUBJECTS = frozenset(("i", "he", "she", "it", "they", "we", "you", "there"))
_NOMINATIVES = frozenset(("i", "he", "she", "they", "we"))
_PRONOUNS = frozenset(("you", "she", "he", "they", "we", "me", "him", "her", "them", "us", "both"))
_OR_PREPOSITIONS = frozenset(("since", "until", "before", "after", "as", "than"))


@dataclass(frozen=True)
class JoinedClauses(Kind):
    """A conjunction without a comma before it, with a clause on either side.

    ``sure`` are beginnings of a second clause that agreement proves to be one: in "the intern and she is" the verb is
    a singular, so "and" does not join two subjects. ``likely`` are beginnings that may be the end of a joint subject
    ("the intern and I know"); they count only where the first clause has said "I" already and nobody stands before
    the conjunction. The first clause needs a subject with its verb, five words, and no word that makes it depend on
    another (if, because, that): there a comma is a matter of choice.
    """

    waits_for_phrases: ClassVar[bool] = True

    phrases: tuple[str, ...]
    sure: int

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``sure`` and ``likely``, phrases that begin with the conjunction."""
        sure, likely = table.texts("sure"), table.texts("likely")
        if not sure:
            raise RuleSheetError(f"{table.where}: 'sure' should hold at least one phrase.")
        return cls((*sure, *likely), len(sure))

    def hits(self, _draft: TokenizedDraft, found: Sequence[Found]) -> Iterator[Hit]:
        """Yield the conjunction with the words around it."""
        for one in found:
            tokens, at = one.passage.tokens, one.place.start
            first = _first_clause(tokens, at)
            plain = one.passage.sentence.plain
            if not plain[tokens[at - 1].end : tokens[at].start].isspace():
                continue  # a dash stands there, or a quotation mark
            named = plain[tokens[at - 1].start].isupper() and tokens[at - 1].form in word_class("organization")
            if _is_full(first) and (one.place.entry < self.sure or _has_its_own_subject(first, alone=named)):
                yield Hit(one.passage.span(at - 1, one.place.end), one.passage)


def _first_clause(tokens: tuple[Token, ...], at: int) -> list[str]:
    """Return the words before the token ``at`` back to the last mark or the beginning."""
    begin = at
    while begin > 0 and (tokens[begin - 1].is_word or tokens[begin - 1].form == "'s"):
        begin -= 1
    return [token.form for token in tokens[begin:at]]


def _is_full(words: list[str]) -> bool:
    """Whether the words are a clause that stands by itself: long enough, with a subject and its verb."""
    if len(words) < _FEWEST_WORDS or words[-1] in _NOMINATIVES or _depends(words):
        return False
    verbs = word_class("finite_verb")
    return any(word in verbs for word in words[1:]) or any(word in _NOMINATIVES for word in words[:-1])


def _depends(words: list[str]) -> bool:
    """Whether a conjunction or a verb of saying holds the words; "since May" is no conjunction, "since she" is one."""
    return not word_class("subordinator").isdisjoint(words) or any(
        word in _OR_PREPOSITIONS and then in _SUBJECTS for word, then in pairwise(words)
    )


def _has_its_own_subject(words: list[str], *, alone: bool) -> bool:
    """Whether "I" was the subject before, and what stands before the conjunction is nobody who might join in.

    ``alone`` says that a name of an agency stands there. "A father", with an article, is what was said of "I".
    """
    told = "i" in words[:2] or words[0] in {"we", "so"}
    described = bool({"a", "an"}.intersection(words[-3:-1])) and not {"with"}.intersection(words)
    joins_in = words[-1] in _PRONOUNS or any(words[-1] in word_class(kind) for kind in _MAY_JOIN_IN)
    return told and (alone or described or not joins_in)
