"""What a plan and a directory say about money."""

from __future__ import annotations

import re
from itertools import takewhile

from hartcity.model import Service
from hartcity.plan.vocabulary import phrases


_AMOUNT = re.compile(r"\$\s?\d|\b\d[\d,.]*\s?(?:dollars?|cents?|usd|bucks)\b", re.IGNORECASE)
_ZERO = re.compile(r"\$\s?0(?:\.00)?(?![\d.]*\d|\s?(?:-|\u2013|to)\s?\$?\d)")
_ZERO_ALONE = re.compile(r"\W{0,9}(?:zero|nil|0|gratis)\b(?:[,.;:(\u2013-].*)?", re.IGNORECASE | re.DOTALL)
_NONE = re.compile(
    r"\b(?:costs?|fees?|price|charge|co-?pay|deposit)\s?[:=-]\s?(?:none|nothing|zero|no|\$?0)\b(?!\.\d)", re.IGNORECASE
)


_PIECE = re.compile(r"[^.;,?!\n]*[.;,?!\n]|[^.;,?!\n]+$")
_HEDGE = re.compile(
    r"\s{0,9}(?:maybe|perhaps|probably|possibly|right|correct|or not|i think|i guess|i hope)\s{0,9}\?", re.IGNORECASE
)
_STILL_OPEN = re.compile(
    r"\b(?:ask|asks|asking|check|find out|call|look into|not sure|unsure|don['\u2019]t know)\b", re.IGNORECASE
)


def without_questions(text: str) -> str:
    """Return a text without what it only asks; a question that is answered behind it ("Cost? None.") stays."""
    kept: list[str] = []
    pieces = _PIECE.findall(text)
    for place, piece in enumerate(pieces):
        if not piece.endswith("?"):
            kept.append(piece)
        elif _is_answered(pieces[place + 1 :]):
            kept.append(piece[:-1] + ":")
        elif _HEDGE.fullmatch(piece) and kept:
            kept.pop()
    return "".join(kept)


def _is_answered(behind: list[str]) -> bool:
    """Whether what stands behind a question, up to the next one, says something that is known."""
    answer = "".join(takewhile(lambda piece: not piece.endswith("?"), behind))
    return bool(answer.strip(" .;,)!\n")) and not _STILL_OPEN.search(answer)


def says_amount(text: str) -> bool:
    """Whether a sum of money is named."""
    return bool(_AMOUNT.search(text))


def is_free(text: str) -> bool:
    """Whether a text says that access costs nothing."""
    plain = phrases("finances", "not_free").sub(" ", text)
    return bool(
        phrases("finances", "free").search(plain)
        or _ZERO.search(plain)
        or _NONE.search(plain)
        or _ZERO_ALONE.fullmatch(plain)
    )


def charges(service: Service | None) -> str:
    """Return a cost that a directory lists for a service and that being free elsewhere does not undo, else nothing.

    Where one of the options is free, the others are for those who can pay; a deposit is asked of everybody. A gift is
    asked of nobody, and neither is an insurance or a waiver, which are ways to meet a cost.
    """
    if service is None:
        return ""
    options = service.cost_options
    free = any(is_free(f"{one.option} {one.description}") for one in options)
    deposits = [one for one in options if one.amount and "deposit" in one.option.casefold()]
    asked = (
        deposits if free else [one for one in options if one.amount or phrases("finances", "cost").search(one.option)]
    )
    asked = [one for one in asked if not phrases("finances", "gift").search(one.option)]
    return "; ".join(f"{one.option} ${one.amount:g}" if one.amount else one.option for one in asked)
