"""What is no part of the words, told in sentences: pictures, notes, comments, heads and feet of pages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hartcity.documents.formats.word.elements import MC, W, tag_of, value
from hartcity.documents.formats.word.words import SIGNS, WORDS, alternative
from hartcity.documents.left_out import counted, quotes


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element


_NOTES = (
    ("footnote", "footnote"),
    ("endnote", "endnote"),
    ("comment", "comment"),
)
_BESIDE = (("hdr", "header"), ("ftr", "footer"))


def notices(left_out: Counter[str], roots: Mapping[str, Element]) -> Iterator[str]:
    """Yield what the walk counted, and the words of notes and of the pages' heads and feet."""
    for name, many in left_out.items():
        if name != "hidden":
            yield f"{counted(many, name, _many(name))} left out: only words come in."
    if left_out["hidden"]:
        yield "Hidden text was left out, since a reader would not see it."
    for tag, name in _NOTES:
        root = roots.get(f"word/{tag}s.xml")
        texts = [_said(note) for note in root or () if tag_of(note) == f"{W}{tag}" and not value(note, "type")]
        texts = list(filter(None, texts))
        if texts:
            yield f"{counted(len(texts), name)} left out. Do these words belong to your text? {quotes(texts)}"
    for tag, name in _BESIDE:
        said = (_said(root) for root in roots.values() if tag_of(root) == f"{W}{tag}")
        texts = [text for text in dict.fromkeys(said) if any(map(str.isalpha, text))]
        if texts:
            yield f"The page's {name} was left out: {quotes(texts)}"


def _many(name: str) -> str:
    return "empty fields of the template" if name.startswith("empty") else ""


def _said(part: Element) -> str:
    """Return the words of a part in one line."""
    said = []
    stack = [part]
    while stack:
        element = stack.pop()
        tag = tag_of(element)
        if tag == f"{MC}AlternateContent":
            stack.extend(reversed(alternative(element)))
            continue
        said.append(" " if tag == f"{W}p" else element.text or "" if tag in WORDS else SIGNS.get(tag, ""))
        stack.extend(reversed(element))
    return " ".join("".join(said).split())
