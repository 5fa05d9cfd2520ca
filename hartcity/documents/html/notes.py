"""Comments and footnotes of a page: marks in the text, and the words that they lead to and that lead back.

Word, Google Docs, LibreOffice and programs that turn Markdown into pages name them differently; all of them link mark
and note with each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from hartcity.documents.html.found import COMMENT, FOOTNOTE


if TYPE_CHECKING:
    from lxml import etree

_COMMENT = re.compile(r"cmnt|comment|_com_|msocom", re.IGNORECASE)
_MARK = re.compile(
    r"[\[(]?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[A-Z]{1,5}\d{1,4}|[*\u2020\u2021\u00a7\u00b6]{1,3})[\])]?", re.IGNORECASE
)
"""How a note is marked in the text: a number, a letter, a sign, or who comments. A link of words is none."""

_BLOCKS = {"p", "li", "div", "aside", "section", "td", "dd", "blockquote"}
_NEAR = 3
_DEEPEST = 40


@dataclass(slots=True)
class Notes:
    """The elements that are marks or notes, and the words of the notes by kind."""

    elements: set[etree._Element] = field(default_factory=set)
    texts: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Pair:
    mark: etree._Element
    block: etree._Element
    back: etree._Element
    kind: str


def notes_of(root: etree._Element) -> Notes:
    """Return the comments and footnotes of a page."""
    pairs = list(_pairs(root))
    marked = {above for pair in pairs for above in pair.mark.iterancestors()}
    many = Counter(above for block in {pair.block for pair in pairs} for above in (block, *block.iterancestors()))
    found = Notes()
    told: set[etree._Element] = set()
    for pair in pairs:
        found.elements.add(pair.mark)
        if pair.block in told:
            continue
        told.add(pair.block)
        whole = _whole(pair.block, marked, many)
        found.elements.add(whole)
        text = _said(whole, pair.back)
        if text:
            found.texts.setdefault(pair.kind, []).append(text)
    return found


def _pairs(root: etree._Element) -> Iterator[_Pair]:
    """Yield each mark with the block of its note, which stands below it and leads back to it."""
    places = {element: at for at, element in enumerate(root.iter())}
    named: dict[str, etree._Element] = {}
    links: dict[str, list[etree._Element]] = {}
    for element in places:
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                named.setdefault(name, element)
        if element.tag == "a" and element.get("href", "").startswith("#"):
            links.setdefault(element.get("href")[1:], []).append(element)
    for name, marks in links.items():
        target = named.get(name)
        if target is None:
            continue
        block = target if target.tag in _BLOCKS else _begun_by(target)
        for mark in filter(_is_mark, marks):
            own = filter(None, (each.get(key) for each in _around(mark) for key in ("id", "name")))
            backs = (back for each in own for back in links.get(each, ()))
            back = next((back for back in backs if block is not None and _holds(block, back)), None)
            if back is not None and block is not None and places[mark] < places[block]:
                kind = COMMENT if _COMMENT.search(name) else FOOTNOTE
                yield _Pair(mark, block, back, kind)


def _is_mark(link: etree._Element) -> bool:
    return _MARK.fullmatch("".join(link.itertext()).strip()) is not None


def _around(element: etree._Element) -> Iterator[etree._Element]:
    """Yield a link and what closely surrounds it, where its name may stand."""
    yield element
    yield from (above for above in islice(element.iterancestors(), _NEAR - 1) if above.tag in {"sup", "span", "a"})


def _begun_by(element: etree._Element) -> etree._Element | None:
    """Return the block that an element stands in, unless other words stand there before it."""
    within = element
    for above in islice(element.iterancestors(), _DEEPEST):
        if _has_words_before(above, within):
            return None
        if above.tag in _BLOCKS:
            return above
        within = above
    return None


def _holds(block: etree._Element, element: etree._Element) -> bool:
    return element is block or any(above is block for above in islice(element.iterancestors(), _DEEPEST))


def _whole(block: etree._Element, marked: set[etree._Element], many: Counter[etree._Element]) -> etree._Element:
    """Return all of a note that begins with a block: what surrounds it and holds no other words above it."""
    whole = block
    for above in islice(block.iterancestors(), _DEEPEST):
        is_page = above.tag in {"body", "html"}
        if is_page or above in marked or many[above] > many[whole] or _has_words_before(above, whole):
            break
        whole = above
    return whole


def _has_words_before(above: etree._Element, element: etree._Element) -> bool:
    beside = element.itersiblings(preceding=True)
    return bool((above.text or "").strip()) or any(
        "".join(each.itertext()).strip() or (each.tail or "").strip() for each in beside
    )


def _said(whole: etree._Element, back: etree._Element) -> str:
    """Return the words of a note without the mark that leads back."""
    return " ".join("".join(_words(whole, back)).split())


def _words(element: etree._Element, without: etree._Element) -> Iterator[str]:
    if element is not without:
        yield element.text or ""
        for child in element:
            yield from _words(child, without)
            yield child.tail or ""
            yield " " if child.tag in _BLOCKS else ""
