"""Numbers and codes that have a shape: phones, accounts, addresses, dates of birth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from hartcity.model import Span
from hartcity.rules.error import RuleSheetError
from hartcity.rules.kinds import Found, Hit, Kind
from hartcity.rules.owners import Owner, is_an_agencys, owner
from hartcity.text.kept import SENTENCES, kept


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.passage import Passage
    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft


_ANY = 10**6


@dataclass(frozen=True, eq=False)
class Pattern(Kind):
    """Regular expressions, looked for in each sentence.

    ``pattern`` (the group ``mark``, where there is one, is what is marked) holds everywhere, ``anywhere`` only in a
    text that is no email. ``digits_least`` and ``digits_most`` bound the number of digits; a sentence with fewer is not
    read at all. ``of`` says whose detail
    is meant in an email: ``anyone``, ``others`` (not the writer's or the reader's), ``service_user`` (only where the
    nearest pronoun says so). In ``anywhere`` case counts, as a capital is often all that tells a name from a word;
    ``capitals`` makes it count in ``pattern`` too.
    """

    phrases: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    anywhere: tuple[re.Pattern[str], ...]
    least: int
    most: int
    of: str

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take ``pattern``, ``anywhere``, ``digits_least``, ``digits_most``, ``of`` and ``capitals``."""
        flags = re.NOFLAG if table.flag("capitals") else re.IGNORECASE
        pattern, anywhere = table.text("pattern", ""), table.text("anywhere", "")
        of = table.text("of", "anyone")
        if not (pattern or anywhere) or of not in {"anyone", "others", "service_user"}:
            raise RuleSheetError(
                f"{table.where}: there is no pattern, or 'of' is none of anyone, others, service_user."
            )
        try:
            held = tuple(re.compile(text, flags) for text in (pattern,) if text)
            loose = tuple(re.compile(text) for text in (anywhere,) if text)
        except re.error as fault:
            raise RuleSheetError(f"{table.where}: {fault}.") from fault
        least, most = int(table.number("digits_least", 0)), int(table.number("digits_most", _ANY))
        return cls((), held, loose, least, most, of)

    def hits(self, draft: TokenizedDraft, _found: Sequence[Found]) -> Iterator[Hit]:
        """Yield what has the shape."""
        for span, passage in self._shaped(draft):
            if self._counts(draft, span, passage):
                yield Hit(span, passage)

    def fine(self, draft: TokenizedDraft) -> Iterator[Span]:
        """Yield what has the shape and is an agency's."""
        if draft.email and self.of != "anyone":
            for span, passage in self._shaped(draft):
                if is_an_agencys(draft, span.start, passage):
                    yield span

    def _shaped(self, draft: TokenizedDraft) -> Iterator[tuple[Span, Passage]]:
        for passage in draft.every_passage:
            if passage.tokenized.digits >= self.least:
                for marked in _marked(self, passage.sentence.plain, email=draft.email):
                    span = marked.shifted(passage.sentence.span.start)
                    if self.least <= sum(letter.isdigit() for letter in span.of(draft.plain)) <= self.most:
                        yield span, passage

    def _counts(self, draft: TokenizedDraft, span: Span, passage: Passage) -> bool:
        if not draft.email or self.of == "anyone":
            return True
        whose = owner(draft, span.start, passage)
        if self.of == "service_user":
            return whose is Owner.SERVICE_USER
        return whose is not Owner.CORRESPONDENTS and not draft.is_own(span.of(draft.plain))


@kept(8 * SENTENCES)
def _marked(rule: Pattern, sentence: str, *, email: bool) -> tuple[Span, ...]:
    """Return what has the shape in a sentence, wherever the sentence stands."""
    return tuple(
        Span(*(hit.span("mark") if hit.groupdict().get("mark") else hit.span()))
        for pattern in (rule.patterns if email else rule.patterns + rule.anywhere)
        for hit in pattern.finditer(sentence)
    )
