"""What stands before the items of a list: signs, numbers and letters."""

from __future__ import annotations

import re


BULLET = re.compile(
    r"(?:[-*\u2022\u2023\u25e6\u00b7\u25aa\u25cf\u25cb\u25a0\u25a1\u2013\uf0b7\uf0a7\uf0d8\uf0fc]|\(?\d{1,2}[.)]|\(?[a-h][.)])(?:\s+|$)"
)
SIGN = re.compile(r"[\u2022\u2023\u25e6\u00b7\u25aa\u25cf\u25cb\u25a0\u25a1\uf0b7\uf0a7\uf0d8\uf0fc]\s*")
"""A sign of a list that is no hyphen; text has a hyphen in its place."""
