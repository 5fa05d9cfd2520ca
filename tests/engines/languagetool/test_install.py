"""The installation: pinned, checked to the byte, resumable, and safe for two at once."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from hartcity.engines.languagetool import install as install_module
from hartcity.engines.languagetool import unchanged
from hartcity.engines.languagetool.install import (
    FOLDER,
    ChangedFileError,
    InstallError,
    Progress,
    find_installation,
    install,
    verify,
)
from hartcity.engines.languagetool.lock import SERVER_JAR, Jar, jars, sha256_of


SMALL = min(jars(), key=lambda jar: jar.size)


class Copier:
    """Fetches jars from the installation that the tests have, and counts."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.fetched: list[str] = []
        self.fails_after: int | None = None
        self.flips: str | None = None
        self._lock = threading.Lock()

    def __call__(self, jar: Jar, scratch: Path, on_bytes: Callable[[int], None]) -> Path:
        """Copy one jar, unless told to fail."""
        with self._lock:
            if self.fails_after is not None and len(self.fetched) >= self.fails_after:
                raise requests.ConnectionError
            self.fetched.append(jar.coordinate)
        copy = scratch / Path(jar.path).name
        shutil.copyfile(self.source / jar.path, copy)
        if jar.coordinate == self.flips:
            _flip_a_bit(copy)
        on_bytes(jar.size)
        return copy


def _flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.fixture
def copier(installation: Path) -> Copier:
    """Give a source of the real jars that needs no network."""
    return Copier(installation)


def test_the_lock_pins_the_english_set():
    """Every file has a digest and a place of its own; the server and English are there and other languages are not."""
    names = {jar.artifact for jar in jars()}
    assert {"languagetool-server", "languagetool-core", "language-en", "language-es", "language-pt"} <= names
    assert not {"language-all", "language-de", "language-fr"} & names
    assert len({jar.path for jar in jars()}) == len(jars())
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars())
    assert sum(jar.size for jar in jars()) < 110_000_000


def test_the_installation_is_what_the_lock_says(installation: Path):
    """Every byte that was installed is the one that was locked, in the layout that ``language_tool_python`` knows."""
    assert installation.name == FOLDER
    verify(installation)
    assert all(sha256_of(installation / jar.path) == jar.sha256 for jar in jars())


def test_language_tool_python_accepts_the_layout(installation: Path, monkeypatch: pytest.MonkeyPatch):
    """The library finds the server's jar below ``LTP_PATH``."""
    from language_tool_python.download_lt import LocalLanguageTool  # noqa: PLC0415 - reads the environment

    monkeypatch.setenv("LTP_PATH", str(installation.parent))
    assert LocalLanguageTool.from_version_name("6.8").get_jar_path() == installation / SERVER_JAR


def test_a_changed_byte_is_refused(copier: Copier, tmp_path: Path):
    """One flipped bit in one installed jar stops the start with the file's name in a plain message."""
    folder = install(tmp_path, fetch=copier)
    _flip_a_bit(folder / SMALL.path)
    with pytest.raises(ChangedFileError, match=Path(SMALL.path).name):
        verify(folder)
    with pytest.raises(ChangedFileError):
        install(tmp_path, fetch=copier)


def test_an_installation_that_was_found_right_is_read_again_only_once_it_changed(
    copier: Copier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A start does not read all files again, and still refuses a jar that changed since, with its times set back."""
    monkeypatch.setattr(unchanged, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(unchanged, "_TICK_NANOSECONDS", 0)
    read: list[Path] = []
    monkeypatch.setattr(install_module, "sha256_of", lambda path: (read.append(path), sha256_of(path))[1])
    folder = install(tmp_path, fetch=copier)
    verify(folder, anew=False)
    read.clear()
    verify(folder, anew=False)
    assert read == []
    verify(folder)
    assert len(read) == len(jars())
    jar = folder / SMALL.path
    before = jar.stat()
    _flip_a_bit(jar)
    os.utime(jar, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ChangedFileError, match=jar.name):
        verify(folder, anew=False)
    with pytest.raises(ChangedFileError, match=jar.name):
        verify(folder, anew=False)


def test_a_changed_byte_on_the_way_is_refused(copier: Copier, tmp_path: Path):
    """A jar that differs from the lock when it arrives is not installed, and no installation appears."""
    copier.flips = SMALL.coordinate
    with pytest.raises(ChangedFileError, match="not the one that was published"):
        install(tmp_path, fetch=copier)
    assert not (tmp_path / FOLDER).exists()


def test_without_a_network_the_message_is_plain(copier: Copier, tmp_path: Path):
    """No connection gives a sentence for the student and no installation."""
    copier.fails_after = 0
    with pytest.raises(InstallError, match="connected to the internet"):
        install(tmp_path, fetch=copier)
    assert not (tmp_path / FOLDER).exists()


def test_an_interrupted_installation_goes_on_where_it_was(copier: Copier, tmp_path: Path):
    """What was fetched and is right is not fetched again; what is damaged is."""
    copier.fails_after = 60
    with pytest.raises(InstallError):
        install(tmp_path, fetch=copier)
    kept = sorted((tmp_path / f".{FOLDER}.partial" / "libs").glob("*.jar"))
    assert 0 < len(kept) <= 60
    _flip_a_bit(kept[0])
    copier.fails_after = None
    copier.fetched.clear()
    verify(install(tmp_path, fetch=copier))
    assert len(copier.fetched) == len(jars()) - len(kept) + 1


def test_progress_reaches_the_end(copier: Copier, tmp_path: Path):
    """Progress counts jars and bytes up to all of them and never back."""
    seen: list[Progress] = []
    install(tmp_path, fetch=copier, on_progress=seen.append)
    assert [each.bytes_done for each in seen] == sorted(each.bytes_done for each in seen)
    assert (seen[-1].jars_done, seen[-1].share) == (len(jars()), 1.0)


def test_two_at_once_fetch_once(copier: Copier, tmp_path: Path):
    """Of two installations at the same time one does the work and both find it whole."""
    with ThreadPoolExecutor(2) as pool:
        folders = list(pool.map(lambda _: install(tmp_path, fetch=copier), range(2)))
    assert folders[0] == folders[1]
    assert len(copier.fetched) == len(jars())


def test_an_installation_of_an_older_lock_is_brought_up_to_date(copier: Copier, tmp_path: Path):
    """Jars that are still right stay, missing ones are fetched, and ones that nobody names any more are removed."""
    folder = install(tmp_path, fetch=copier)
    (folder / ".hartcity").write_text("an older lock", "utf-8")
    (folder / SMALL.path).unlink()
    (folder / "libs" / "stranger.jar").write_bytes(b"old")
    copier.fetched.clear()
    verify(install(tmp_path, fetch=copier))
    assert copier.fetched == [SMALL.coordinate]
    assert not (folder / "libs" / "stranger.jar").exists()


def test_ltp_path_is_honored(copier: Copier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An installation below ``LTP_PATH`` is the one that is found, and nothing else is looked at."""
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    assert find_installation() is None
    folder = install(fetch=copier)
    assert folder == tmp_path / FOLDER == find_installation()


def test_an_installation_of_somebody_else_is_used_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A server jar that we did not install is found and not held against our lock."""
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / SERVER_JAR).write_bytes(b"theirs")
    found = find_installation()
    assert found == tmp_path / FOLDER
    verify(found)
