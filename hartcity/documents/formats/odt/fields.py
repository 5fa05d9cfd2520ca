"""Fields of a template that nobody filled in: their words are the template's and not the writer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.documents.formats.odt.names import LOEXT, TEXT


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def is_empty_field(element: Element) -> bool:
    """Whether an element shows only what is to be put in its place.

    These are placeholders, which go once they are filled; controls that say so of themselves; and fields for a serial
    letter that show their own name.
    """
    if element.tag == f"{TEXT}database-display":
        return "".join(element.itertext()).strip() == f"<{element.get(f'{TEXT}column-name', '')}>"
    is_shown = element.get(f"{LOEXT}showing-place-holder", "false") == "true"
    return element.tag == f"{TEXT}placeholder" or (element.tag == f"{LOEXT}content-control" and is_shown)
