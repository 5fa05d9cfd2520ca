"""Whether in-text citations and the reference list belong together.

APA 7 (Publication Manual, 7th ed., 8.4 and 9.34 to 9.36): each work cited stands in the list and each work listed is
cited; a DOI is written as a link that begins with https://doi.org/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


_NAME = r"[A-Z][\w'\u2019-]+"
_YEAR = r"(?:19|20)\d\d[a-z]?|n\.d\."
_LATER = rf"(?:,? (?:&|and) {_NAME}| et al\.)?"
_IN_BRACKETS = re.compile(rf"({_NAME}){_LATER},? ({_YEAR})")
_BRACKETS = re.compile(rf"\(([^()]{{1,200}}?(?:{_YEAR})[^()]{{0,80}})\)")
_IN_SENTENCE = re.compile(rf"({_NAME}){_LATER} \(({_YEAR})[,)]")
_LISTED = re.compile(rf"^\W*({_NAME}|[A-Z][^.(]{{1,80}}?)[,.].*?\(({_YEAR})[^)]*\)", re.DOTALL)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s*]+")
_LINK = re.compile(r"https://doi\.org/10\.\d{4,9}/[^\s*]+[^\s*.]")
_GAP = re.compile(r"\[[^\]]{1,60}\]")


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


def check_citations(texts: Iterable[str], references: Sequence[str]) -> CitationCheck:
    """Compare what ``texts`` cite with the entries of the reference list."""
    cited = dict.fromkeys(work for text in texts for work in cited_works(text))
    listed: dict[tuple[str, str], str] = {}
    unread = []
    for entry in references:
        found = _LISTED.match(entry)
        if found:
            listed[_key(found[1], found[2])] = f"{found[1]}, {found[2]}"
        else:
            unread.append(entry)
    cited_keys = {_key(name, year): f"{name}, {year}" for name, year in cited}
    return CitationCheck(
        not_listed=tuple(shown for key, shown in cited_keys.items() if key not in listed),
        not_cited=tuple(shown for key, shown in listed.items() if key not in cited_keys),
        odd_dois=tuple(entry for entry in references if _DOI.search(entry) and not _LINK.search(entry)),
        unread=tuple(unread),
        with_gaps=tuple(entry for entry in references if _GAP.search(entry)),
        out_of_order=[*references] != sorted(references, key=lambda entry: entry.strip("* ").casefold()),
    )


def cited_works(text: str) -> list[tuple[str, str]]:
    """Return first author and year of each in-text citation, in the order of the text, repeats included."""
    found = [(hit.start(), hit[1], hit[2]) for hit in _IN_SENTENCE.finditer(text)]
    for brackets in _BRACKETS.finditer(text):
        for part in brackets[1].split(";"):
            hit = _IN_BRACKETS.search(part)
            if hit:
                found.append((brackets.start() + brackets[1].find(part), hit[1], hit[2]))
    return [(name, year) for _, name, year in sorted(found)]


def _key(name: str, year: str) -> tuple[str, str]:
    """Return the last word of a family name, so that ``van Dyke`` is one work however a sentence begins."""
    return name.replace("\u2019", "'").casefold().split(",")[0].split()[-1], year
