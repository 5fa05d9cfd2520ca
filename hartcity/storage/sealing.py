"""Everything a student wrote is sealed with a key that only the workspace's address holds.

The id of a workspace stands in the student's address bar and nowhere else. From it come, by HKDF-SHA256 (RFC 5869) and
independently of each other, the row's key, under which the workspace is looked up, and the secret that seals its
contents with AES-256-GCM. So whoever copies the database, or reads its log or an old backup after a deletion, can
neither open a workspace nor read a word of it. The price is that an address that was lost cannot be found again.

A share has a secret of its own, from which come its row's key and the key that wraps the contents' secret for whoever
holds it. The way goes in one direction only: neither a share's secret nor the contents' secret leads to the address. A
third secret of the address seals what only the owner may read, such as the links of the other shares.

Where people sign in, the addresses of somebody's workspaces are sealed for their account, with a key that comes from a
secret of the server's and from the name by which the provider knows them; so the database alone tells no address.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hartcity.storage.errors import NotStoredError, Reason


ID_BYTES = 32
"""Random bytes in a workspace's id."""

_LONGEST_ID = 200
_NONCE_BYTES = 12


def new_id() -> str:
    """Return an unguessable id for a workspace: 256 random bits as 43 URL-safe characters."""
    return secrets.token_urlsafe(ID_BYTES)


def derived(secret: str, purpose: bytes) -> bytes:
    """Return 32 bytes that come from a secret for one purpose, and lead neither back nor to those for another."""
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"hartcity " + purpose)
    return key.derive(secret[:_LONGEST_ID].encode("utf-8", "surrogatepass"))


def share_key(secret: str) -> str:
    """Return the hexadecimal name under which the database knows the share whose secret this is."""
    return derived(secret, b"share lookup").hex()


class Seal:
    """Closes and opens the contents of one workspace.

    ``key`` is the hexadecimal name under which the database knows the workspace.
    """

    def __init__(self, workspace_id: str, *, for_owner_alone: bool = False) -> None:
        self.key = derived(workspace_id, b"lookup").hex()
        self._secret = derived(workspace_id, b"owner" if for_owner_alone else b"contents")
        self._cipher = AESGCM(self._secret)

    def wrapped_for(self, secret: str, *, terms: str) -> bytes:
        """Return the key to the contents, wrapped for whoever holds ``secret``, and bound to the share's ``terms``."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        bound = f"{self.key} {terms}".encode()
        return nonce + AESGCM(derived(secret, b"share")).encrypt(nonce, self._secret, bound)

    def close(self, value: Any, *, place: str) -> bytes:  # noqa: ANN401 - any JSON value
        """Return ``value`` (JSON) as sealed bytes that open only in the same ``place`` of the same workspace.

        Every string comes back as it was, with NUL and lone surrogates, which no database takes as text.
        """
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, *, place: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return what ``close`` was given.

        Raises:
            NotStoredError: the bytes were changed, or belong to another place or workspace.

        """
        try:
            plain = self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode())
        except (InvalidTag, ValueError):
            raise NotStoredError(Reason.DAMAGED) from None
        return json.loads(plain.decode("utf-8", "surrogatepass"))


class SharedSeal(Seal):
    """The seal of the workspace ``key`` for the holder of a share's ``secret``.

    ``wrapped`` is what ``wrapped_for`` made for the same secret and terms.

    Raises:
        NotStoredError: the bytes or the terms were changed, or the secret is another share's.

    """

    def __init__(self, key: str, wrapped: bytes, secret: str, *, terms: str) -> None:
        self.key = key
        try:
            self._secret = AESGCM(derived(secret, b"share")).decrypt(
                wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], f"{key} {terms}".encode()
            )
        except (InvalidTag, ValueError):
            raise NotStoredError(Reason.DAMAGED) from None
        self._cipher = AESGCM(self._secret)


class AccountSeal(Seal):
    """The seal of an account's own list of addresses, for a server that holds ``server_secret``.

    ``key`` is the hexadecimal name under which the database knows the account.
    """

    def __init__(self, server_secret: str, issuer: str, subject: str) -> None:
        named = json.dumps([issuer, subject]).encode()
        root = hmac.digest(server_secret.encode(), named, hashlib.sha256).hex()
        self.key = derived(root, b"account lookup").hex()
        self._secret = derived(root, b"account")
        self._cipher = AESGCM(self._secret)
