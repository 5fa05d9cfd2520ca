"""Reading zip archives from strangers.

Defenses (OWASP ASVS 5.0, 5.2.3; CVE-2024-0450): the directory's size is read before Python parses it, members may not
overlap, names may not leave the archive, sizes are checked as declared and counted again while reading, because
declared sizes lie. Members go to memory, never to a disk.
"""

from __future__ import annotations

import io
import mmap
import re
import stat
import struct
import zipfile
import zlib
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Self, TypeAlias

from hartcity.files.refusal import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

_MEGABYTE = 1_000_000
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_LOCAL_SIZE = 30
_ZIP64 = (0xFFFF, 0xFFFFFFFF)
_ENCRYPTED = 0x1
_DIRECTORY_BYTES_EACH = 400
_CHUNK = 65_536
_LONGEST_NAME = 255
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)
_BAD_NAME = re.compile(
    r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]|^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)"
)

_Bytes: TypeAlias = bytes | mmap.mmap

_DAMAGED = "This file is damaged or cut off, so it cannot be opened. Could you save or download it again?"
_TOO_MUCH = "This file unpacks to far more than a document of this kind holds, so it was not opened."
_CROOKED = "This file is built in a way that ordinary programs do not use, so it was not opened."


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much an archive may hold. Sizes are in bytes after unpacking; ``ratio`` is unpacked to packed size."""

    members: int = 500
    member_bytes: int = 40 * _MEGABYTE
    total_bytes: int = 80 * _MEGABYTE
    ratio: float = 100.0
    ratio_from_bytes: int = _MEGABYTE


def is_archive(data: bytes) -> bool:
    """Whether ``data`` begins as a zip archive does."""
    return data[:4] in {b"PK\x03\x04", _END}


def read_members(
    data: bytes, wanted: Callable[[str], bool], limits: ArchiveLimits | None = None
) -> Mapping[str, bytes]:
    """Return the members whose name is ``wanted``, by name, in the archive's order.

    Every member is checked, also those that are not read.

    Raises:
        RefusedFileError: when the archive is damaged, protected, larger than ``limits`` or built to do harm.

    """
    limits = limits or ArchiveLimits()
    _check_end(data, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_members(members, limits)
            _check_overlap(data, members)
            return _read(archive, [member for member in members if wanted(member.filename)], limits)
    except _FAULTS as error:
        raise RefusedFileError(_DAMAGED) from error


class OpenArchive:
    """An archive on a disk whose members are read one at a time, so that its size does not count against memory.

    It is a context manager and safe from one thread. ``read`` may be called for any of ``sizes``.
    """

    def __init__(self, path: Path, limits: ArchiveLimits) -> None:
        """Check every member. Raises RefusedFileError as ``read_members`` does."""
        self._limits = limits
        try:
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                _check_end(data, limits)
                with ExitStack() as stack:
                    self._archive = stack.enter_context(zipfile.ZipFile(path))
                    members = self._archive.infolist()
                    _check_members(members, limits)
                    _check_overlap(data, members)
                    stack.pop_all()
        except _FAULTS as error:
            raise RefusedFileError(_DAMAGED) from error
        self._members = {member.filename: member for member in members if not member.is_dir()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    @property
    def sizes(self) -> Mapping[str, int]:
        """The members' names in the archive's order, with the bytes that each declares."""
        return {name: member.file_size for name, member in self._members.items()}

    def read(self, name: str) -> bytes:
        """Return the bytes of one member. Raises RefusedFileError when it is damaged or larger than it declares."""
        try:
            return _read(self._archive, [self._members[name]], self._limits)[name]
        except _FAULTS as error:
            raise RefusedFileError(_DAMAGED) from error


def _check_end(data: _Bytes, limits: ArchiveLimits) -> None:
    """Refuse by the end record alone, before Python builds an object for each of a million members."""
    place = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if place < 0 or len(data) < place + _END_SIZE:
        raise RefusedFileError(_DAMAGED)
    entries, directory_bytes = struct.unpack_from("<HL", data, place + 10)
    if entries in _ZIP64 or directory_bytes in _ZIP64:
        raise RefusedFileError(_TOO_MUCH)
    if entries > limits.members or directory_bytes > limits.members * _DIRECTORY_BYTES_EACH:
        raise RefusedFileError(f"This file holds {entries:,} parts; at most {limits.members:,} are read.")


def _check_members(members: list[zipfile.ZipInfo], limits: ArchiveLimits) -> None:
    if len({member.filename for member in members}) != len(members) or len(members) > limits.members:
        raise RefusedFileError(_CROOKED)
    for member in members:
        is_link = stat.S_ISLNK(member.external_attr >> 16)
        if is_link or len(member.orig_filename) > _LONGEST_NAME or _BAD_NAME.search(member.orig_filename):
            raise RefusedFileError(_CROOKED)
        if member.flag_bits & _ENCRYPTED:
            raise RefusedFileError("This file is protected by a password. Could you save a copy without one?")
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise RefusedFileError(_CROOKED)
        packed = max(member.compress_size, 1)
        is_dense = member.file_size > limits.ratio_from_bytes and member.file_size / packed > limits.ratio
        if is_dense or member.file_size > limits.member_bytes:
            raise RefusedFileError(_TOO_MUCH)
    if sum(member.file_size for member in members) > limits.total_bytes:
        raise RefusedFileError(_TOO_MUCH)


def _check_overlap(data: _Bytes, members: list[zipfile.ZipInfo]) -> None:
    """Refuse members that share bytes: that is how a small file claims to hold a large one many times."""
    ranges = []
    for member in members:
        start = member.header_offset
        if start < 0 or data[start : start + 4] != b"PK\x03\x04":
            raise RefusedFileError(_DAMAGED)
        name_length, extra_length = struct.unpack_from("<HH", data, start + 26)
        ranges.append((start, start + _LOCAL_SIZE + name_length + extra_length + member.compress_size))
    ranges.sort()
    if any(end > start for (_, end), (start, _) in pairwise(ranges)) or any(end > len(data) for _, end in ranges):
        raise RefusedFileError(_CROOKED)


def _read(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], limits: ArchiveLimits) -> dict[str, bytes]:
    left = limits.total_bytes
    read: dict[str, bytes] = {}
    for member in members:
        chunks: list[bytes] = []
        size = 0
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > min(left, limits.member_bytes):
                    raise RefusedFileError(_TOO_MUCH)
                chunks.append(chunk)
        left -= size
        read[member.filename] = b"".join(chunks)
    return read
