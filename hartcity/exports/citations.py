"""Whether in-text citations and the reference list belong together.

APA 7 (Publication Manual, 7th ed., 8.4 to 8.21 and 9.34 to 9.36): each work cited stands in the list and each work
listed is cited. What was told in person is not listed; of a work that is cited in another, the other is. A DOI is
written as a link that begins with https://doi.org/.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field


_YEAR = r"(?:(?:19|20)\d\d|n\.d\.|in press)(?:-?[a-z]\b)?"
_YEARS = re.compile(rf"(?<!\d)(?:\d{{4}}/)?({_YEAR})")
_PARTICLE = "(?:[Vv]an|[Vv]on|[Dd]e|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll]a|[Ll]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en)"
_NAME = rf"(?:{_PARTICLE} ){{0,2}}[^\W\d_][\w'\u2019-]{{0,60}}"
_BRACKETS = re.compile(r"\(([^()]{4,300})\)")
_YEAR_FIRST = re.compile(rf"\(({_YEAR})[^()]{{0,80}}\)")
_BEFORE_YEAR = re.compile(rf"({_NAME})(?:,? (?:&|and) {_NAME})?$")
_ET_AL = re.compile(r",? et al\.?$")
_LEAD = re.compile(r"^(?:see also|see|e\.g\.,|i\.e\.,|cf\.|compare|also|and) ", re.IGNORECASE)
_FIRST = re.compile(r",| & | and | et al")
_SHORT = re.compile(r"\[([^\[\]]{1,40})\]")
_LISTED = re.compile(rf"([^(]{{1,300}}?)\(({_YEAR})[^)]{{0,40}}\)")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s*]+")
_LINK = re.compile(r"https://doi\.org/10\.\d{4,9}/[^\s*]+[^\s*.]")
_GAP = re.compile(r"\[(?:initials|title|year|publisher|pages?)\b[^\]]{0,40}\]", re.IGNORECASE)
_SECOND_HAND = ("cited in ", "quoted in ")
_IN_PERSON = "personal communication"
_MONTHS = frozenset(calendar.month_name[1:]) | frozenset(calendar.month_abbr[1:])
_LOOKED_BACK = 120
_LONGEST_FAMILY = 4
"""Words of a family name with its particles; the name of an organization may be longer."""


@dataclass(frozen=True, slots=True)
class CitationCheck:
    """What does not belong together. Works are written ``Name, year``; the rest are whole entries of the list."""

    not_listed: tuple[str, ...] = ()
    not_cited: tuple[str, ...] = ()
    odd_dois: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    with_gaps: tuple[str, ...] = ()
    out_of_order: bool = False

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to say."""
        return self == CitationCheck()


@dataclass(frozen=True, slots=True)
class _Work:
    """A work as it is cited or listed: the name that is shown, its year, and every name it may go by."""

    name: str
    year: str
    names: frozenset[str] = field(default_factory=frozenset)
    words_before: str = ""

    @property
    def shown(self) -> str:
        return f"{self.name}, {self.year}"

    def is_cited_by(self, cited: _Work) -> bool:
        """Whether a citation means this entry of the list."""
        if self.year != cited.year:
            return False
        ends_so = any(f" {cited.words_before}".endswith(f" {name}") for name in self.names if " " in name)
        return ends_so or not self.names.isdisjoint(cited.names)


def check_citations(texts: Iterable[str], references: Sequence[str]) -> CitationCheck:
    """Compare what ``texts`` cite with the entries of the reference list."""
    cited = {work: None for text in texts for work in _cited(text)}
    entries = {entry: _entry(entry) for entry in references}
    listed = [work for work in entries.values() if work is not None]
    return CitationCheck(
        not_listed=tuple(
            dict.fromkeys(work.shown for work in cited if not any(entry.is_cited_by(work) for entry in listed))
        ),
        not_cited=tuple(entry.shown for entry in listed if not any(entry.is_cited_by(work) for work in cited)),
        odd_dois=tuple(entry for entry in references if _DOI.search(entry) and not _LINK.search(entry)),
        unread=tuple(entry for entry, work in entries.items() if work is None),
        with_gaps=tuple(entry for entry in references if _GAP.search(entry)),
        out_of_order=[*references] != sorted(references, key=_plain),
    )


def _cited(text: str) -> list[_Work]:
    found = [*_in_sentences(text), *_in_brackets(text)]
    return [work for _, work in sorted(found, key=lambda placed: placed[0])]


def _in_sentences(text: str) -> Iterator[tuple[int, _Work]]:
    """Yield works whose year stands in brackets behind the name."""
    for hit in _YEAR_FIRST.finditer(text):
        before = text[max(0, hit.start() - _LOOKED_BACK) : hit.start()].rstrip()
        before = _ET_AL.sub("", before.removesuffix("'s").removesuffix("\u2019s"))
        name = _BEFORE_YEAR.search(before)
        if name is None or not _is_name(name[1]):
            continue
        years = [year[1] for year in _YEARS.finditer(hit[0].split(" p", 1)[0])]
        for year in years:
            yield hit.start(), _Work(name[1], year, _names(name[1]), _plain(before))


def _in_brackets(text: str) -> Iterator[tuple[int, _Work]]:
    """Yield works that stand with their year in brackets, several of them divided by semicolons."""
    for brackets in _BRACKETS.finditer(text):
        place = brackets.start(1)
        for part in brackets[1].split(";"):
            start, place = place, place + len(part) + 1
            said = part.strip()
            for words in _SECOND_HAND:
                said = said.rpartition(words)[2]
            years = [*_YEARS.finditer(said)]
            if not years or _IN_PERSON in said.casefold():
                continue
            head = _LEAD.sub("", said[: years[0].start()].rstrip(" ,"))
            if _is_name(head) and not any(sign.isdigit() for sign in head):
                name = _FIRST.split(_SHORT.sub("", head))[0].strip()
                for year in years:
                    yield start, _Work(name, year[1], _names(head))


def _entry(entry: str) -> _Work | None:
    """Return the work of an entry of the list; None when no author and year begin it."""
    found = _LISTED.match(entry.lstrip('* \u201c"'))
    if found is None:
        return None
    head = found[1].strip('*. \u201d"')
    return _Work(_SHORT.sub("", head).split(",")[0].strip(), found[2], _names(head)) if head else None


def _names(head: str) -> frozenset[str]:
    """Return what a work may be called: all its authors, the first, the last word of that family, a short form."""
    bare = " ".join(_SHORT.sub("", head).split())
    first = _FIRST.split(bare)[0].strip()
    names = {bare, first, bare.split(",")[0], *_SHORT.findall(head)}
    if (0 < len(first.split()) <= _LONGEST_FAMILY and "," in bare) or " " not in bare or not _is_capital(first):
        names.add(first.split()[-1] if first.split() else "")
    return frozenset(filter(None, map(_plain, names)))


def _plain(words: str) -> str:
    """Return words as they are compared: without case, accents and signs."""
    bare = unicodedata.normalize("NFKD", words.replace("\u2019", "'").casefold())
    return " ".join("".join(sign for sign in bare if not unicodedata.combining(sign)).strip("* .,").split())


def _is_capital(words: str) -> bool:
    """Whether words begin with a capital, or with a letter of a script that has none."""
    return words[:1].isalpha() and not words[:1].islower()


def _is_name(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1] if words.split() else ""
    return (_is_capital(words) or (_BEFORE_YEAR.fullmatch(words) is not None and _is_capital(last))) and (
        last.rstrip(".") not in _MONTHS
    )
