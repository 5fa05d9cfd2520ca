"""Clauses: who does what, and whether it is asked, denied, hoped for or only imagined.

A small analyzer from closed classes of function words and the verb lists of the lexicon. It needs no model, works on
incomplete and learners' sentences, and reads each sentence once from left to right.
"""

from __future__ import annotations

from hartcity.text.actors import SUBJECT_PRONOUNS, Actor
from hartcity.text.clause import Clause, Mode
from hartcity.text.grammar import (
    ADVERBS,
    AUXILIARY,
    BE,
    BREAKS,
    DETERMINERS,
    DO,
    HAVE,
    LINKS,
    MODALS,
    NEGATION,
    PREPOSITIONS,
)
from hartcity.text.lexicon import Form
from hartcity.text.subjects import SubjectFinder
from hartcity.text.tokens import Tokens


__all__ = ["Clause", "Mode", "clauses"]


def clauses(tokens: Tokens) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in order."""
    return _ClauseReader(tokens).read()


class _ClauseReader(SubjectFinder):
    """Reads verb groups one after the other and collects clauses."""

    def read(self) -> tuple[Clause, ...]:
        place = 0
        while place < len(self.tokens):
            if self._starts_a_verb(place):
                place = self._take(place)
            else:
                place += 1
        for clause, following in zip(self.found, self.found[1:], strict=False):
            clause.last = following.first if following.first > clause.verb else following.verb
        if self.found:
            self.found[-1].last = len(self.tokens)
        return tuple(self.found)

    def _take(self, place: int) -> int:
        if self.tokens[place].word == "to":
            return self._take_infinitive(place)
        inverted = self.tokens[place].word in AUXILIARY and self._is_inverted(place)
        after = place
        subject_last = place
        if inverted:
            subject_last = self._main_after_subject(place)
            chain = [place]
            after = subject_last
        else:
            chain = []
        modal, negated, be, have, obliged = "", False, False, False, False
        verb = place
        while chain or after < len(self.tokens):
            at = chain.pop() if chain else after
            word = self._word(at)
            if word in MODALS:
                modal, verb = MODALS[word], at
            elif word in NEGATION:
                negated = True
            elif word in BE:
                be, verb = True, at
                if (
                    self._word(at + 1) == "going"
                    and self._word(at + 2) == "to"
                    and self.tokens[at + 3 : at + 4]
                    and self.tokens[at + 3].is_form(Form.BASE)
                ):
                    modal, be = "will", False
                    after = at + 3
                    continue
                if (
                    self._word(at + 1)
                    in {"able", "supposed", "ready", "willing", "happy", "glad", "pleased", "prepared"}
                    and self._word(at + 2) == "to"
                ):
                    able = "should" if self._word(at + 1) == "supposed" else "can"
                    modal = able if modal in {"", "would"} else modal
                    after = at + 3
                    be = False
                    continue
            elif word in HAVE:
                have, verb = True, at
                if (
                    self._word(at + 1) == "to"
                    and self.tokens[at + 2 : at + 3]
                    and self.tokens[at + 2].is_form(Form.BASE)
                ):
                    obliged, have = True, False
                    modal = modal or "must"
                    after = at + 2
                    continue
            elif word in DO:
                verb = at
            elif word == "need" and self._word(at + 1) == "to":
                modal, verb = "must", at
                after = at + 2
                continue
            elif self._is_adverb(at):
                pass
            else:
                break
            if at == after:
                after += 1
            if at == place and inverted:
                after = subject_last
        token = self.tokens[after] if after < len(self.tokens) else None
        aux_seen = bool(modal or be or have or verb != place or self._word(place) in AUXILIARY)
        if token is not None and token.verb is not None and self._fits(after, place, aux=aux_seen, be=be, have=have):
            verb = after
        main = self.tokens[verb]
        lemma = main.verb.lemma if main.verb else main.word
        participle = main.is_form(Form.PARTICIPLE) and not main.is_form(Form.ING)
        clause = self._clause(place, verb, lemma, Mode.FINITE)
        clause.modal = modal
        clause.obliged = obliged
        clause.negated = negated or self._word(place - 1) in NEGATION or self._denied_object(verb)
        clause.inverted = inverted
        clause.passive = be and verb != place and participle and lemma != "be"
        clause.perfect = have and lemma != "have"
        clause.past = main.is_form(Form.PAST) and not main.is_form(Form.BASE) and not have and not be
        self._find_subject(clause, place, place + 1 if inverted else -1, subject_last)
        self.found.append(clause)
        self.zone = verb + 1
        return max(verb, place) + 1

    def _fits(self, place: int, first: int, *, aux: bool, be: bool, have: bool) -> bool:
        token = self.tokens[place]
        verb = token.verb
        if verb is None:
            return False
        if not aux:
            return True
        before = self._word(place - 1)
        if before in DETERMINERS and place - 1 > first and before not in {"both", "all"}:
            return False
        if be:
            return not verb.forms.isdisjoint({Form.ING, Form.PARTICIPLE}) and "role" not in token.lists
        if have:
            return not verb.forms.isdisjoint({Form.PARTICIPLE, Form.PAST})
        return Form.BASE in verb.forms

    def _denied_object(self, verb: int) -> bool:
        """Whether the negation stands in the object ('have no lawyer', 'there is nothing')."""
        return (
            self._word(verb + 1) in {"no", "nothing", "none", "nobody", "neither", "not", "never"}
            and self._word(verb + 2) != "only"
        )

    def _is_inverted(self, place: int) -> bool:
        before = self._word(place - 1)
        opens = (
            place == self.zone == 0
            or before
            in BREAKS
            | LINKS
            | {
                "when",
                "where",
                "how",
                "what",
                "so",
                "then",
                "why",
                "hey",
                "hi",
                "hello",
                "well",
                "also",
                "ok",
                "which",
                "time",
                "times",
                "day",
                "perhaps",
                "maybe",
                "please",
                ".",
                "?",
                "!",
                '"',
            }
            or place == 0
        )
        following = self._word(place + 1)
        if following in NEGATION:
            following = self._word(place + 2)
        if not opens or not following:
            return False
        asked = self._word(len(self.tokens) - 1).startswith("?")
        if following in SUBJECT_PRONOUNS or following in {"someone", "anyone", "one"}:
            return asked or self._word(place) not in {"do", "have"}
        if self._word(place) not in MODALS and not asked:
            return False
        if place == 0 or before in {"when", "where", "how", "what", "please", "perhaps", "maybe"}:
            return following in DETERMINERS or self.tokens[place + 1].capital
        return following in {"your", "my", "our", "the", "a", "an"} and asked

    def _main_after_subject(self, place: int) -> int:
        """Where the main verb (or what follows the subject) stands after an inverted auxiliary."""
        word = self._word(place)
        for at in range(place + 2, min(len(self.tokens), place + 32)):
            token = self.tokens[at]
            before = self._word(at - 1)
            if token.word in {"when", "that", "which", "if", "because"}:
                break
            if token.word in AUXILIARY and before not in DETERMINERS:
                return at
            if token.verb is None or before in DETERMINERS | (PREPOSITIONS - {"us"}) or self._is_occasion(at):
                continue
            wanted = {Form.ING, Form.PARTICIPLE} if word in BE else {Form.PARTICIPLE} if word in HAVE else {Form.BASE}
            if not token.verb.forms.isdisjoint(wanted):
                return at
        return min(len(self.tokens), place + 2)

    def _is_occasion(self, place: int) -> bool:
        """Whether a word names an occasion here ('a short video call'), though it could be a verb."""
        opened = {"a", "an", "the", "your", "our", "another"} & {
            self._word(at) for at in range(max(0, place - 4), place)
        }
        return bool(opened) and any(hit.first <= place < hit.last for hit in self.all.of("meeting"))

    def _take_infinitive(self, place: int) -> int:
        verb = place + 1
        while self._word(verb) in ADVERBS | {"not"} and verb + 1 < len(self.tokens):
            verb += 1
        token = self.tokens[verb]
        following = self.tokens[verb + 1] if verb + 1 < len(self.tokens) else None
        if token.word in {"be", "have"} and following is not None and following.is_form(Form.PARTICIPLE, Form.ING):
            verb += 1
            token = following
        governor = self.found[-1] if self.found else None
        clause = self._clause(place, verb, token.verb.lemma if token.verb else token.word, Mode.INFINITIVE)
        clause.governor = governor
        clause.negated = "not" in {self._word(place - 1), self._word(place + 1)}
        clause.subject = self._object_or(governor, place)
        clause.within = "so" if self._word(place - 1) == "order" else ""
        self.found.append(clause)
        self.zone = verb + 1
        return verb + 1

    def _object_or(self, governor: Clause | None, place: int) -> Actor:
        """Return an infinitive's subject: its governor's object ('ask her to call'), else the governor's subject."""
        if governor is None:
            return Actor.NONE
        before = self._word(place - 1)
        if before in {"him", "her", "them"}:
            return Actor.USER
        if before in {"me", "you", "us"}:
            return {"me": Actor.WRITER, "you": Actor.READER, "us": Actor.WE}[before]
        return governor.subject
