"""How the styles of a page show its parts: not at all, as blocks, or as lines without room between them.

Only what a rule says of a tag, a class or a name is followed, and what stands at the element itself; rules for print,
for small screens or for parts within parts are not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias


if TYPE_CHECKING:
    from lxml import etree

Look: TypeAlias = Mapping[str, str]
"""What is said of an element, in small letters: ``{"display": "none"}``."""

_FOLLOWED = re.compile(
    r"display|visibility|mso-(?:hide|list|element)|opacity|white-space|font(?:-size)?|(?:min-|max-)?height|text-indent"
    r"|left|top|(?:margin|padding)(?:-top|-bottom|-left)?"
)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]+")
_LENGTH = re.compile(r"(-?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6}))(px|pt|in|cm|mm|em|rem|%)?")
_POINTS = {None: 0.75, "px": 0.75, "pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 12.0, "rem": 12.0, "%": 1.0}
_ALWAYS = re.compile(r"@(?:supports\b|layer\b|media\s*(?:only\s+)?(?:screen|all)$)", re.IGNORECASE)
_LONGEST = 1_000_000
_DEEPEST = 8
_FAR_OUTSIDE = -700.0
_UNTOLD = math.inf
_CLOSE = 2.0
"""Points between paragraphs that no reader takes for a gap."""


def declared(text: str) -> dict[str, str]:
    """Return what a list of declarations says: ``display: none; color: red``."""
    found = {}
    for part in text.split(";"):
        name, _, value = part.partition(":")
        if _FOLLOWED.fullmatch(name := name.strip().lower()):
            found[name] = value.replace("!important", "").strip().lower()
    return found


@dataclass(frozen=True, slots=True)
class _Rule:
    tag: str
    names: frozenset[str]
    look: Look

    def fits(self, tag: str, names: frozenset[str]) -> bool:
        return self.tag in {"", tag} and self.names <= names

    @property
    def weight(self) -> tuple[int, int, bool]:
        """How much a rule says beside another: a name more than classes, and those more than a tag."""
        return sum(name[0] == "#" for name in self.names), len(self.names), bool(self.tag)


@dataclass(slots=True)
class Stylesheet:
    """The rules of a page by the tag, class or name that they are about."""

    rules: dict[str, list[_Rule]] = field(default_factory=dict)
    known: dict[tuple[str, str, str], Look] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element) -> Stylesheet:
        """Return the rules that stand in a page itself."""
        sheet = cls()
        for style in root.iter("style"):
            if style.get("media", "all").lower() in {"all", "screen", ""}:
                for selectors, look in _rules_of((style.text or "")[:_LONGEST]):
                    sheet._add(selectors, look)
        return sheet

    def _add(self, selectors: str, look: Look) -> None:
        for selector in selectors.split(","):
            found = _SELECTOR.fullmatch(selector.strip())
            if found and found[0]:
                names = frozenset(_NAME.findall(found[2]))
                rule = _Rule((found[1] or "").lower(), names, look)
                self.rules.setdefault(min(names, default=rule.tag), []).append(rule)

    def look(self, element: etree._Element) -> Look:
        """Return what the rules and the element's own style say of it."""
        about = element.attrib
        key = (str(element.tag), about.get("class", ""), about.get("id", ""))
        if key not in self.known:
            self.known[key] = MappingProxyType(self._ruled(*key))
        own = about.get("style", "")
        return {**self.known[key], **declared(own)} if own else self.known[key]

    def _ruled(self, tag: str, classes: str, name: str) -> dict[str, str]:
        names = frozenset([*(f".{each}" for each in classes.split()), *([f"#{name}"] if name else [])])
        fitting = (rule for key in (tag, *names) for rule in self.rules.get(key, ()) if rule.fits(tag, names))
        look: dict[str, str] = {}
        for rule in sorted(fitting, key=lambda rule: rule.weight):
            look.update(rule.look)
        return look


def _rules_of(css: str) -> Iterator[tuple[str, Look]]:
    """Yield selectors and what is said of them, in order."""
    first, *others = css.replace("<!--", "").replace("-->", "").split("/*")
    css = first + "".join(other.partition("*/")[2] for other in others)
    start = 0
    heads: list[str] = []
    for sign in re.finditer("[{}]", css):
        held, start = css[start : sign.start()], sign.end()
        if sign[0] == "{":
            heads.append(held.rpartition(";")[2].strip())
        elif heads:
            head = heads.pop()
            if not head.startswith("@") and len(heads) < _DEEPEST and all(map(_ALWAYS.match, heads)):
                yield head, declared(held)


def is_hidden(look: Look) -> bool:
    """Whether no reader sees the element, or only one who hears the page."""
    return (
        look.get("display", "").startswith("none")
        or look.get("visibility", "") in {"hidden", "collapse"}
        or look.get("mso-hide", "") == "all"
        or any(_points(look.get(name, "")) == 0 for name in ("font-size", "opacity", "max-height"))
        or any(_points(look.get(name, "")) < _FAR_OUTSIDE for name in ("text-indent", "left", "top", "margin-left"))
    )


def is_block(look: Look) -> bool:
    """Whether what is no block by its tag is shown as one."""
    return look.get("display", "").startswith(("block", "table", "flex", "grid", "list-item"))


def keeps_lines(look: Look) -> bool:
    """Whether line ends in the page's text are shown."""
    return look.get("white-space", "").startswith(("pre", "break-spaces"))


def is_close(look: Look) -> bool:
    """Whether a paragraph is told to stand as close to its neighbors as lines do."""
    outside = [_edge(look, "margin", side) for side in ("top", "bottom")]
    inside = [_edge(look, "padding", side) for side in ("top", "bottom")]
    are_told = all(length is not None for length in outside)
    return are_told and all(length is None or abs(length) < _CLOSE for length in (*outside, *inside))


def has_height(look: Look) -> bool:
    """Whether an empty paragraph takes the room of a line."""
    return any(_points(look.get(name, "")) > 0 for name in ("height", "min-height"))


def left_margin(look: Look) -> float:
    """Return how far an element stands in, in points."""
    sides = look.get("margin", "").split()
    return _points(look.get("margin-left", sides[-1 if len(sides) == 4 else 1] if len(sides) > 1 else ""), 0.0)  # noqa: PLR2004 - four sides


def _edge(look: Look, name: str, side: str) -> float | None:
    """Return the room above or below an element in points, where it is told."""
    if f"{name}-{side}" in look:
        return _points(look[f"{name}-{side}"], _UNTOLD)
    sides = look.get(name, "").split()
    return _points(sides[2 if side == "bottom" and len(sides) > 2 else 0], _UNTOLD) if sides else None  # noqa: PLR2004


def _points(value: str, otherwise: float = 1.0) -> float:
    """Return a length in points, or ``otherwise`` where it is none."""
    found = _LENGTH.match(value)
    return float(found[1]) * _POINTS[found[2]] if found else otherwise
