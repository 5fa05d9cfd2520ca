"""The body of an OpenDocument text: its paragraphs, lists and tables in order, and what is left out of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hartcity.documents.formats.odt.fields import is_empty_field
from hartcity.documents.formats.odt.names import DRAW, OFFICE, SVG, TABLE, TEXT, figure
from hartcity.documents.formats.odt.styles import Level
from hartcity.documents.left_out import counted, quotes
from hartcity.documents.office import DEEPEST, refuse_too_deep, table_of
from hartcity.documents.text import Piece


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
_SILENT = {
    f"{SVG}desc",
    f"{SVG}title",
    f"{TEXT}ruby-text",
    f"{TEXT}tracked-changes",
    f"{OFFICE}forms",
    f"{TEXT}sequence-decls",
    f"{TEXT}variable-decls",
}
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_COUNTED = {
    f"{TEXT}note": "footnote",
    f"{OFFICE}annotation": "comment",
    f"{DRAW}image": "picture",
    f"{DRAW}object": "embedded object",
    f"{DRAW}object-ole": "embedded object",
    f"{TEXT}hidden-text": "hidden",
    f"{TEXT}hidden-paragraph": "hidden",
}
_EMPTY_FIELD, _EMPTY_FIELDS = "empty field of the template", "empty fields of the template"
_MOST_SPACES = 200


def _rows(table: Element) -> Iterator[Element]:
    """Yield a table's own rows, and not those of tables within its cells."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in {f"{TABLE}table-{part}" for part in ("rows", "header-rows", "row-group")}:
            yield from child.iter(f"{TABLE}table-row")


@dataclass(slots=True)
class Walk:
    """Goes through the body, and keeps what it leaves out."""

    hidden: frozenset[str]
    levels: Mapping[tuple[str, int], Level]
    counts: dict[str, int] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    boxes: list[Piece] = field(default_factory=list)

    def notices(self) -> Iterator[str]:
        """Yield what was left out, in sentences."""
        for name, many in self.left_out.items():
            if name == "hidden":
                yield "Hidden text was left out, since a reader would not see it."
            elif self.notes.get(name):
                words = quotes(self.notes[name])
                yield f"{counted(many, name)} left out. Do these words belong to your text? {words}"
            else:
                yield f"{counted(many, name, _EMPTY_FIELDS if name == _EMPTY_FIELD else '')} left out."

    def blocks(self, container: Element, depth: int = 0) -> list[Piece]:
        """Return the paragraphs, lists and tables of the body, a cell or a box."""
        refuse_too_deep(depth)
        found: list[Piece] = []
        for child in container:
            if child.tag in _PARAGRAPHS:
                before = self.left_out[_EMPTY_FIELD]
                words = self._words(child, depth).strip("\n")
                # A line that holds nothing but a field of the template is none of the writer's, nor a gap.
                found += [Piece(words)] if words.strip() or before == self.left_out[_EMPTY_FIELD] else []
                found += self.boxes
                self.boxes = []
            elif child.tag == f"{TEXT}list":
                if self._is_plain(child):
                    found += [each for item in child for each in self.blocks(item, depth + 1)]
                else:
                    found.append(Piece("\n".join(self._items(child, depth, "")), stands_apart=True))
            elif child.tag == f"{TABLE}table":
                found += self._table(child, depth)
            elif child.tag == f"{TEXT}section" and child.get(f"{TEXT}display") == "none":
                self.left_out["hidden"] += 1
            elif child.tag not in _SILENT:
                found += self.blocks(child, depth + 1)
        return found

    def _is_plain(self, element: Element) -> bool:
        """Whether a list only numbers headings, or marks nothing."""
        level = self.levels.get((element.get(f"{TEXT}style-name", ""), 1), Level())
        return not level.is_marked or all(
            child.tag == f"{TEXT}h" for item in element if item.tag == f"{TEXT}list-item" for child in item
        )

    def _items(self, element: Element, depth: int, style: str, level: int = 1) -> list[str]:
        style = element.get(f"{TEXT}style-name", style)
        how = self.levels.get((style, level), Level())
        lines: list[str] = []
        goes_on = level == 1 and element.get(f"{TEXT}continue-numbering") == "true"
        number = self.counts.get(style, how.start - 1) if goes_on else how.start - 1
        for item in element:
            if item.tag not in {f"{TEXT}list-item", f"{TEXT}list-header"}:
                continue
            inner: list[str] = []
            for child in item:
                if child.tag == f"{TEXT}list":
                    inner += self._items(child, depth + 1, style, level + 1) if depth < DEEPEST else []
                elif child.tag in _PARAGRAPHS:
                    inner += filter(str.strip, self._words(child, depth).split("\n"))
            if inner and item.tag == f"{TEXT}list-header":
                lines += inner
            elif inner:
                number = figure(item.get(f"{TEXT}start-value", ""), number + 1)
                self.counts[style] = number if level == 1 else self.counts.get(style, 0)
                mark = f"{number}. " if how.is_counted else "- " if how.is_marked else ""
                lines += [mark + inner[0], *(f"  {line}" for line in inner[1:])]
        return lines

    def _table(self, table: Element, depth: int) -> list[Piece]:
        return table_of(
            [self.blocks(cell, depth + 1) for cell in row if cell.tag == f"{TABLE}table-cell"] for row in _rows(table)
        )

    def _words(self, element: Element, depth: int) -> str:
        refuse_too_deep(depth)
        if element.get(f"{TEXT}style-name", "") in self.hidden:
            self.left_out["hidden"] += 1
            return ""
        said = [_collapsed(element.text)]
        for child in element:
            said += [self._piece(child, depth), _collapsed(child.tail)]
        return "".join(said)

    def _piece(self, child: Element, depth: int) -> str:
        """Return what an element within a paragraph says, and count what says nothing here."""
        tag = child.tag
        if tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag in _COUNTED:
            self.left_out[_COUNTED[tag]] += 1
            said = [" ".join("".join(each.itertext()).split()) for each in child.iter(f"{TEXT}p")]
            if any(said) and _COUNTED[tag] in {"footnote", "comment"}:
                self.notes.setdefault(_COUNTED[tag], []).append(" ".join(said))
        elif is_empty_field(child):
            self.left_out[_EMPTY_FIELD] += 1
        elif tag == f"{DRAW}text-box":
            self.boxes += self.blocks(child, depth + 1)
        elif tag not in _SILENT:
            return self._words(child, depth + 1)
        return ""


def _collapsed(text: str | None) -> str:
    """Return text with its white space as one space, as the standard reads it (ODF 1.3, part 3, 6.1.2)."""
    if not text:
        return ""
    words = " ".join(text.split())
    return (" " if text[0].isspace() else "") + words + (" " if words and text[-1].isspace() else "")
