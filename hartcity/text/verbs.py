"""Where a verb begins in a row of words, and where a word only looks like one."""

from __future__ import annotations

from hartcity.text.actors import SUBJECT_PRONOUNS
from hartcity.text.clause import Clause
from hartcity.text.grammar import (
    ADJECTIVE_ENDINGS,
    ADVERBS,
    AUXILIARY,
    BE,
    BEFORE_MAY,
    BREAKS,
    COLLECTIVE,
    DETERMINERS,
    DO,
    HAVE,
    LACKS,
    LINKS,
    MODALS,
    NO_ADVERBS,
    NUMBERS,
    OBJECTS,
    OPENERS,
    PEOPLE,
    PLURAL_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    TAKES_BARE_VERB,
    TAKES_CLAUSE,
)
from hartcity.text.lexicon import Form, lexicon
from hartcity.text.tokens import Token, Tokens


def token_wants(token: Token, following: str) -> bool:
    """'my client want to': a learner's verb of needing, by what follows it."""
    return token.word in LACKS and following in {"to", "a", "an", "the", "help", "some"}


class VerbFinder:
    """Walks over tokens; ``found`` holds the clauses so far, ``zone`` is the place behind the last verb."""

    def __init__(self, tokens: Tokens) -> None:
        self.all = tokens
        self.tokens = tokens.tokens
        self.found: list[Clause] = []
        self.zone = 0
        self.shouted = all(token.capital for token in self.tokens if token.word.isalpha())

    def _word(self, place: int) -> str:
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def _is_adverb(self, place: int) -> bool:
        token = self.tokens[place]
        return token.word in ADVERBS or (
            token.word.endswith("ly") and token.word not in NO_ADVERBS and token.verb is None
        )

    def _starts_a_verb(self, place: int) -> bool:
        token = self.tokens[place]
        word = token.word
        if word in MODALS:
            dated = self._word(place + 1)[:1].isdigit() or self._word(place - 1) in BEFORE_MAY
            is_month = word == "may" and token.capital and place > 0 and dated
            return not is_month and self._word(place - 1) not in DETERMINERS - {
                "that",
                "both",
                "all",
                "this",
                "which",
                "what",
                "no",
                "each",
                "either",
                "neither",
            }
        if word in BE | HAVE | DO:
            return True
        if word == "to":
            following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
            if following is not None and following.word in ADVERBS | {"not"} and place + 2 < len(self.tokens):
                following = self.tokens[place + 2]
            return following is not None and (following.is_form(Form.BASE) or following.word in {"be", "have", "do"})
        verb = token.verb
        named = token.capital and place > 1 and self.tokens[place - 1].capital and not self.shouted
        return verb is not None and not named and word not in ADVERBS and self._reads_as_verb(place, token, verb.forms)

    def _reads_as_verb(self, place: int, token: Token, forms: frozenset[Form]) -> bool:
        before = self._word(place - 1) if place > self.zone else ""
        if before and self._is_adverb(place - 1):
            if before in {"please", "kindly", "just", "then", "so"} and Form.BASE in forms:
                return True
            before = self._word(place - 2) if place - 1 > self.zone else before
        if before in OBJECTS and self._governed_by_bare_verb(place - 2) and Form.BASE in forms:
            return True
        if before in SUBJECT_PRONOUNS and before not in {"these", "those", "yours", "us"}:
            if before in {"this", "that"} and forms <= {Form.BASE, Form.ING}:
                return before == "that" and Form.ING not in forms
            return not (before == "you" and Form.ING in forms)
        if before in {"two", "three"} and self._word(place - 2) in {"we", "us"}:
            return Form.BASE in forms
        if before in NUMBERS and self._word(place - 2) == "of":
            return Form.THIRD in forms or Form.PAST in forms
        if before in DETERMINERS:
            return False
        if before in OBJECTS:
            return Form.ING in forms or (self._word(place - 2) == "of" and Form.PAST in forms)
        if place == self.zone and self.found:
            earlier = self.found[-1]
            moves = earlier.lemma in {"go", "come"} and "meet" in lexicon().verb_lists.get(token.word, ())
            bare = moves or earlier.lemma in {"help", "let", "need", "dare"}
            return Form.ING in forms or (Form.BASE in forms and bare and not token.lists)
        if before in PREPOSITIONS:
            return Form.ING in forms or self._after_relative(place, forms)
        if (
            place == self.zone
            or before in BREAKS | LINKS | OPENERS
            or not before
            or before in {"please", ".", "!", "?"}
        ):
            return self._opens_clause(place, token, forms)
        return self._after_noun(place, before, forms)

    def _after_relative(self, place: int, forms: frozenset[Form]) -> bool:
        """See that a preposition ends a relative clause: 'a father that I work with wants to join'."""
        relative = bool(self.found) and self.found[-1].within in {"that", "who", "whom", "which"}
        return relative and Form.ING not in forms and self._word(place + 1) in {"to", "a", "an"}

    def _is_adjective(self, place: int) -> bool:
        token = self.tokens[place]
        return token.word.endswith(ADJECTIVE_ENDINGS) and not token.lists

    def _governed_by_bare_verb(self, place: int) -> bool:
        for back in range(place, max(-1, place - 3), -1):
            verb = self.tokens[back].verb
            if self._word(back) in OPENERS:
                return False
            if verb is not None and verb.lemma in TAKES_BARE_VERB:
                return verb.lemma != "have" or not self.tokens[place + 2].lists
        return False

    def _opens_clause(self, place: int, token: Token, forms: frozenset[Form]) -> bool:
        following = self._word(place + 1)
        if Form.BASE in forms:
            if following in AUXILIARY or following in {"of", "'s"}:
                return False
            noun_too = bool(token.lists - {"need_state"})
            if token.word == "need" and place == 0:
                return True
            return (
                not noun_too
                or following in DETERMINERS | OBJECTS | {"to", "with", "at", "by", "on", "if", "that", "a"}
                or bool(self.found)
            )
        if Form.ING in forms:
            return True
        return bool(self.found) or (place == 0 and following not in PREPOSITIONS)

    def _after_noun(self, place: int, before: str, forms: frozenset[Form]) -> bool:
        if Form.ING in forms:
            return self.tokens[place - 1].verb is not None
        if Form.PAST in forms or Form.PARTICIPLE in forms:
            return not self._is_adjective(place - 1) or before in {"family", "agency", "county"}
        plural = (before.endswith("s") and not before.endswith(("ss", "us", "is", "'s"))) or before in PLURAL_NOUNS
        inside_object = (
            bool(self.found)
            and self.found[-1].lemma not in TAKES_CLAUSE
            and not self._break_since(place)
            and not self._opens_anew(place)
        )
        if inside_object and self.found and (Form.THIRD in forms or Form.BASE in forms):
            return False
        if Form.THIRD in forms and before in COLLECTIVE:
            return True
        if Form.BASE in forms and token_wants(self.tokens[place], self._word(place + 1)):
            return True
        if Form.THIRD in forms:
            return (not plural and not self._is_adjective(place - 1) and not before[:1].isdigit()) or before in {
                "family",
                "agency",
                "county",
                "who",
            }
        known = bool(self.tokens[place].lists) and not self.tokens[place - 1].lists & PEOPLE
        following = self._word(place + 1)
        return plural and (
            not known or following in DETERMINERS | OBJECTS or following.endswith("ly") or following in PREPOSITIONS
        )

    def _opens_anew(self, place: int) -> bool:
        """Whether a new noun phrase stands beside another with nothing between ('the care your drivers take')."""
        for at in range(place - 1, self.zone + 1, -1):
            if self._word(at) in POSSESSIVES:
                before = self._word(at - 1)
                return before not in PREPOSITIONS and before not in DETERMINERS
        return False

    def _break_since(self, place: int) -> bool:
        return any(self._word(at) in BREAKS | OPENERS | LINKS for at in range(self.zone, place))
