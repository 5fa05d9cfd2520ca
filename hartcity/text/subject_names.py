"""People who are named in a subject line, where a family name often stands bare (Rowland housing request)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from hartcity.model import Span
from hartcity.text.somebody import is_given, is_made, is_strange
from hartcity.text.word_lists import is_ordinary, word_list


_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]{2,}")
_ANSWERED = re.compile(r"(?:\s{0,3}(?:re|fwd?|fw)\s?:\s{0,3}){1,4}", re.IGNORECASE)
_JOINTS = frozenset((" ", ". ", "."))
_MARKS = frozenset((",", ":", ";", "-", "(", "\u2014", ""))
_PERSONAL = frozenset("mr mrs ms mx miss mister".split())
_KIN = frozenset(
    "family families household households home kids children siblings twins brothers sisters parents case file".split()
)
_PLACING = frozenset("in at near from to on by".split())
_TOWARD = frozenset("the at in for to about of your with".split())
_PLACES = frozenset(
    "street side area neighborhood campus branch row lane square program school hospital library office".split()
)
_SMALL = frozenset(
    """
    a an the for of on in at to from with and or y una un about by before after until as are was her his their my our
    your this that
    """.split()
)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}(?=$|[\s,;:)])")
_NO_INITIALS = frozenset(
    "U.S. U.S.A. U.K. D.C. P.S. P.O. P.M. A.M. I.D. R.N. M.D. T.V. A.A. N.A. E.R. P.T. O.T.".split()
)
_MOSTLY = 0.75
_LONG = 4


class _Word(NamedTuple):
    """A word as it is written, and where it stands."""

    text: str
    start: int
    end: int
    is_dotted: bool

    @property
    def written(self) -> int:
        """Where it ends with the dot of an initial."""
        return self.end + (self.is_initial and self.is_dotted)

    @property
    def parts(self) -> list[str]:
        """Its parts between hyphens, in lower case, without a possessive ending."""
        return [part.lower() for part in _PART.findall(self.text)]

    @property
    def is_initial(self) -> bool:
        """Whether it is a letter that stands for a name."""
        return len(self.text) == 1 and (self.is_dotted or self.text not in {"A", "I"})

    @property
    def is_name(self) -> bool:
        """Whether a part of it is known as a name, in the plural too."""
        return not self.text.isupper() and any(is_given(part) or _is_plural_of_a_name(part) for part in self.parts)

    @property
    def is_strange(self) -> bool:
        """Whether a part of it is no word that we know."""
        return not self.text.isupper() and any(map(is_strange, self.parts))

    def is_one_of(self, words: Collection[str]) -> bool:
        """Whether all of its parts are among some words, in the singular too (the Rowlands)."""
        return bool(self.parts) and all(part in words or part.removesuffix("s") in words for part in self.parts)


def _is_plural_of_a_name(word: str) -> bool:
    return word.endswith("s") and not is_ordinary(word) and is_given(word[:-1])


class _Run(NamedTuple):
    """Words with capitals in a row, the words beside them in lower case, and the mark that follows."""

    words: tuple[_Word, ...]
    opens: bool
    before: str
    after: str
    mark: str


def names_in_subject(text: str, own: Collection[str]) -> tuple[Span, ...]:
    """Return where people are named, but for those whose words in lower case are ``own``: the writer and the reader."""
    words = _words(text)
    long = [word.text[0].isupper() for word in words[1:] if len(word.text) >= _LONG]
    titled = len(long) > 1 and sum(long) >= _MOSTLY * len(long)
    named = [
        Span(who[0].start, who[-1].written) for run in _runs(text, words) if (who := _named(run, own, titled=titled))
    ]
    short = [Span(*found.span()) for found in _INITIALS.finditer(text) if found[0] not in _NO_INITIALS]
    return tuple(sorted((*short, *(span for span in named if not any(span.overlaps(other) for other in short)))))


def names_a_program(text: str) -> bool:
    """Whether an agency, a house or a program is named that the message is about (a bed at Rowland House)."""
    return any(
        len(run.words) > 1 and run.before in _TOWARD and _is_called_so([word.text.lower() for word in run.words], "")
        for run in _runs(text, _words(text))
    )


def _words(text: str) -> list[_Word]:
    answered = _ANSWERED.match(text)
    begin = answered.end() if answered else 0
    return [_Word(found[0], *found.span(), text.startswith(".", found.end())) for found in _WORD.finditer(text, begin)]


def _runs(text: str, words: Sequence[_Word]) -> Iterator[_Run]:
    first = 0
    while first < len(words):
        last = first + 1
        if words[first].text[0].isupper():
            while last < len(words) and words[last].text[0].isupper() and _joint(text, words, last) in _JOINTS:
                last += 1
            mark = text[words[last - 1].end :].lstrip(" .")[:1]
            beside = words[last].text.lower() if last < len(words) and _joint(text, words, last) == " " else ""
            before = words[first - 1].text.lower() if first and _joint(text, words, first) == " " else ""
            yield _Run(tuple(words[first:last]), first == 0, before, beside, mark)
        first = last


def _joint(text: str, words: Sequence[_Word], at: int) -> str:
    return text[words[at - 1].end : words[at].start]


def _named(run: _Run, own: Collection[str], *, titled: bool) -> Sequence[_Word]:
    """Return the words of a run that name a person who is neither the writer nor the reader; none where it does not."""
    lower = [word.text.lower() for word in run.words]
    has_title = any(word in _PERSONAL for word in lower)
    others = [word for word in run.words if word.text.lower() not in _PERSONAL and not word.is_one_of(own)]
    if has_title or not others or _is_called_so(lower, run.after):
        return run.words if has_title and others else ()
    named = [word for word in others if word.is_name or word.is_strange]
    if titled or run.opens:
        named = [word for word in named if word.is_name or not all(map(is_made, word.parts))]
    if any(word.is_initial for word in others):
        named = [word for word in others if word.is_initial or not all(map(is_ordinary, word.parts))]
        named = named if len(named) > 1 else []
    elif run.opens and not any(word.is_name for word in named) and not _stands_as_name(run):
        return ()
    return () if _is_placed(run) or not named else _whole(run, named, titled=titled)


def _whole(run: _Run, named: Sequence[_Word], *, titled: bool) -> Sequence[_Word]:
    """Return a name with the ordinary words that belong to it (Grace Okoye, Terrell Oakes)."""
    first, last = run.words.index(named[0]), run.words.index(named[-1]) + 1
    while first and run.words[first - 1].text.lower() in word_list("first_name"):
        first -= 1
    return run.words[first : last if titled else len(run.words)]


def _stands_as_name(run: _Run) -> bool:
    """Whether a strange word at the head of the subject stands as names do: before a mark, or before a noun or verb."""
    return (run.after != "" and run.after not in _SMALL) or (run.after == "" and run.mark in _MARKS)


def _is_placed(run: _Run) -> bool:
    """Whether a place or a thing is called so, by what stands before it (at Marlow, the Hartline fare, a Vale home)."""
    if run.before in {"a", "an"}:
        return True
    if run.before == "the":
        several = run.words[-1].text.endswith("s") and (run.after == "" or run.after in _SMALL)
        return not (run.after in _KIN or several)
    full = len(run.words) > 1 and run.words[0].is_name
    return run.before in _PLACING and not full


def _is_called_so(lower: Sequence[str], after: str) -> bool:
    """Whether the words are, or lead to, what an agency or a place is called by (Cedar House, the Larkspur house)."""
    if any(word in word_list(kind) for word in lower for kind in ("organization", "house")) or lower[-1] in _PLACES:
        return True
    return after in word_list("house") | _PLACES and after not in _KIN and not lower[-1].endswith("'s")
