"""Our own taxonomy terms, and why they exist.

HSDS has no column for "who is not served", for a limit in percent of the poverty guideline, or for "only with minor
children". It does let any record carry ``attribute`` rows that point to a term of a taxonomy and hold a ``value``.
So these facts are attributes of a service under three taxonomies of ours, which another HSDS program reads as
plain classifications and can write back unchanged. Ages stay in HSDS's own ``minimum_age`` and ``maximum_age``.
"""

from __future__ import annotations

from hashlib import sha1
from uuid import NAMESPACE_URL, UUID, uuid5


NEED = "Hart City needs"
"""Taxonomy of what a service is for; the term's name is the need."""

PEOPLE = "Hart City people"
"""Taxonomy of whom a service is made for; the term's name is the group."""

ACCESS = "Hart City access rules"
"""Taxonomy of who gets in; the term's code is one of the codes below, the attribute's value says more."""

SERVED = "served"
NOT_SERVED = "not_served"
INCOME_LIMIT_PERCENT = "income_limit_percent"
REQUIRES_MINOR_CHILDREN = "requires_minor_children"
SINGLE_ADULTS_ONLY = "single_adults_only"

_NAMESPACE: UUID = uuid5(NAMESPACE_URL, "https://hart-city.example.org/directory")


def stable_id(*parts: str) -> str:
    """Return the UUID that the same words always get, so that two exports of one directory are the same bytes.

    This is ``str(uuid.uuid5(...))`` of the joined parts, spelled out because an import asks for some 300,000 of them.
    """
    digest = bytearray(sha1(_NAMESPACE.bytes + "\x1f".join(parts).encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
