"""Short codes that can be read out loud: what they are made of, how they seal a share's secret, and who may guess.

A code has ten letters of twenty that neither sound nor look alike, 43 random bits. That is too few against somebody who
has the database and may try as often as they like, so a code lives for minutes, works once, and each try costs a
deliberately slow scrypt (RFC 7914), with which all codes take thousands of years of a processor. Against guesses
through the screen there are limits: so many wrong tries for one page, so many for one address, behind which a whole
school may sit, and so many for all together, beyond which no try is computed at all. When a flood from many machines
closes the codes for some minutes, links still open.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict, deque
from datetime import timedelta
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt


LETTERS = "2346789CFHJKLMQRTWXY"
LENGTH = 10
LIFETIME = timedelta(minutes=10)
"""How long a code works."""

WRONG_TRIES = 5
"""So many wrong codes from one page within ``WINDOW`` are looked at; the next have to wait."""

WRONG_TRIES_OF_ADDRESS = 40
"""So many wrong codes from one address: a class with a typing error each."""

WRONG_TRIES_OF_ALL = 300
"""So many wrong codes from everybody together within ``WINDOW``: half a minute of one processor."""

WINDOW = timedelta(minutes=10)

COST = 2**15
"""The cost parameter of scrypt, with blocks of 1 KiB: 32 MiB and a tenth of a second for a try."""

_MOST_NAMES = 20_000
_NONCE_BYTES = 12
_GROUP = 5
_SALT = b"hartcity share code"


class CodeRefusal(StrEnum):
    """Why a code did not open anything."""

    NOT_A_CODE = "not_a_code"
    WRONG = "wrong"
    TOO_MANY_TRIES = "too_many_tries"


class CodeError(Exception):
    """A code was not taken; ``refusal`` says why. What was typed is never part of the message."""

    def __init__(self, refusal: CodeRefusal) -> None:
        super().__init__(f"code refused: {refusal.value}")
        self.refusal = refusal


def new_code(length: int = LENGTH, group: int = _GROUP) -> str:
    """Return a code of ``length`` letters and digits as it is read out: in groups, by default two of five."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(length))
    return "-".join(letters[place : place + group] for place in range(0, length, group))


class SpokenCode:
    """A code as it was typed, whatever its case, spaces and hyphens.

    Making one takes a tenth of a second. ``key`` is the name under which the database knows it.

    Raises:
        CodeError: the words cannot be a code.

    """

    def __init__(self, typed: str) -> None:
        derived = Scrypt(salt=_SALT, length=64, n=COST, r=8, p=1).derive(letters_of(typed).encode("ascii"))
        self.key = derived[:32].hex()
        self._cipher = AESGCM(derived[32:])

    def close(self, secret: str) -> bytes:
        """Return a share's secret, sealed with the code."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, secret.encode("ascii"), None)

    def open(self, sealed: bytes) -> str:
        """Return what ``close`` was given.

        Raises:
            CodeError: the bytes were changed.

        """
        try:
            return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None).decode("ascii")
        except InvalidTag:
            raise CodeError(CodeRefusal.WRONG) from None


def letters_of(typed: str, length: int = LENGTH) -> str:
    """Return the letters of a code, ``length`` of them; raises CodeError when ``typed`` cannot be one."""
    letters = "".join(typed[:100].upper().split()).replace("-", "")
    if len(letters) != length or not set(letters) <= set(LETTERS):
        raise CodeError(CodeRefusal.NOT_A_CODE)
    return letters


class Guesses:
    """The wrong tries of the last minutes, in this process's memory alone; safe to share between threads.

    ``now`` is in milliseconds since 1970, as ``Database.now`` gives it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tries: OrderedDict[tuple[str, str], deque[int]] = OrderedDict()
        self.one_at_a_time = threading.Lock()

    def count(self, page: str, address: str, now: int) -> None:
        """Count a try as a wrong one before it is computed, so that no two tries slip through at once.

        ``page`` and ``address`` name where the code was typed: one opening of the screen, and a visitor's machine.

        Raises:
            CodeError: there were too many; this one is not counted and must not be computed.

        """
        with self._lock:
            limited = [(self._of(name, now), most) for name, most in self._limits(page, address).items()]
            if any(len(tries) >= most for tries, most in limited):
                raise CodeError(CodeRefusal.TOO_MANY_TRIES)
            for tries, _ in limited:
                tries.append(now)

    def forgive(self, page: str, address: str) -> None:
        """Take back the last count of somebody whose code was right."""
        with self._lock:
            for name in self._limits(page, address):
                tries = self._tries.get(name)
                if tries:
                    tries.pop()

    @staticmethod
    def _limits(page: str, address: str) -> dict[tuple[str, str], int]:
        return {
            ("page", page): WRONG_TRIES,
            ("address", address): WRONG_TRIES_OF_ADDRESS,
            ("all", ""): WRONG_TRIES_OF_ALL,
        }

    def _of(self, name: tuple[str, str], now: int) -> deque[int]:
        """Return the tries that still count; what has been quiet longest is forgotten when there are too many names."""
        tries = self._tries.setdefault(name, deque())
        self._tries.move_to_end(name)
        while len(self._tries) > _MOST_NAMES:
            self._tries.popitem(last=False)
        while tries and tries[0] <= now - WINDOW // timedelta(milliseconds=1):
            tries.popleft()
        return tries
