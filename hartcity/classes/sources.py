"""Every file of a class, wherever it stands: in a folder, in a zip, or in a zip within one.

Nothing is unpacked to a disk. Only names and sizes are held, and the bytes of a file are read when they are asked for:
a class may be larger than the memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from hartcity.classes.name_words import is_note
from hartcity.documents import LARGEST_BYTES
from hartcity.files import ArchiveLimits, OpenArchive, RefusedFileError, read_members, shown_name


LARGEST_TABLE_BYTES = 40_000_000
"""The largest table or packed folder within a class, in bytes; both hold the work of many."""

_LARGER = ("csv", "tsv", "jsonl", "ndjson", "json", "zip")
_PAGES = ("html", "htm")
_CLASS_LIMITS = ArchiveLimits(
    members=20_000, member_bytes=LARGEST_TABLE_BYTES, total_bytes=4_000_000_000, ratio_from_bytes=5_000_000
)
_PACKED_LIMITS = ArchiveLimits(member_bytes=LARGEST_TABLE_BYTES)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the class. ``path`` divides its folders by ``/``; ``read`` gives the bytes or RefusedFileError."""

    path: str
    read: Callable[[], bytes]

    @property
    def ending(self) -> str:
        """The file's ending in small letters, without the dot."""
        return self.path.rpartition(".")[2].lower()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not read, and why in a plain sentence."""

    file: str
    reason: str


@dataclass(slots=True)
class ClassFiles:
    """The files of a class in the order of their paths, and what could not be opened. Close it after the last read."""

    files: list[SourceFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    _open: ExitStack = field(default_factory=ExitStack)

    def close(self) -> None:
        """Close the archive that the files are read from."""
        self._open.close()

    def keep_open(self, archive: OpenArchive) -> OpenArchive:
        """Return ``archive``, which is closed with this."""
        return self._open.enter_context(archive)


def gather(root: Path, *, besides: Path | None = None) -> ClassFiles:
    """Return the files of the class at ``root``: a folder, a zip, or one file; what stands in ``besides`` is no part.

    Notes of a system or a learning platform are passed over. Raises RefusedFileError when ``root`` itself cannot be
    opened.
    """
    found = ClassFiles()
    if root.is_dir():
        _folder(found, root, besides)
    elif root.suffix.lower() == ".zip":
        archive = found.keep_open(OpenArchive(root, _CLASS_LIMITS))
        for name, size in archive.sizes.items():
            _add(found, name, size, partial(archive.read, name))
    elif root.is_file():
        _add(found, root.name, root.stat().st_size, root.read_bytes)
    else:
        raise RefusedFileError("There is no folder and no file of this name.")
    found.files = sorted(_without_companions(found.files), key=lambda file: file.path)
    found.left_out.sort(key=lambda one: one.file)
    return found


def _without_companions(files: list[SourceFile]) -> list[SourceFile]:
    """Return the files without the folder that Word and browsers save beside a page, with pictures and scripts."""
    beside = {PurePosixPath(f"{file.path.rpartition('.')[0]}_files") for file in files if file.ending in _PAGES}
    return [file for file in files if beside.isdisjoint(PurePosixPath(file.path).parents)]


def _folder(found: ClassFiles, root: Path, besides: Path | None) -> None:
    outside = besides.resolve() if besides else None

    def unreadable(error: OSError) -> None:
        name = Path(error.filename or "").name
        found.left_out.append(LeftOut(name, "This folder cannot be opened."))

    for folder, folders, files in os.walk(root, onerror=unreadable):
        folders[:] = sorted(name for name in folders if (Path(folder) / name).resolve() != outside)
        for name in sorted(files):
            path = Path(folder) / name
            inner = path.relative_to(root).as_posix()
            try:
                if path.is_symlink() or not path.is_file():
                    found.left_out.append(LeftOut(inner, "This is a link to another place, so it was not opened."))
                else:
                    _add(found, inner, path.stat().st_size, partial(_read, path))
            except OSError:
                found.left_out.append(LeftOut(inner, "This file cannot be opened."))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedFileError("This file cannot be opened.") from error


def _add(found: ClassFiles, path: str, size: int, read: Callable[[], bytes]) -> None:
    path = path.encode("utf-8", "replace").decode().replace("\\", "/")
    if is_note(path):
        return
    file = SourceFile(path, read)
    most = LARGEST_TABLE_BYTES if file.ending in _LARGER else LARGEST_BYTES
    if size > most:
        reason = f"This file is larger than {most // 1_000_000} MB, which is the most we read."
        found.left_out.append(LeftOut(path, reason))
    elif file.ending == "zip":
        _packed(found, file)
    else:
        found.files.append(file)


def _packed(found: ClassFiles, packed: SourceFile) -> None:
    """Add the files of a zip within the class, as if they stood in a folder of its name."""
    folder = packed.path.removesuffix(packed.path[-4:])
    try:
        for name in _members(packed):
            inner = f"{folder}/{name}"
            if is_note(inner) or name.endswith("/"):
                continue
            if name.lower().endswith(".zip"):
                found.left_out.append(LeftOut(inner, "This zip stands within two others. Could you unpack it first?"))
            else:
                found.files.append(SourceFile(inner, partial(_member, packed, name)))
    except RefusedFileError as refusal:
        found.left_out.append(LeftOut(packed.path, str(refusal)))


def _members(packed: SourceFile) -> Iterator[str]:
    names: list[str] = []

    def note(name: str) -> bool:
        names.append(name)
        return False

    read_members(packed.read(), note, _PACKED_LIMITS)
    return iter(names)


def _member(packed: SourceFile, name: str) -> bytes:
    return read_members(packed.read(), name.__eq__, _PACKED_LIMITS)[name]


def shown(path: str) -> str:
    """Return ``path`` as it may be shown: without controls and direction marks in any of its parts."""
    return "/".join(shown_name(part) for part in path.split("/") if part)
