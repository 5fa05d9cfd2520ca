"""A name in a draft, with what its place says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.rules.word_class import word_class
from hartcity.text import Part
from hartcity.text.reference import is_sent_along
from hartcity.text.somebody import is_somebody


if TYPE_CHECKING:
    from hartcity.model import Span
    from hartcity.rules.passage import Passage


_ABOUT = frozenset({Part.REFERENCE, Part.SUBJECT})


@dataclass(frozen=True, slots=True)
class ProperName:
    """Capitalized words in a row: ``first`` and ``last`` count tokens of ``passage`` (half-open).

    ``words`` are in lower case, ``before`` and ``after`` up to five words and marks around them.
    ``is_organization`` says that an organization may be meant, ``is_house`` that nobody can be: it ends as names of
    organizations do, or bears a saint's or somebody's name (Jane Addams Hull House, Father Joe's Villages); ``house``
    is where the whole of such a name stands.
    """

    passage: Passage
    first: int
    last: int
    span: Span
    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    opens_sentence: bool
    is_organization: bool
    is_house: bool
    house: Span | None
    is_own: bool
    is_acronym: bool

    @property
    def is_titled(self) -> bool:
        """Whether a title stands before or at the head of it (Dr. Patel)."""
        titles = word_class("title")
        before = [form for form in self.before[-2:] if form != "."]
        return (self.words[0] in titles and len(self.words) > 1) or bool(before and before[-1] in titles)

    @property
    def reads_as_a_person(self) -> bool:
        """Whether a title or a word that is no ordinary one makes it somebody's, and nothing an agency's."""
        return not (self.is_organization or self.is_house) and (self.is_titled or is_somebody(" ".join(self.words)))

    @property
    def is_our_agency(self) -> bool:
        """Whether the writer's or the reader's agency is named in full."""
        return self.is_own and self.is_organization and len(self.words) > 1

    @property
    def is_referred_to(self) -> bool:
        """Whether it stands in a line that says what a message is about or who gets a copy of it."""
        return self.passage.sentence.part in _ABOUT

    @property
    def is_told(self) -> bool:
        """Whether it stands in a line that tells whom the message is about, and not in one of copies and enclosures."""
        sentence = self.passage.sentence
        return sentence.part is Part.REFERENCE and not is_sent_along(sentence.plain)
