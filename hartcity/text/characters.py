"""A view of a text that is easy to match against and has the same length, so that offsets stay true."""

from __future__ import annotations


_LOOKALIKES = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012", "-"),
    **dict.fromkeys("\u2013\u2014\u2015", "\u2014"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    **dict.fromkeys("\u000b\u000c\u0085\u2028\u2029\r", "\n"),
    **dict.fromkeys(
        "\u0000\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        "\u00ad",
    ),
}
_TABLE = str.maketrans(_LOOKALIKES)


def plain(text: str) -> str:
    """Return ``text`` with one kind of quote, dash, space and line break; the length never changes.

    A carriage return before a line feed becomes a space, so that CRLF stays one line break. Invisible characters
    (zero width, direction marks, NUL) become soft hyphens, which no pattern of ours takes for a letter or a space.
    """
    return text.replace("\r\n", " \n").translate(_TABLE)
