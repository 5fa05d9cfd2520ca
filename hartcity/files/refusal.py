"""A file that is not read."""

from __future__ import annotations


class RefusedFileError(Exception):
    """A file is refused. The message is plain, complete and made for the person who dropped the file."""
