"""LanguageTool on this machine: found where it is already, else fetched jar by jar and checked against the lock."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests
from filelock import FileLock
from platformdirs import user_data_path

from hartcity.engines.languagetool.lock import SERVER_JAR, VERSION, Jar, jars, lock_digest, sha256_of
from hartcity.engines.languagetool.unchanged import Unchanged


FOLDER = f"LanguageTool-{VERSION}"
"""The name of the installation's folder; ``language_tool_python`` looks for the same one below ``LTP_PATH``."""

_MARK = ".hartcity"
_DOWNLOADS_AT_ONCE = 4


class InstallError(Exception):
    """LanguageTool could not be set up; the message is plain and may be shown."""


class ChangedFileError(InstallError):
    """A file is not, byte for byte, the one that the lock names."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an installation is, in jars and in bytes."""

    jars_done: int
    jars_total: int
    bytes_done: int
    bytes_total: int

    @property
    def share(self) -> float:
        """The share of the bytes that is here, 0-1."""
        return min(1.0, self.bytes_done / self.bytes_total)


OnProgress = Callable[[Progress], None]
Fetch = Callable[[Jar, Path, Callable[[int], None]], Path]


def home() -> Path:
    """Return the folder that holds the installation: ``LTP_PATH``, or the user's data folder."""
    chosen = os.environ.get("LTP_PATH")
    return Path(chosen) if chosen else user_data_path("hartcity", appauthor=False) / "languagetool"


def find_installation() -> Path | None:
    """Return the folder of an installation on this machine, or None.

    Looks below ``LTP_PATH``, in the user's data folder and where ``language_tool_python`` keeps its own download.
    """
    places = [home()]
    if "LTP_PATH" not in os.environ:
        places.append(Path.home() / ".cache" / "language_tool_python")
    folders = (place / FOLDER for place in places)
    return next((folder for folder in folders if (folder / SERVER_JAR).is_file() and not _is_outdated(folder)), None)


def is_ours(installation: Path) -> bool:
    """Whether this project set up the installation, so that it is what the lock says and may be added to."""
    return (installation / _MARK).exists()


def verify(installation: Path, *, anew: bool = True) -> None:
    """Compare an installation of ours with the lock, byte for byte; one that somebody else set up is theirs to check.

    Unless it is to be done ``anew``, one that was found right before is passed over if no file has changed since.
    Raises ChangedFileError naming the file.
    """
    if not is_ours(installation):
        return
    files = Unchanged("as locked", (installation / jar.path for jar in jars()))
    if not anew and files.answer() == lock_digest():
        return
    for jar in jars():
        _check(jar, installation / jar.path)
    files.keep(lock_digest())


def install(
    target_home: Path | None = None,
    *,
    on_progress: OnProgress = lambda _: None,
    fetch: Fetch | None = None,
) -> Path:
    """Return the folder of an installation, fetching and checking every jar that is not there yet.

    What was fetched before is kept, the folder appears only when it is whole, and a second process waits for the
    first. Raises InstallError, or ChangedFileError when a file differs from the lock.
    """
    place = target_home or home()
    place.mkdir(parents=True, exist_ok=True)
    target = place / FOLDER
    with FileLock(place / f".{FOLDER}.lock"):
        if (target / _MARK).exists() and not _is_outdated(target):
            verify(target)
            return target
        staging = place / f".{FOLDER}.partial"
        if target.exists() and not staging.exists():
            target.rename(staging)
        (staging / "libs").mkdir(parents=True, exist_ok=True)
        _fetch_missing(staging, _Counter(on_progress), fetch or _fetch_from_maven)
        _remove_strangers(staging)
        (staging / _MARK).write_text(lock_digest(), "utf-8")
        if target.exists():
            shutil.rmtree(target)
        staging.rename(target)
    return target


def _is_outdated(installation: Path) -> bool:
    """Whether this is an installation of ours from an earlier lock."""
    mark = installation / _MARK
    return mark.exists() and mark.read_text("utf-8") != lock_digest()


def _remove_strangers(folder: Path) -> None:
    """Remove jars that the lock does not name, since Java would load them all."""
    named = {folder / jar.path for jar in jars()}
    for path in folder.glob("libs/*.jar"):
        if path not in named:
            path.unlink()


class _Counter:
    """Adds up what the download threads report."""

    def __init__(self, on_progress: OnProgress) -> None:
        self._on_progress = on_progress
        self._lock = threading.Lock()
        self._jars = 0
        self._bytes = 0

    def add(self, *, size: int = 0, whole_jars: int = 0) -> None:
        with self._lock:
            self._bytes += size
            self._jars += whole_jars
            progress = Progress(self._jars, len(jars()), self._bytes, sum(jar.size for jar in jars()))
            self._on_progress(progress)


def _fetch_missing(staging: Path, counter: _Counter, fetch: Fetch) -> None:
    with (
        tempfile.TemporaryDirectory(dir=staging.parent, prefix=".fetching-") as scratch,
        ThreadPoolExecutor(_DOWNLOADS_AT_ONCE, thread_name_prefix="install") as pool,
    ):
        tasks = [pool.submit(_fetch_one, jar, staging, Path(scratch), counter, fetch) for jar in jars()]
        try:
            for task in tasks:
                task.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _fetch_one(jar: Jar, staging: Path, scratch: Path, counter: _Counter, fetch: Fetch) -> None:
    target = staging / jar.path
    if target.exists() and target.stat().st_size == jar.size and sha256_of(target) == jar.sha256:
        counter.add(size=jar.size, whole_jars=1)
        return
    try:
        fetched = fetch(jar, scratch, lambda size: counter.add(size=size))
    except (requests.RequestException, OSError, RuntimeError) as error:
        raise InstallError(
            f"LanguageTool could not be downloaded ({jar.artifact} {jar.version}). Is this machine connected to the "
            "internet? What was fetched so far is kept, and grammar is checked by Harper alone until then."
        ) from error
    _check(jar, fetched)
    fetched.replace(target)
    counter.add(whole_jars=1)


def _check(jar: Jar, path: Path) -> None:
    if not path.is_file():
        raise ChangedFileError(f"LanguageTool was not started: the file {path.name} is missing.")
    if sha256_of(path) != jar.sha256:
        raise ChangedFileError(
            f"LanguageTool was not started: the file {path.name} is not the one that was published as "
            f"{jar.coordinate}. Remove the folder {path.parent} to fetch it again."
        )


def _fetch_from_maven(jar: Jar, scratch: Path, on_bytes: Callable[[int], None]) -> Path:
    from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415 - needed once, and slow to load

    @contextmanager
    def report(_name: str, _size: int) -> Iterator[Callable[[int], None]]:
        yield on_bytes

    maven = MavenContext(
        resolver=PythonResolver(progress_callback=report),
        repo_cache=scratch,
        local_repos=[],
        timeout=30,
    )
    resolved: Path = maven.project(jar.group, jar.artifact).at_version(jar.version).artifact().resolve()
    return resolved
