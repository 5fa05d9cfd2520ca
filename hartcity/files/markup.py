"""XML parts of documents from strangers."""

from __future__ import annotations

import re

from hartcity.files.refusal import RefusedFileError


_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_KNOWN = {b"utf-8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
_HEAD = 200


def check_xml(data: bytes) -> None:
    """Refuse XML that declares a document type or entities, in whatever encoding: no office program writes those.

    Raises:
        RefusedFileError: when it does, or declares an encoding that could hide it.

    """
    letters = data.replace(b"\x00", b"")
    declared = _ENCODING.search(letters[:_HEAD])
    hides = declared is not None and declared.group(1).strip().lower() not in _KNOWN
    is_markup = b"<" in letters[:_HEAD] or not letters.strip()
    if b"<!DOCTYPE" in letters or b"<!ENTITY" in letters or hides or not is_markup:
        raise RefusedFileError("This file carries instructions that ordinary documents do not, so it was not opened.")
