"""A sentence as tokens and clauses, with the questions that all role readers ask of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hartcity.model import Span
from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode, clauses
from hartcity.text.lexicon import Form
from hartcity.text.times import Moment, moments
from hartcity.text.tokens import Hit, Tokens, tokenize


WRITERS = frozenset({Actor.WRITER, Actor.WE})
_SPEAKING = frozenset(
    """
    write ask request contact thank hope appreciate call meet look know understand speak talk email reach like
    love wonder send bring
    """.split()
)
_OWN_VOICE = re.compile(
    r"\bi(?:'m| am) an? (?:\w{2,14} ){0,3}?"
    r"(?:father|mother|mom|dad|parent|grandmother|grandfather|veteran|widow|widower|tenant|survivor|refugee|man|woman"
    r"|person|senior)\b",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"\b(?:intern|practicum|case ?(?:manager|worker|aide)|social work|coordinator|navigator|my client|my caseload"
    r"|service user|on behalf)\b",
    re.IGNORECASE,
)
PERSON = frozenset({Actor.USER, Actor.OTHER})


def speaks_in_own_voice(plain: str) -> bool:
    """Whether a draft is written as if by the service user ('I am a single father …'), with no sign of a worker."""
    return _OWN_VOICE.search(plain) is not None and _AT_WORK.search(plain) is None


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence, taken apart."""

    plain: str
    span: Span
    tokens: Tokens
    clauses: tuple[Clause, ...]
    moments: tuple[Moment, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, plain: str, start: int) -> Parse:
        """Take a sentence apart that begins at ``start`` in the draft."""
        tokens = tokenize(plain, start)
        words = tuple(token.word for token in tokens.tokens)
        return cls(plain, Span(start, start + len(plain)), tokens, clauses(tokens), moments(plain, start), words)

    def make_the_writer_the_person(self) -> None:
        """Take what the writer says of themselves as said of the service user; requests and thanks stay theirs."""
        for clause in self.clauses:
            speaks = clause.lemma in _SPEAKING or clause.inverted or clause.modal == "will"
            if clause.subject is Actor.WRITER and not speaks:
                clause.subject = Actor.USER

    @property
    def is_question(self) -> bool:
        """Whether a question mark ends the sentence."""
        return self.plain.rstrip("\"') ").endswith("?")

    def has(self, *lists: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a phrase of one of the lists stands in a range of tokens."""
        return any(self.tokens.has(name, first, last) for name in lists)

    @property
    def names_a_person(self) -> bool:
        """Whether a word for the service user stands outside the names of services ('individual counseling')."""
        taken = {place for hit in self.tokens.services for place in range(hit.first, hit.last)}
        return any(hit.first not in taken for hit in self.tokens.of("user"))

    def word_in(self, words: frozenset[str], first: int = 0, last: int | None = None) -> bool:
        """Whether one of the words stands in a range of tokens."""
        return any(word in words for word in self.words[max(0, first) : last])

    def phrase(self, *parts: str) -> bool:
        """Whether words stand side by side in the sentence."""
        size = len(parts)
        return any(self.words[at : at + size] == parts for at in range(len(self.words) - size + 1))

    def services(self, first: int = 0, last: int | None = None) -> tuple[Hit, ...]:
        """Return the services named in a range of tokens."""
        stop = len(self.words) if last is None else last
        found = [hit for hit in self.tokens.services if first <= hit.first and hit.last <= stop]
        return tuple(hit for hit in found if self._stands_as_noun(hit))

    def _stands_as_noun(self, hit: Hit) -> bool:
        if hit.last - hit.first > 1:
            return True
        return not any(clause.verb == hit.first and clause.mode is not Mode.GERUND for clause in self.clauses) and not (
            self.words[hit.first - 1 : hit.first] == ("to",) and self.tokens.tokens[hit.first].is_form(Form.BASE)
        )

    def clause_at(self, place: int) -> Clause | None:
        """Return the clause that holds a token."""
        held = None
        for clause in self.clauses:
            if clause.first <= place:
                held = clause
        return held

    def where(self, clause: Clause) -> Span:
        """Where a clause stands, with its subject, in the draft."""
        first = min(clause.first, clause.verb)
        return self.tokens.span(first, max(clause.last, first + 1))

    def until_next_main(self, clause: Clause) -> int:
        """Where what belongs to a clause ends: at the next clause of the writer's or the person's own."""
        for later in self.clauses:
            if later.first > clause.verb and later.mode is Mode.FINITE and not later.within and later.governor is None:
                before = self.words[later.first - 1] if later.first else ""
                if before in {"and", "but", ";", "so", "\u2014", ".", "or"} and later.subject is not Actor.NONE:
                    return later.first
        return len(self.words)
