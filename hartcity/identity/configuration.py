"""How a deployment says that people sign in: in ``secrets.toml``, or in the environment, which goes before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Mapping

PROVIDER = {
    "server_metadata_url": "HARTCITY_OIDC_METADATA_URL",
    "client_id": "HARTCITY_OIDC_CLIENT_ID",
    "client_secret": "HARTCITY_OIDC_CLIENT_SECRET",
    "redirect_uri": "HARTCITY_OIDC_REDIRECT_URI",
}
"""What stands under ``[auth]`` in ``secrets.toml``, and the variables that say it instead."""

OURS = {
    "account_secret": "HARTCITY_ACCOUNT_SECRET",
    "roles_claim": "HARTCITY_ROLES_CLAIM",
    "tutors": "HARTCITY_TUTORS",
    "administrators": "HARTCITY_ADMINISTRATORS",
}
"""What stands under ``[hartcity]``, and the variables that say it instead; lists have commas between them."""

CALLBACK = "/oauth2callback"
SHORTEST_SECRET = 32
"""Characters that a secret has at least."""


class ConfigurationError(ValueError):
    """Sign-in is configured in part; the message tells whoever runs the server what is missing."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """How people sign in here.

    ``account_secret`` seals which work belongs to which account. ``tutors`` and ``administrators`` hold values of the
    claim ``roles_claim``, verified addresses, or subjects.
    """

    account_secret: str = field(repr=False)
    redirect_uri: str
    roles_claim: str = ""
    tutors: frozenset[str] = frozenset()
    administrators: frozenset[str] = frozenset()


def sign_in(environment: Mapping[str, str], secrets: Mapping[str, Any]) -> SignIn | None:
    """Return how people sign in, or None where nobody does.

    ``secrets`` is what ``secrets.toml`` holds, with the tables ``auth`` and ``hartcity``.

    Raises:
        ConfigurationError: something is missing or cannot be meant, so that nobody should be let in.

    """
    auth, ours = provider(environment, secrets), _table(secrets, "hartcity")
    said = {name: environment.get(variable) or ours.get(name, "") for name, variable in OURS.items()}
    if not auth:
        if said["account_secret"]:
            raise ConfigurationError("There is an account_secret, but no provider to sign in with: [auth] is missing.")
        return None
    missing = [name for name in PROVIDER if not _one(auth, name)]
    if missing:
        raise ConfigurationError(f"Sign-in is configured in part. Missing under [auth]: {', '.join(missing)}.")
    if not str(auth["redirect_uri"]).endswith(CALLBACK):
        raise ConfigurationError(f"The redirect_uri has to end with {CALLBACK}.")
    secret = said["account_secret"]
    if not isinstance(secret, str) or len(secret) < SHORTEST_SECRET:
        raise ConfigurationError(
            f"Sign-in needs account_secret under [hartcity], or {OURS['account_secret']}: at least {SHORTEST_SECRET} "
            "random characters, the same for every replica and for good."
        )
    return SignIn(
        account_secret=secret,
        redirect_uri=str(auth["redirect_uri"]),
        roles_claim=str(said["roles_claim"]),
        tutors=_names(said["tutors"]),
        administrators=_names(said["administrators"]),
    )


def provider(environment: Mapping[str, str], secrets: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table ``[auth]`` with what the environment says in its place; empty where there is neither."""
    said = {name: environment[variable] for name, variable in PROVIDER.items() if environment.get(variable)}
    return {**_table(secrets, "auth"), **said}


def _one(auth: Mapping[str, Any], name: str) -> object:
    """Return a value of ``[auth]``, which may also stand in a table of its own, ``[auth.default]``."""
    return auth.get(name) or _table(auth, "default").get(name)


def _table(secrets: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = secrets.get(name)
    return dict(found) if found else {}


def _names(said: object) -> frozenset[str]:
    """Return the names in a list, or in words with commas between them; addresses whatever their case."""
    names = said.split(",") if isinstance(said, str) else said if isinstance(said, list | tuple) else []
    cleaned = (name.strip() for name in names if isinstance(name, str))
    return frozenset(name.casefold() if "@" in name else name for name in cleaned if name)
