"""When a rule keeps silent although its words are there."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.rules.error import RuleSheetError
from hartcity.text import Part


if TYPE_CHECKING:
    from hartcity.model import Span
    from hartcity.rules.passage import Passage
    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft


_NEGATIONS = frozenset(
    ("not", "no", "never", "nor", "neither", "without", "nobody", "none", "rather", "instead", "hardly", "than")
)
_CLAUSE_ENDS = frozenset(",;:.!?()\u2014") | {"but"}
_REACH = 4


@dataclass(frozen=True, slots=True)
class Context:
    """The conditions of a rule.

    From ``[unless]``: ``quoted``, ``named`` (part of an official name), ``negated`` (a negation up to four words
    before, in the same clause), ``capitals`` (written in capitals in a sentence that is not: an abbreviation or a
    title, such as RN), ``expanded`` (an abbreviation in capitals that the text writes out beside it), ``within`` (a
    longer phrase that covers or touches the words), ``fine`` (the same, for words that are fine whoever marks them: the
    reader alone does not mark them either), ``near`` (a phrase in the same sentence). From ``[only]``: ``parts`` (of
    the email), ``near`` (a phrase that must stand in the sentence), ``preference`` (what the plan says that the service
    user prefers; without a plan the rule is silent), ``email`` (not in a text that is no email), ``general`` (not in an
    email, where light words are often courtesy), ``least_words`` (of the sentence).
    """

    quoted: bool = True
    named: bool = False
    negated: bool = False
    capitals: bool = False
    expanded: bool = False
    within: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    only_near: tuple[str, ...] = ()
    parts: frozenset[Part] = frozenset()
    preference: str = ""
    in_email: bool = True
    general: bool = True
    least_words: int = 0

    @classmethod
    def read(cls, table: Table) -> Context:
        """Take ``[unless]`` and ``[only]`` from a rule's table."""
        unless, only = table.table("unless"), table.table("only")
        try:
            parts = frozenset(Part(name) for name in only.texts("parts"))
        except ValueError as unknown:
            raise RuleSheetError(f"{only.where}: {unknown}.") from unknown
        context = cls(
            quoted=unless.flag("quoted", default=True),
            named=unless.flag("named"),
            negated=unless.flag("negated"),
            capitals=unless.flag("capitals"),
            expanded=unless.flag("expanded"),
            within=unless.texts("within"),
            fine=unless.texts("fine"),
            near=unless.texts("near"),
            only_near=only.texts("near"),
            parts=parts,
            preference=only.text("preference", ""),
            in_email=not only.flag("general"),
            general=not only.flag("email"),
            least_words=int(only.number("least_words", 0)),
        )
        unless.finish()
        only.finish()
        return context

    def applies_to(self, draft: TokenizedDraft) -> bool:
        """Whether the rule has anything to say about this text at all."""
        if not (self.in_email if draft.email else self.general):
            return False
        if not self.preference:
            return True
        return draft.plan is not None and draft.plan.service_user.language_preference == self.preference

    def allows(self, draft: TokenizedDraft, passage: Passage, span: Span) -> bool:
        """Whether the words may be marked, as far as their place in the text decides."""
        if self.parts and draft.email and passage.sentence.part not in self.parts:
            return False
        if passage.word_count < self.least_words:
            return False
        return not (
            (self.quoted and draft.is_quoted(span))
            or (self.named and draft.is_named(span))
            or (self.capitals and _is_abbreviation(passage, span.of(draft.plain)))
            or (self.expanded and span.of(draft.plain) in draft.expanded)
            or (self.negated and is_negated(passage, span))
        )


def _is_abbreviation(passage: Passage, words: str) -> bool:
    """Whether words stand in capitals though the rest of their sentence, a word of it at least, does not."""
    if not words.isupper():
        return False
    rest = passage.sentence.plain.replace(words, " ")
    small = sum(letter.islower() for letter in rest)
    return 2 * small > sum(letter.isalpha() for letter in rest)


def is_negated(passage: Passage, span: Span) -> bool:
    """Whether a negation stands up to four words before, in the same clause."""
    start = span.start - passage.sentence.span.start
    before = bisect_left(passage.tokens, start, key=lambda token: token.start)
    for token in reversed(passage.tokens[max(0, before - _REACH) : before]):
        if token.form in _CLAUSE_ENDS:
            return False
        if token.form in _NEGATIONS:
            return True
    return False
