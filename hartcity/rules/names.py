"""Runs of capitalized words, and what speaks for each of them being a person, an organization or one of our own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hartcity.rules.phrases import word_class
from hartcity.rules.tokens import tokenized, tokens
from hartcity.text import Part
from hartcity.text.kept import SENTENCES, kept


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.model import ServicePlan, Span
    from hartcity.rules.passage import Passage
    from hartcity.rules.tokens import Token, Tokenized


_PARTICLES = frozenset(("de da do dos du del della di la le van von der den bin al el af y").split())
_JOINTS = frozenset((" ", "-", ". ", "'", ".", "  "))
_LINKS = frozenset(("and", "&", "of", "for", "the", "in", "at"))
_INTRODUCING = (("i", "am"), ("this", "is"))
_OPENERS = frozenset(
    (
        "dear hello hi hey greetings attention when while if since after before because although and but so as with"
        " without for from in on at by to then now also both my his her our their your the this that is was are"
        " were has have had did does do can could would will may please not only once until like later yes no what"
        " who where why how re subject a an its meanwhile today yesterday"
    ).split()
)
_GREETINGS = frozenset(("dear", "hello", "hi", "hey", "attention", "attn"))
_ABOUT = frozenset({Part.REFERENCE, Part.SUBJECT})
_SAINTS = frozenset(("st", "saint", "sts", "saints", "ste"))
_LONGEST_HOUSE = 3
_POSTSCRIPT = ("p", ".", "s")
_REACH = 5
_ACRONYM = 5
_INITIAL = 2


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalized words in a row, and what their sentence alone says of them; ``first`` and ``last`` count its tokens.

    ``house`` says up to which token a name of a house goes that begins here.
    """

    first: int
    last: int
    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    opens_sentence: bool
    is_organization: bool
    is_no_person: bool
    is_acronym: bool
    is_introduced: bool
    house: int | None


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
    def is_referred_to(self) -> bool:
        """Whether it stands in a line that says what a message is about or who gets a copy of it."""
        return self.passage.sentence.part in _ABOUT


def proper_names(
    plain: str, passages: Sequence[Passage], own_places: Sequence[Span] | None, plan: ServicePlan | None
) -> tuple[ProperName, ...]:
    """Return the runs of capitalized words of a text's passages in order.

    ``is_own``: all of its words also stand in one of ``own_places`` (salutation, signature, address), or name an
    organization of the plan, or are how the writer introduces themselves. It is always false where ``own_places`` is
    None, as in a text that is no email.
    """
    runs = [(passage, run) for passage in passages for run in _runs(passage.sentence.plain)]
    own = frozenset[str]() if own_places is None else _own_words(plain, own_places, plan, [run for _, run in runs])
    named = {word for _, run in runs if run.is_organization for word in run.words}
    return tuple(_placed(passage, run, named, own) for passage, run in runs)


def _placed(passage: Passage, run: _Run, named: set[str], own: frozenset[str]) -> ProperName:
    """Return a run as a name of its draft, whose organizations' names hold the words ``named``."""
    words = run.words
    return ProperName(
        passage=passage,
        first=run.first,
        last=run.last,
        span=passage.span(run.first, run.last),
        words=words,
        before=run.before,
        after=run.after,
        opens_sentence=run.opens_sentence,
        is_organization=run.is_organization or _part_of_name(words, named, own),
        is_house=run.house is not None or run.is_no_person,
        house=None if run.house is None else passage.span(run.first, run.house),
        is_own=bool(own)
        and (all(word in own for word in words) or (words[0] in word_class("title") and words[-1] in own)),
        is_acronym=run.is_acronym,
    )


@kept(SENTENCES)
def _runs(sentence: str) -> tuple[_Run, ...]:
    """Return the runs of a sentence without the words that have their capital from its beginning."""
    read = tokenized(sentence)
    return tuple(
        _run(read, first, last)
        for begin, end in _capitalized(read)
        for first, last in _without_opener(read, begin, end)
    )


def _run(sentence: Tokenized, first: int, last: int) -> _Run:
    tokens, words = sentence.tokens, _words(sentence, first, last)
    return _Run(
        first=first,
        last=last,
        words=words,
        before=sentence.forms[max(0, first - _REACH) : first],
        after=sentence.forms[last : last + _REACH],
        opens_sentence=first <= sentence.opening,
        is_organization=_is_organization(sentence.forms, first, last),
        is_no_person=_is_no_person(sentence.forms, first, last),
        is_acronym=sentence.plain[tokens[first].start : tokens[last - 1].end].isupper()
        and max(map(len, words)) <= _ACRONYM,
        is_introduced=_is_introduced(sentence, first, last),
        house=_house(sentence, first, last),
    )


def _words(sentence: Tokenized, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.form for token in sentence.tokens[first:last] if token.is_word)


def _without_opener(sentence: Tokenized, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Leave out a word that has its capital from the beginning of the sentence (Dear Mr. Lee, When Maria)."""
    first += _postscript_length(sentence, first)
    if first >= last:
        return
    opens = first <= sentence.opening or sentence.forms[first - 1] == ":"
    word = sentence.forms[first]
    if (opens or _opens_line(sentence, first)) and (
        word in _OPENERS
        or (opens and word in word_class("ordinary") and word not in word_class("first_name") and last - first == 1)
    ):
        first += 1
    if first < last:
        yield first, last


def _opens_line(sentence: Tokenized, first: int) -> bool:
    """Whether a line begins with a token of the sentence."""
    tokens = sentence.tokens
    return first > 0 and "\n" in sentence.plain[tokens[first - 1].end : tokens[first].start]


def _postscript_length(sentence: Tokenized, first: int) -> int:
    """Return how many tokens of a run are the rest of "P.S." and not a name's initial."""
    forms = sentence.forms[max(0, first - 2) : first + 1]
    if forms == _POSTSCRIPT:
        return len(_POSTSCRIPT) - 1
    return int(first <= sentence.opening and forms[-1] in {"ps", "pps"})


def _part_of_name(words: tuple[str, ...], named: set[str], own: frozenset[str]) -> bool:
    """Whether a shorter form of an organization's name is meant (Lantern House, then Lantern)."""
    return all(word in named or word in own for word in words) and words[0] not in word_class("first_name")


def _capitalized(sentence: Tokenized) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(sentence.tokens):
        if not _is_capitalized(sentence.plain, sentence.tokens[at]):
            at += 1
            continue
        end = at + 1
        while end < len(sentence.tokens) and (step := _step(sentence.plain, sentence.tokens, end)):
            end += step
        yield at, end
        at = end


def _step(plain: str, passage: tuple[Token, ...], at: int) -> int:
    """Return how many tokens carry the run on: a capital, a particle before one, or the dot of an initial."""
    follows = at + 1 < len(passage) and _is_capitalized(plain, passage[at + 1])
    if passage[at].form == ".":
        is_initial = len(passage[at - 1].form) <= _INITIAL or passage[at - 1].form in word_class("title")
        return 2 if is_initial and follows and plain[passage[at].end] == " " else 0
    if plain[passage[at - 1].end : passage[at].start] not in _JOINTS:
        return 0
    leads_on = passage[at].form in _PARTICLES and (follows or _particle_leads_on(plain, passage, at + 1))
    return int(_is_capitalized(plain, passage[at]) or leads_on)


def _particle_leads_on(plain: str, passage: tuple[Token, ...], at: int) -> bool:
    """Whether a second particle is followed by a capital (van der Berg)."""
    return at + 1 < len(passage) and passage[at].form in _PARTICLES and _is_capitalized(plain, passage[at + 1])


def _is_capitalized(plain: str, token: Token) -> bool:
    return plain[token.start].isupper() and token.form not in {"i", "i'm"}


def _is_organization(forms: tuple[str, ...], first: int, last: int) -> bool:
    kinds = word_class("organization")
    if any(form in kinds for form in forms[first:last]) or forms[first] in _SAINTS:
        return True
    if _is_called_after(forms, first, last):
        return True
    link = last
    while link < len(forms) and link < last + 2 and forms[link] in _LINKS:
        link += 1
    if link == last or link == len(forms):
        return False
    return forms[link] in kinds or (link + 1 < len(forms) and forms[link + 1] in kinds and forms[last] in {"&", "and"})


def _is_no_person(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the name is no person's whatever stands before it: of a saint, or it ends as an organization's does."""
    ends = last - first > 1 and forms[last - 1] in _organizations_alone()
    return ends or forms[first] in _SAINTS


@cache
def _organizations_alone() -> frozenset[str]:
    """Return the words that end an organization's name and are nobody's surname."""
    return word_class("organization") - word_class("surname")


@cache
def _heads() -> frozenset[str]:
    """Return the words that a person's name begins with."""
    return word_class("first_name") | word_class("title") | _SAINTS


def _house(sentence: Tokenized, first: int, last: int) -> int | None:
    """Return how far an organization's name goes that bears a person's (Jane Addams Hull House, Mary's Center)."""
    if sentence.forms[first] in _heads() and _is_no_person(sentence.forms, first, last):
        return last
    return _somebodys(sentence, last)


def _somebodys(sentence: Tokenized, last: int) -> int | None:
    """Return where a house or a club ends that bears the name with 's (Father Joe's Villages, Mary's Center)."""
    if last >= len(sentence.tokens) or sentence.forms[last] != "'s":
        return None
    named_so = word_class("house")
    for at in range(last + 1, min(len(sentence.tokens), last + 1 + _LONGEST_HOUSE)):
        if not _is_capitalized(sentence.plain, sentence.tokens[at]):
            return None
        if sentence.forms[at] in named_so:
            return at + 1
    return None


def _is_called_after(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a place is called after somebody (the Rosa Parks shelter)."""
    return (
        last - first > 1
        and first > 0
        and forms[first - 1] in {"the", "a", "your", "our"}
        and last < len(forms)
        and forms[last] in word_class("organization")
    )


def _own_words(
    plain: str, own_places: Sequence[Span], plan: ServicePlan | None, runs: Sequence[_Run]
) -> frozenset[str]:
    found: set[str] = set()
    for span in own_places:
        found |= {token.form for token in tokens(plain, *span)}
    if plan is not None:
        for service in plan.services:
            for words in (service.organization, service.service):
                found |= {token.form for token in tokens(words, 0, len(words))}
        recipient = plan.email_recipient
        found |= {token.form for token in tokens(recipient, 0, len(recipient))}
    for run in runs:
        if run.is_introduced:
            found.update(run.words)
    return frozenset(found)


def _is_introduced(sentence: Tokenized, first: int, last: int) -> bool:
    """Whether the writer says this name as their own, or greets somebody by it."""
    before = _words(sentence, max(0, first - 3), first)
    after = sentence.forms[last : last + _REACH]
    if before[-1:] and before[-1] in _GREETINGS:
        return True
    if before[-2:] == ("name", "is"):
        return before[0] == "my"
    if before[-2:] in _INTRODUCING:
        return True
    opens = first <= sentence.opening
    speaks = {"from", "at", "with"}.intersection(after[:3])
    if before == ("it", "is") or (opens and after[:1] == ("here",)):
        return bool(speaks) and not {"who", "that"}.intersection(after)
    return before == ("i",) and sentence.forms[first - 1] == "," and "am" in after
