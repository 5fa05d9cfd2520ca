"""An account: what an OpenID Connect provider says about somebody, and the roles that follow from it here."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.identity.configuration import SignIn

_NAME_LENGTH = 80
_NAMED_BY = ("name", "preferred_username", "email")


class Role(StrEnum):
    """What somebody may be; whoever signs in is a student, and one person may have several roles."""

    STUDENT = "student"
    TUTOR = "tutor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signed in. ``issuer`` and ``subject`` name them for good; ``name`` is what they are called."""

    issuer: str
    subject: str
    name: str = ""
    roles: frozenset[Role] = frozenset({Role.STUDENT})

    @property
    def id(self) -> str:
        """One name for both, in hexadecimal digits, that tells neither at a glance."""
        return hashlib.sha256(json.dumps([self.issuer, self.subject]).encode()).hexdigest()


def account_from(claims: Mapping[str, Any], settings: SignIn) -> Account | None:
    """Return the account that an ID token's claims tell of (OpenID Connect Core 1.0, section 2); None without a name.

    An address counts for a role only when the provider says that it belongs to its holder (``email_verified``), since
    with some providers people choose what stands there.
    """
    issuer, subject = claims.get("iss"), claims.get("sub")
    if not (isinstance(issuer, str) and isinstance(subject, str) and issuer and subject):
        return None
    held = {subject, *_values(claims, settings.roles_claim)}
    if claims.get("email_verified") is True and isinstance(claims.get("email"), str):
        held.add(claims["email"].casefold())
    roles = {Role.STUDENT}
    if held & settings.tutors:
        roles.add(Role.TUTOR)
    if held & settings.administrators:
        roles.add(Role.ADMINISTRATOR)
    named = (claims.get(claim) for claim in _NAMED_BY)
    name = next((" ".join(said.split()) for said in named if isinstance(said, str) and said.strip()), "")
    return Account(issuer, subject, name[:_NAME_LENGTH], frozenset(roles))


def _values(claims: Mapping[str, Any], path: str) -> set[str]:
    """Return the values of the claim at ``path``, whose parts have dots between them: ``realm_access.roles``."""
    found: Any = claims if path else None
    if path in claims:  # names of claims may hold dots themselves, as addresses do
        found = claims[path]
    else:
        for part in path.split("."):
            found = found.get(part) if isinstance(found, dict) or found is claims else None
    values = found if isinstance(found, list) else [found]
    return {value for value in values if isinstance(value, str) and value}
