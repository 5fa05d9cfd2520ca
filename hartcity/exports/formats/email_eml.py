"""The email alone, as a file that a mail program opens as a draft."""

from __future__ import annotations

import datetime as dt
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from hartcity.exports.address import ADDRESS
from hartcity.exports.hand_in import HandIn


PART = "email"
TITLE = "Email file"
FILE_NAME = "email.eml"
MIME = "message/rfc822"

_SIGNATURE = 300
"""Characters at the end of a draft in which the writer's own address stands."""


def write(hand_in: HandIn) -> bytes:
    """Return the .eml (RFC 5322), marked as not sent yet: to the recipient where one is known.

    It is from the address in the sender's lines or in the signature; without one the mail program puts in its own.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(hand_in.draft.subject.split())
    sender = next(filter(None, map(ADDRESS.search, hand_in.sender)), None)
    sender = sender or ADDRESS.search(hand_in.draft.text[-_SIGNATURE:])
    if sender:
        message["From"] = Address(" ".join(hand_in.title_page.author.split()), sender[1], sender[2])
    found = ADDRESS.fullmatch(hand_in.recipient_email.strip())
    if found:
        message["To"] = Address(" ".join(hand_in.plan.email_recipient.split()), found[1], found[2])
    message["Date"] = format_datetime(dt.datetime.combine(hand_in.as_of, dt.time(9), dt.UTC))
    message["X-Unsent"] = "1"
    message.set_content(hand_in.draft.text.strip("\n") + "\n", cte="quoted-printable")
    return message.as_bytes()
