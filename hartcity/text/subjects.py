"""Whose a verb is: its own subject, one it shares with an earlier verb, or nobody's."""

from __future__ import annotations

from hartcity.text.actors import Actor, actor_of
from hartcity.text.clause import Clause, Mode
from hartcity.text.grammar import (
    ADVERBS,
    AUXILIARY,
    BREAKS,
    HAVE,
    LINKS,
    NEGATION,
    OBJECTS,
    OPENERS,
    PLURAL_SUBJECTS,
    PREPOSITIONS,
    RELATIVES,
)
from hartcity.text.lexicon import Form, lexicon
from hartcity.text.verbs import VerbFinder


class SubjectFinder(VerbFinder):
    """Finds the subject of a verb group among the words before it."""

    def _clause(self, first: int, verb: int, lemma: str, mode: Mode) -> Clause:
        lists = lexicon().verb_lists.get(lemma, frozenset())
        for phrase in lexicon().phrasal.get(lemma, ()):
            size = len(phrase.words)
            reach = 4 if size == 1 else 1
            for start in range(verb + 1, min(len(self.tokens), verb + 1 + reach)):
                if tuple(token.word for token in self.tokens[start : start + size]) == phrase.words:
                    lists |= phrase.lists
                    break
        return Clause(mode, Actor.NONE, lemma, lists, first, verb, len(self.tokens), subject_first=first)

    def _find_subject(self, clause: Clause, place: int, inverted_first: int, inverted_last: int) -> None:
        if inverted_first >= 0:
            clause.subject = actor_of(self.all, inverted_first, inverted_last)
            clause.first = clause.subject_first = place
            clause.within = self._opener_before(place)
            return
        token = self.tokens[place]
        before = self._word(place - 1)
        if token.is_form(Form.ING) and token.word not in AUXILIARY:
            self._hang(clause, Mode.GERUND, self.found[-1] if self.found else None)
            return
        if before in OBJECTS and token.is_form(Form.BASE) and self._governed_by_bare_verb(place - 2):
            self._hang(clause, Mode.INFINITIVE, self.found[-1] if self.found else None)
            clause.subject = {"me": Actor.WRITER, "us": Actor.WE, "you": Actor.READER}.get(before, Actor.USER)
            return
        floor = self.found[-1].verb + 1 if self.found else 0
        start = place
        nominal = False
        while start > floor:
            word = self._word(start - 1)
            if word in OPENERS and word != "that":
                break
            if word == "that" and (nominal or start < place or self._word(start - 2) not in {"", ","}):
                break
            if word in {"please", "kindly"}:
                break
            if word in {";", ":", "\u2014", "(", ".", "!", "?"}:
                break
            if word in BREAKS | LINKS and not self._joins_nouns(start, place, floor):
                break
            nominal = nominal or word not in ADVERBS | NEGATION | BREAKS | LINKS | PREPOSITIONS
            start -= 1
        clause.first = clause.subject_first = start
        opener = self._word(start - 1) if start > floor else ""
        clause.within = opener if opener in OPENERS else ""
        if opener in RELATIVES:
            clause.antecedent = actor_of(self.all, self._np_start(start - 1, floor), start - 1)
            if opener == "who" and clause.antecedent is not Actor.READER and self.all.has("user", floor, start - 1):
                clause.antecedent = Actor.USER
        if nominal:
            clause.subject = actor_of(self.all, start, place)
            if self.tokens[place].is_form(Form.BASE) and place == start and clause.subject is Actor.NONE:
                clause.mode = Mode.IMPERATIVE
            return
        if opener in {"who", "that", "which", "whom"}:
            clause.subject = clause.antecedent
            return
        if self.found and self.found[-1].within in RELATIVES and start <= floor:
            clause.subject = self.found[-1].antecedent
            return
        self._without_subject(clause, place, opener)

    def _hang(self, clause: Clause, mode: Mode, governor: Clause | None) -> None:
        clause.mode = mode
        clause.governor = governor
        if governor is not None:
            clause.subject = Actor.READER if governor.lemma == "thank" else governor.subject

    def _without_subject(self, clause: Clause, place: int, opener: str) -> None:
        """Settle a verb that has no subject of its own: joined to an earlier one, or an order."""
        token = self.tokens[place]
        if not self.found and place == 0 and not token.is_form(Form.BASE) and token.word not in AUXILIARY - HAVE:
            clause.subject = Actor.USER
            return
        earlier = next((each for each in reversed(self.found) if each.mode is not Mode.GERUND), None)
        before = self._word(place - 1)
        if token.word == "need" and not self.found:
            clause.subject = Actor.WRITER
            return
        polite = before in {"please", "kindly"} or self._word(place - 2) in {"please", "kindly"}
        joined = (
            earlier is not None
            and (before in LINKS | {","} or self._word(place - 2) in LINKS)
            and opener not in OPENERS
        )
        if token.is_form(Form.BASE) and token.word not in AUXILIARY - {"do", "be", "have"}:
            if (
                joined
                and not polite
                and earlier is not None
                and (earlier.modal or earlier.mode is not Mode.FINITE or earlier.lemma in {"let", "help"})
            ):
                clause.mode = Mode.INFINITIVE if earlier.mode is Mode.FINITE else earlier.mode
                clause.mode = Mode.FINITE if earlier.mode is Mode.FINITE and earlier.modal else clause.mode
                clause.subject, clause.modal, clause.governor = earlier.subject, earlier.modal, earlier.governor
                clause.inverted = earlier.inverted
                clause.within = earlier.within
                return
            if (
                joined
                and not polite
                and earlier is not None
                and earlier.mode is Mode.FINITE
                and earlier.subject in PLURAL_SUBJECTS
            ):
                clause.subject = earlier.subject
                return
            clause.mode = Mode.IMPERATIVE
            clause.subject = Actor.NONE
            return
        finite = any(each.mode is Mode.FINITE for each in self.found)
        if before == "," and not finite and token.word in AUXILIARY:
            clause.subject = actor_of(self.all, 0, max(1, self.found[0].first if self.found else place - 1))
            clause.subject_first = 0
            return
        if earlier is not None:
            clause.subject = earlier.subject
            clause.within = earlier.within if joined else clause.within
            clause.negated = clause.negated

    def _joins_nouns(self, start: int, place: int, floor: int) -> bool:
        """Whether the comma or 'and' before ``start`` stands inside a subject ('your coach and I')."""
        if self._word(start) != "i" and not {token.word for token in self.tokens[start:place]} <= {
            "i",
            "and",
            ",",
            "she",
            "he",
            "they",
            "you",
        }:
            return False
        back = start - 2
        if self._word(back) in {"you", "he", "she", "they", "both", ","} and back > floor - 1:
            return self._word(back) != "," or self._word(back - 1) in {"you", "he", "she", "they"}
        opened = [at for at in range(max(floor, start - 5), start - 1) if self._word(at) in {"your", "my", "the"}]
        return (
            bool(opened)
            and opened[0] in {floor, max(0, floor)}
            and self._word(start - 1) == "and"
            and not any(self._word(at) in PREPOSITIONS | BREAKS for at in range(opened[0], start - 1))
        )

    def _np_start(self, last: int, floor: int) -> int:
        start = last
        while start > floor and self._word(start - 1) not in BREAKS | LINKS | OPENERS:
            start -= 1
            if self._word(start) in {"a", "an", "the", "my", "one", "your", "our"}:
                break
        return start

    def _opener_before(self, place: int) -> str:
        word = self._word(place - 1)
        return word if word in OPENERS else ""
