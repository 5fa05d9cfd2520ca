"""Abbreviations that a text writes out beside them: "IDK (In-Depth Kinship)", "the Building Review Board, or BRB"."""

from __future__ import annotations

import re
from collections.abc import Sequence


_ABBREVIATION = re.compile(r"\b[A-Z]{2,8}\b")
_OPENS = re.compile(
    r" ?[(,\u2014-] ?(?:or |that is,? |meaning |short for |which is |which means )?(?:the |our |your )?[\"']?"
    r"|,? (?:stands for|means|is short for|is) (?:the |our |your )?[\"']?"
)
_LEADS_BACK = re.compile(r"[\"']?(?:,? ?\(|, (?:or )?(?:the )?|,? or (?:the )?)[\"']?$")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_WHOLE_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SMALL = frozenset(("of", "the", "and", "for", "in", "to", "on", "at", "a", "an", "with", "by"))
_REACH = 100
"""How far, in code points, words are looked for on either side."""


def expanded(plain: str) -> frozenset[str]:
    """Return the abbreviations in capitals that stand somewhere in the text beside words with their initials."""
    found: set[str] = set()
    for hit in _ABBREVIATION.finditer(plain):
        if hit[0] not in found and (_spelled_after(plain, hit) or _spelled_before(plain, hit)):
            found.add(hit[0])
    return frozenset(found)


def _spelled_after(plain: str, hit: re.Match[str]) -> bool:
    opened = _OPENS.match(plain, hit.end(), hit.end() + _REACH)
    line = plain[opened.end() : opened.end() + _REACH].partition("\n")[0] if opened else ""
    letters = hit[0].lower()
    return any(_begin_so(words.findall(line), letters) for words in (_WORD, _WHOLE_WORD))


def _spelled_before(plain: str, hit: re.Match[str]) -> bool:
    led = _LEADS_BACK.search(plain[max(0, hit.start() - _REACH) : hit.start()])
    if led is None:
        return False
    end = hit.start() - len(led[0])
    line = plain[max(0, end - _REACH) : end].rpartition("\n")[2]
    letters = hit[0].lower()[::-1]
    return any(_begin_so(words.findall(line)[::-1], letters) for words in (_WORD, _WHOLE_WORD))


def _begin_so(words: Sequence[str], letters: str) -> bool:
    """Whether words with capitals begin with these letters, one after the other; small words may be passed over."""
    at = 0
    for word in words:
        if at == len(letters):
            break
        if word[0].lower() == letters[at] and (word[0].isupper() or word in _SMALL):
            at += 1
        elif word not in _SMALL:
            return False
    return at == len(letters)
