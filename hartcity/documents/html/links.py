"""Links whose words do not tell where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote


if TYPE_CHECKING:
    from lxml import etree


def hides_address(link: etree._Element) -> bool:
    """Whether an address on the web is not among a link's words, nor its words in an address that passes them on."""
    address = link.get("href", "")
    shown = "".join(link.itertext()).strip()
    if not shown or not address.lower().startswith(("http:", "https:")):
        return False
    return address.split("//", 1)[-1].rstrip("/") not in shown and not _is_passed_on(shown, address)


def _is_passed_on(shown: str, address: str) -> bool:
    bare = shown.split("//", 1)[-1].rstrip("/")
    return "." in bare and len(bare.split()) == 1 and bare in unquote(address)
