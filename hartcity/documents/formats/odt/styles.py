"""The styles of an OpenDocument text: what is hidden, and how lists are marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.documents.formats.odt.names import STYLE, TEXT, figure


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def hidden_styles(root: Element) -> frozenset[str]:
    """Return the names of the styles whose words no reader sees."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for style in root.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}text-properties")
        if properties.get(f"{TEXT}display") == "none"
    )


@dataclass(frozen=True, slots=True)
class Level:
    """How the items of a list are marked at one depth: counted from a number on, by a sign, or not at all."""

    is_counted: bool = False
    is_marked: bool = True
    start: int = 1


def list_levels(roots: list[Element]) -> Mapping[tuple[str, int], Level]:
    """Return how the lists of each style are marked, by style and depth."""
    levels = {}
    for root in roots:
        for style in root.iter(f"{TEXT}list-style"):
            for each in style:
                is_counted = each.tag == f"{TEXT}list-level-style-number"
                is_marked = not is_counted or bool(each.get(f"{STYLE}num-format", "1"))
                own = (style.get(f"{STYLE}name", ""), figure(each.get(f"{TEXT}level", ""), 1))
                levels[own] = Level(is_counted, is_marked, figure(each.get(f"{TEXT}start-value", ""), 1))
    return levels
