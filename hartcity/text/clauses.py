"""Clauses: who does what, and whether it is asked, denied, hoped for or only imagined.

A small analyzer from closed classes of function words and the verb lists of the lexicon. It needs no model, works on
incomplete and learners' sentences, and reads each sentence once from left to right.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hartcity.text.actors import SUBJECT_PRONOUNS, Actor, actor_of
from hartcity.text.lexicon import Form, lexicon
from hartcity.text.tokens import Token, Tokens


class Mode(StrEnum):
    """The shape of a clause's verb."""

    FINITE = "finite"
    IMPERATIVE = "imperative"
    INFINITIVE = "infinitive"
    GERUND = "gerund"


@dataclass(slots=True)
class Clause:
    """A verb with its subject. ``first`` to ``last`` are its tokens, ``verb`` the place of the main verb.

    ``modal`` is ``will``, ``would``, ``could``, ``can``, ``may``, ``might``, ``must``, ``should`` or empty. ``within``
    is the conjunction that opens the clause. ``governor`` is the clause that an infinitive or gerund hangs on.
    """

    mode: Mode
    subject: Actor
    lemma: str
    lists: frozenset[str]
    first: int
    verb: int
    last: int
    modal: str = ""
    negated: bool = False
    inverted: bool = False
    passive: bool = False
    past: bool = False
    obliged: bool = False
    perfect: bool = False
    within: str = ""
    governor: Clause | None = None
    subject_first: int = 0
    antecedent: Actor = Actor.NONE

    @property
    def conditional(self) -> bool:
        """Whether the clause names a condition."""
        return self.within in _CONDITIONS

    @property
    def unreal(self) -> bool:
        """Whether the clause, or one it hangs on, is denied, conditional, or only wished."""
        return self.negated or self.conditional or (self.governor is not None and self.governor.unreal)

    @property
    def denied(self) -> bool:
        """Whether the clause, or one it hangs on, is negated."""
        return self.negated or (self.governor is not None and self.governor.denied)


MODALS = {
    "will": "will", "shall": "will", "would": "would", "could": "could", "can": "can", "may": "may", "might": "might",
    "must": "must", "should": "should", "ought": "should",
}  # fmt: skip
_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being"})
_HAVE = frozenset({"have", "has", "had", "having"})
_DO = frozenset({"do", "does", "did"})
_AUXILIARY = _BE | _HAVE | _DO | frozenset(MODALS)
_NEGATION = frozenset({"not", "never", "hardly", "barely", "scarcely", "neither", "nor"})
_DETERMINERS = frozenset(
    """
    the a an my your her his their our its this these those some any each every no another both either neither
    one two three four five six seven eight nine ten first second third next last such many much few several
    more most less 's ' what which whose all
    """.split()
)
_PREPOSITIONS = frozenset(
    """
    of in at for with on about from by without into after before during through over under between among
    against toward towards until till since within near upon onto off out up down via per like than as
    regarding concerning to
    """.split()
)
_OPENERS = frozenset(
    """
    if unless when whenever while because since until till before after although though that so whether who
    which whom where as once how why what than provided assuming whose
    """.split()
)
_CONDITIONS = frozenset({"if", "unless", "whether", "provided", "assuming", "when", "once", "until", "whenever"})
_PLURAL_SUBJECTS = frozenset({Actor.JOINT, Actor.WE, Actor.WRITER, Actor.USER, Actor.READER, Actor.OTHER})
_RELATIVES = frozenset({"who", "that", "which", "whom"})
_BREAKS = frozenset({",", ";", ":", "\u2014", "(", ")", "-", "/"})
_LINKS = frozenset({"and", "or", "but", "nor", "yet", "plus"})
_ADVERBS = frozenset(
    """
    also just still already always often now then even only ever really please kindly soon maybe perhaps
    together yet long currently usually sometimes all rather quite very so too instead thus therefore again
    almost recently someday absolutely happily gladly certainly
    """.split()
)
_NO_ADVERBS = frozenset({"family", "monthly", "weekly", "daily", "elderly", "early", "only", "friendly", "july"})
_TAKES_CLAUSE = frozenset(
    """
    admire know understand think believe hope see say feel hear realize realise recognize recognise respect
    appreciate suggest propose note learn read find notice mean wish tell trust imagine guess suppose ask
    expect be
    """.split()
)
_OBJECTS = frozenset({"me", "us", "him", "her", "them", "you"})
_TAKES_BARE_VERB = frozenset({"let", "help", "make", "have", "see", "watch", "hear"})
_ADJECTIVE_ENDINGS = ("ic", "al", "ful", "ous", "ive", "able", "ible", "less", "ary", "ish", "y")
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_BEFORE_MAY = frozenset(
    "in since until till by of last this next every early late before after from through and".split()
)
_PEOPLE = frozenset({"reader_noun", "user", "kin"})
_COLLECTIVE = frozenset({"team", "staff", "family", "couple", "agency", "county", "city"})
_LACKS = frozenset({"need", "want", "hope", "wish"})
_PLURAL_NOUNS = frozenset({"people", "children", "staff", "team", "men", "women", "family", "couple", "parents"})


def clauses(tokens: Tokens) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in order."""
    return _Reader(tokens).read()


def token_wants(token: Token, following: str) -> bool:
    """'my client want to': a learner's verb of needing, by what follows it."""
    return token.word in _LACKS and following in {"to", "a", "an", "the", "help", "some"}


class _Reader:
    """Walks over the tokens once and collects clauses."""

    def __init__(self, tokens: Tokens) -> None:
        self.all = tokens
        self.tokens = tokens.tokens
        self.found: list[Clause] = []
        self.zone = 0
        self.shouted = all(token.capital for token in self.tokens if token.word.isalpha())

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

    def _word(self, place: int) -> str:
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def _is_adverb(self, place: int) -> bool:
        token = self.tokens[place]
        return token.word in _ADVERBS or (
            token.word.endswith("ly") and token.word not in _NO_ADVERBS and token.verb is None
        )

    # -- is there a verb here?

    def _starts_a_verb(self, place: int) -> bool:
        token = self.tokens[place]
        word = token.word
        if word in MODALS:
            dated = self._word(place + 1)[:1].isdigit() or self._word(place - 1) in _BEFORE_MAY
            is_month = word == "may" and token.capital and place > 0 and dated
            return not is_month and self._word(place - 1) not in _DETERMINERS - {
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
        if word in _BE | _HAVE | _DO:
            return True
        if word == "to":
            following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
            if following is not None and following.word in _ADVERBS | {"not"} and place + 2 < len(self.tokens):
                following = self.tokens[place + 2]
            return following is not None and (following.is_form(Form.BASE) or following.word in {"be", "have", "do"})
        verb = token.verb
        named = token.capital and place > 1 and self.tokens[place - 1].capital and not self.shouted
        return verb is not None and not named and self._reads_as_verb(place, token, verb.forms)

    def _reads_as_verb(self, place: int, token: Token, forms: frozenset[Form]) -> bool:
        before = self._word(place - 1) if place > self.zone else ""
        if before and self._is_adverb(place - 1):
            if before in {"please", "kindly", "just", "then", "so"} and Form.BASE in forms:
                return True
            before = self._word(place - 2) if place - 1 > self.zone else before
        if before in _OBJECTS and self._governed_by_bare_verb(place - 2) and Form.BASE in forms:
            return True
        if before in SUBJECT_PRONOUNS and before not in {"these", "those", "yours", "us"}:
            if before in {"this", "that"} and forms <= {Form.BASE, Form.ING}:
                return before == "that" and Form.ING not in forms
            return not (before == "you" and Form.ING in forms)
        if before in {"two", "three"} and self._word(place - 2) in {"we", "us"}:
            return Form.BASE in forms
        if before in _NUMBERS and self._word(place - 2) == "of":
            return Form.THIRD in forms or Form.PAST in forms
        if before in _DETERMINERS:
            return False
        if before in _OBJECTS:
            return Form.ING in forms or (self._word(place - 2) == "of" and Form.PAST in forms)
        if place == self.zone and self.found:
            earlier = self.found[-1]
            moves = earlier.lemma in {"go", "come"} and "meet" in lexicon().verb_lists.get(token.word, ())
            bare = moves or earlier.lemma in {"help", "let", "need", "dare"}
            return Form.ING in forms or (Form.BASE in forms and bare and not token.lists)
        if before in _PREPOSITIONS:
            return Form.ING in forms or self._after_relative(place, forms)
        if (
            place == self.zone
            or before in _BREAKS | _LINKS | _OPENERS
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
        return token.word.endswith(_ADJECTIVE_ENDINGS) and not token.lists

    def _governed_by_bare_verb(self, place: int) -> bool:
        for back in range(place, max(-1, place - 3), -1):
            verb = self.tokens[back].verb
            if self._word(back) in _OPENERS:
                return False
            if verb is not None and verb.lemma in _TAKES_BARE_VERB:
                return verb.lemma != "have" or not self.tokens[place + 2].lists
        return False

    def _opens_clause(self, place: int, token: Token, forms: frozenset[Form]) -> bool:
        following = self._word(place + 1)
        if Form.BASE in forms:
            if following in _AUXILIARY or following in {"of", "'s"}:
                return False
            noun_too = bool(token.lists - {"need_state"})
            if token.word == "need" and place == 0:
                return True
            return (
                not noun_too
                or following in _DETERMINERS | _OBJECTS | {"to", "with", "at", "by", "on", "if", "that", "a"}
                or bool(self.found)
            )
        if Form.ING in forms:
            return True
        return bool(self.found) or (place == 0 and following not in _PREPOSITIONS)

    def _after_noun(self, place: int, before: str, forms: frozenset[Form]) -> bool:
        if Form.ING in forms:
            return self.tokens[place - 1].verb is not None
        if Form.PAST in forms or Form.PARTICIPLE in forms:
            return not self._is_adjective(place - 1) or before in {"family", "agency", "county"}
        plural = (before.endswith("s") and not before.endswith(("ss", "us", "is", "'s"))) or before in _PLURAL_NOUNS
        inside_object = bool(self.found) and self.found[-1].lemma not in _TAKES_CLAUSE and not self._break_since(place)
        if inside_object and self.found and (Form.THIRD in forms or Form.BASE in forms):
            return False
        if Form.THIRD in forms and before in _COLLECTIVE:
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
        known = bool(self.tokens[place].lists) and not self.tokens[place - 1].lists & _PEOPLE
        following = self._word(place + 1)
        return plural and (
            not known or following in _DETERMINERS | _OBJECTS or following.endswith("ly") or following in _PREPOSITIONS
        )

    def _break_since(self, place: int) -> bool:
        return any(self._word(at) in _BREAKS | _OPENERS | _LINKS for at in range(self.zone, place))

    # -- read the verb group

    def _take(self, place: int) -> int:
        if self.tokens[place].word == "to":
            return self._take_infinitive(place)
        inverted = self.tokens[place].word in _AUXILIARY and self._is_inverted(place)
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
            elif word in _NEGATION:
                negated = True
            elif word in _BE:
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
            elif word in _HAVE:
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
            elif word in _DO:
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
        aux_seen = bool(modal or be or have or verb != place or self._word(place) in _AUXILIARY)
        if token is not None and token.verb is not None and self._fits(after, place, aux=aux_seen, be=be, have=have):
            verb = after
        main = self.tokens[verb]
        lemma = main.verb.lemma if main.verb else main.word
        participle = main.is_form(Form.PARTICIPLE) and not main.is_form(Form.ING)
        clause = self._clause(place, verb, lemma, Mode.FINITE)
        clause.modal = modal
        clause.obliged = obliged
        clause.negated = negated or self._word(place - 1) in _NEGATION or self._denied_object(verb)
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
        if before in _DETERMINERS and place - 1 > first and before not in {"both", "all"}:
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
            in _BREAKS
            | _LINKS
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
        if following in _NEGATION:
            following = self._word(place + 2)
        if not opens or not following:
            return False
        asked = self._word(len(self.tokens) - 1).startswith("?")
        if following in SUBJECT_PRONOUNS or following in {"someone", "anyone", "one"}:
            return asked or self._word(place) not in {"do", "have"}
        if self._word(place) not in MODALS and not asked:
            return False
        if place == 0 or before in {"when", "where", "how", "what", "please", "perhaps", "maybe"}:
            return following in _DETERMINERS or self.tokens[place + 1].capital
        return following in {"your", "my", "our", "the", "a", "an"} and asked

    def _main_after_subject(self, place: int) -> int:
        """Where the main verb (or what follows the subject) stands after an inverted auxiliary."""
        word = self._word(place)
        for at in range(place + 2, min(len(self.tokens), place + 32)):
            token = self.tokens[at]
            before = self._word(at - 1)
            if token.word in {"when", "that", "which", "if", "because"}:
                break
            if token.word in _AUXILIARY and before not in _DETERMINERS:
                return at
            if token.verb is None or before in _DETERMINERS | (_PREPOSITIONS - {"us"}) or self._is_occasion(at):
                continue
            wanted = {Form.ING, Form.PARTICIPLE} if word in _BE else {Form.PARTICIPLE} if word in _HAVE else {Form.BASE}
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
        while self._word(verb) in _ADVERBS | {"not"} and verb + 1 < len(self.tokens):
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

    # -- whose verb is it?

    def _find_subject(self, clause: Clause, place: int, inverted_first: int, inverted_last: int) -> None:
        if inverted_first >= 0:
            clause.subject = actor_of(self.all, inverted_first, inverted_last)
            clause.first = clause.subject_first = place
            clause.within = self._opener_before(place)
            return
        token = self.tokens[place]
        before = self._word(place - 1)
        if token.is_form(Form.ING) and token.word not in _AUXILIARY:
            self._hang(clause, Mode.GERUND, self.found[-1] if self.found else None)
            return
        if before in _OBJECTS and token.is_form(Form.BASE) and self._governed_by_bare_verb(place - 2):
            self._hang(clause, Mode.INFINITIVE, self.found[-1] if self.found else None)
            clause.subject = {"me": Actor.WRITER, "us": Actor.WE, "you": Actor.READER}.get(before, Actor.USER)
            return
        floor = self.found[-1].verb + 1 if self.found else 0
        start = place
        nominal = False
        while start > floor:
            word = self._word(start - 1)
            if word in _OPENERS and word != "that":
                break
            if word == "that" and (nominal or start < place or self._word(start - 2) not in {"", ","}):
                break
            if word in {"please", "kindly"}:
                break
            if word in {";", ":", "\u2014", "(", ".", "!", "?"}:
                break
            if word in _BREAKS | _LINKS and not self._joins_nouns(start, place, floor):
                break
            nominal = nominal or word not in _ADVERBS | _NEGATION | _BREAKS | _LINKS | _PREPOSITIONS
            start -= 1
        clause.first = clause.subject_first = start
        opener = self._word(start - 1) if start > floor else ""
        clause.within = opener if opener in _OPENERS else ""
        if opener in _RELATIVES:
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
        if self.found and self.found[-1].within in _RELATIVES and start <= floor:
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
        if not self.found and place == 0 and not token.is_form(Form.BASE) and token.word not in _AUXILIARY - _HAVE:
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
            and (before in _LINKS | {","} or self._word(place - 2) in _LINKS)
            and opener not in _OPENERS
        )
        if token.is_form(Form.BASE) and token.word not in _AUXILIARY - {"do", "be", "have"}:
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
                and earlier.subject in _PLURAL_SUBJECTS
            ):
                clause.subject = earlier.subject
                return
            clause.mode = Mode.IMPERATIVE
            clause.subject = Actor.NONE
            return
        finite = any(each.mode is Mode.FINITE for each in self.found)
        if before == "," and not finite and token.word in _AUXILIARY:
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
            and not any(self._word(at) in _PREPOSITIONS | _BREAKS for at in range(opened[0], start - 1))
        )

    def _np_start(self, last: int, floor: int) -> int:
        start = last
        while start > floor and self._word(start - 1) not in _BREAKS | _LINKS | _OPENERS:
            start -= 1
            if self._word(start) in {"a", "an", "the", "my", "one", "your", "our"}:
                break
        return start

    def _opener_before(self, place: int) -> str:
        word = self._word(place - 1)
        return word if word in _OPENERS else ""
