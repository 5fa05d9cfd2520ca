"""A link that opens the email in the student's own mail program."""

from __future__ import annotations

from urllib.parse import quote

from hartcity.exports.address import ADDRESS
from hartcity.exports.hand_in import HandIn


def mailto(hand_in: HandIn) -> str:
    """Return the link (RFC 6068): spaces as %20, line ends as %0D%0A; an address that is none is left out."""
    to = hand_in.recipient_email.strip()
    address = quote(to, safe="@") if ADDRESS.fullmatch(to) else ""
    body = "\r\n".join(hand_in.draft.text.split("\n"))
    return f"mailto:{address}?subject={quote(hand_in.draft.subject, safe='')}&body={quote(body, safe='')}"
