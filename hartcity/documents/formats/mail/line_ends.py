"""The line ends of plain emails: which are the writer's, and which a mail program put in to keep lines short."""

from __future__ import annotations

import re

from hartcity.documents.text import OWN_SIGN


_FROM_LINE = re.compile(r"^>From (?=\w)", re.MULTILINE)
"""A line that begins with "From" as mailboxes keep it, where every such line would begin another message."""

_SHORTEST_FOLD, _LONGEST_FOLD = 60, 80
"""Characters of the longest line in a text that a mail program folded: 78 at most (RFC 5322, 2.1.1), often 72."""


def as_written(text: str) -> str:
    """Return plain text as it was written, without what a mailbox or a mail program did to its lines."""
    return _unfolded(_FROM_LINE.sub("From ", text))


def unflowed(text: str, *, deletes_space: bool) -> str:
    """Return a flowed text in whole paragraphs (RFC 3676): a line that ends in a space runs on.

    ``deletes_space``: that space was put in for the purpose and goes (4.1). One space at a line's beginning only
    protects it and goes too (4.4), be it before a ``>`` that is no quotation mark; lines run on within one depth of
    quotation (4.5).
    """
    out: list[str] = []
    depth_before, runs_on = 0, False
    for line in text.split("\n"):
        inner = line.lstrip(">")
        depth = len(line) - len(inner)
        inner = inner.removeprefix(" ")
        is_signature = inner == "-- "
        if runs_on and depth == depth_before and not is_signature:
            out[-1] += inner
        else:
            mark = f"{'>' * depth} " if depth else OWN_SIGN if inner.startswith(">") else ""
            out.append(mark + inner)
        runs_on = out[-1].endswith(" ") and not is_signature and bool(inner.strip())
        if runs_on and deletes_space:
            out[-1] = out[-1][:-1]
        depth_before = depth
    return "\n".join(line.rstrip(" ") for line in out)


def _unfolded(text: str) -> str:
    """Return plain text without the line ends that a mail program put in for itself.

    These are the lines that are so long that the next word had no room on them, which no line of an address or a
    signature is.
    """
    lines = text.split("\n")
    # A long address has no place where it could be folded, and another person's lines were folded by another program.
    longest = max((len(line) for line in lines if " " in line.strip() and not line.startswith(">")), default=0)
    is_folded = _SHORTEST_FOLD <= longest <= _LONGEST_FOLD
    out = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        word = following.split(" ", 1)[0]
        is_list = re.match(r"(?:[-*\u2022>]|\d{1,2}[.)])\s", following) is not None
        runs_on = is_folded and bool(line and word) and not is_list and len(line) + 1 + len(word) > longest
        out += line.rstrip(" ") + (" " if runs_on else "\n")
    return out
