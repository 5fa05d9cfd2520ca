"""Why there is no reader."""

from __future__ import annotations


class ReaderError(Exception):
    """The reader cannot be had; the text says why and holds no word of a draft."""
