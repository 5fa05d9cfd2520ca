"""A class on this machine: what was dropped, how its run stands, and what came out, in a folder of its own.

The run is a process of its own, ``python -m hartcity class``, so that it goes on when a page is closed, yields to those
who write, and can be started again after a restart. The folder's name is a digest of the class's id: who sees the
folder cannot open the class's address.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock

from hartcity.assignment import COURSE
from hartcity.classes.finished import FinishedClass
from hartcity.classes.run_process import RunProcess, Stage, Standing
from hartcity.files import shown_name
from hartcity.identity import Account
from hartcity.storage.inboxes import inbox_name
from hartcity.storage.location import data_folder


KEPT_DAYS = 60
"""A class that nobody opened for so many days is deleted."""

_FOLDER = "classes"
_INBOX = "inbox"
_DAY_SECONDS = 86_400
_WAIT_SECONDS = 30.0
_ID = re.compile(r"[\w-]{20,64}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a tutor chose for a class. ``assignment_words`` are left out when drafts are compared.

    ``owner`` is the id of the account that made it, and empty where nobody signs in.
    """

    name: str
    assignment: str = COURSE
    assignment_words: str = ""
    quotations: Mapping[str, list[str]] | None = None
    owner: str = ""


class BusyError(RuntimeError):
    """Another class is being read on this machine."""


class ClassFolder:
    """One class; ``class_id`` is a secret of at least 120 bits that stands in its address."""

    def __init__(self, class_id: str) -> None:
        if not _ID.fullmatch(class_id):
            raise ValueError("This is no id of a class.")
        self.id = class_id
        self.path = classes_folder() / hashlib.sha256(class_id.encode()).hexdigest()[:32]
        self.source, self.out = self.path / "source", self.path / "out"

    @property
    def is_there(self) -> bool:
        """Whether the class exists; opening it puts off its deletion."""
        if not (self.path / "settings.json").is_file():
            return False
        with suppress(OSError):
            os.utime(self.path)
        return True

    @property
    def settings(self) -> Settings:
        """What the tutor chose."""
        return Settings(**json.loads((self.path / "settings.json").read_text(encoding="utf-8")))

    def save(self, settings: Settings) -> None:
        """Keep what the tutor chose."""
        part = self.path / "settings.json.part"
        part.write_text(json.dumps(asdict(settings)), encoding="utf-8")
        part.replace(self.path / "settings.json")

    def drop(self, name: str, file: BinaryIO) -> None:
        """Take one file; the second of a name is numbered as browsers do it, as it may be another student's."""
        shown = Path(shown_name(name))
        target, turn = self.source / shown, 1
        while target.exists():
            turn += 1
            target = self.source / f"{shown.stem} ({turn}){shown.suffix}"
        with target.open("xb") as kept:
            shutil.copyfileobj(file, kept)

    @property
    def holds_files(self) -> bool:
        """Whether there is anything to read."""
        return any(self.source.iterdir())

    @property
    def finished(self) -> FinishedClass:
        """What came out so far."""
        return FinishedClass(self.out)

    def start(self, *, bring: Callable[[], None] | None = None) -> None:
        """Begin to read the class, or go on where it stopped; ``bring`` puts files into it first.

        Raises BusyError while another class is read here, and has then brought nothing.
        """
        with FileLock(classes_folder() / "starting.lock"):
            if any(other.standing().stage is Stage.RUNNING for other in _all()):
                raise BusyError("Another class is being read on this machine at the moment.")
            if bring is not None:
                bring()
            self._run.begin(self.settings.assignment)

    def stop(self) -> None:
        """Ask the run to stop after the drafts in work; it can go on later."""
        self._run.stop()

    def standing(self) -> Standing:
        """Return how the run stands, also after a restart of the app or the machine."""
        return self._run.standing()

    @property
    def _run(self) -> RunProcess:
        return RunProcess(self.path)

    def delete(self) -> None:
        """Stop the run and delete everything of the class."""
        self._run.stop(wait_seconds=_WAIT_SECONDS)
        shutil.rmtree(self.path, ignore_errors=True)


def classes_folder() -> Path:
    """Return the folder of all classes, readable by its owner alone."""
    folder = data_folder() / _FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def new_class(settings: Settings) -> ClassFolder:
    """Make an empty class."""
    made = ClassFolder(secrets.token_urlsafe(18))
    made.source.mkdir(parents=True, mode=0o700)
    (made.path / _INBOX).write_text(inbox_name(made.id), encoding="ascii")
    made.save(settings)
    return made


def open_class(class_id: str, account: Account | None) -> ClassFolder | None:
    """Return the class under an id, for the account that made it; None when there is none, or it is another's.

    A class that was made where nobody signs in opens for whoever knows its id.
    """
    try:
        found = ClassFolder(class_id)
    except ValueError:
        return None
    if not found.is_there or found.settings.owner not in {"", "" if account is None else account.id}:
        return None
    return found


def _all() -> Iterator[ClassFolder]:
    folder = data_folder() / _FOLDER
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir():
            yield _at(path)


def _at(path: Path) -> ClassFolder:
    """Return the class in a folder whose id is not known here."""
    found = ClassFolder("-" * 24)
    found.path, found.source, found.out = path, path / "source", path / "out"
    return found


def delete_old_classes(delete_inbox: Callable[[str], object]) -> None:
    """Delete the classes that nobody opened for ``KEPT_DAYS``.

    ``delete_inbox`` deletes the inbox of a name (see ``inbox_name``) with what was handed in and never read. Where it
    raises, the class stays with its inbox until the next time.
    """
    for found in _all():
        with suppress(OSError):  # another process deletes it at this moment
            is_old = time.time() - found.path.stat().st_mtime > KEPT_DAYS * _DAY_SECONDS
            if is_old and found.standing().stage is not Stage.RUNNING:
                delete_inbox(_inbox_of(found.path))
                found.delete()


def _inbox_of(path: Path) -> str:
    """Return the name of the inbox of the class in a folder, whose id is not known here; empty for an older class."""
    kept = path / _INBOX
    return kept.read_text(encoding="ascii") if kept.is_file() else ""
