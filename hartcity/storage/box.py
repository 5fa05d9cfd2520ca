"""A box that anybody can put something into and that only the holder of its secret can open.

For every piece a fresh X25519 key (RFC 7748) agrees on a secret with the box's public key; from it comes, by
HKDF-SHA256, the key that seals the piece with AES-256-GCM, bound to both public keys: the shape of HPKE's base mode
(RFC 9180).
"""

from __future__ import annotations

import json
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hartcity.storage.errors import NotStoredError, Reason


PUBLIC_BYTES = 32
_NONCE_BYTES = 12


def close(public: bytes, value: Any, *, place: str) -> bytes:  # noqa: ANN401 - any JSON value
    """Return ``value`` (JSON) sealed for the box of a public key; it opens in the same ``place`` only."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    fresh, nonce = X25519PrivateKey.generate(), secrets.token_bytes(_NONCE_BYTES)
    ours = fresh.public_key().public_bytes_raw()
    cipher = _cipher(fresh.exchange(X25519PublicKey.from_public_bytes(public)), ours, public)
    return ours + nonce + cipher.encrypt(nonce, plain, place.encode())


class Box:
    """A box with the secret that opens it: 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        self._private = X25519PrivateKey.from_private_bytes(secret)
        self.public = self._private.public_key().public_bytes_raw()

    def open(self, sealed: bytes, *, place: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return what ``close`` was given.

        Raises:
            NotStoredError: the bytes were changed, or belong to another place or box.

        """
        theirs, nonce = sealed[:PUBLIC_BYTES], sealed[PUBLIC_BYTES : PUBLIC_BYTES + _NONCE_BYTES]
        try:
            shared = self._private.exchange(X25519PublicKey.from_public_bytes(theirs))
            cipher = _cipher(shared, theirs, self.public)
            plain = cipher.decrypt(nonce, sealed[PUBLIC_BYTES + _NONCE_BYTES :], place.encode())
        except (InvalidTag, ValueError):
            raise NotStoredError(Reason.DAMAGED) from None
        return json.loads(plain.decode("utf-8", "surrogatepass"))


def _cipher(shared: bytes, fresh: bytes, public: bytes) -> AESGCM:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"hartcity box " + fresh + public)
    return AESGCM(key.derive(shared))
