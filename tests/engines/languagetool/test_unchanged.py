"""What is known of files is known only as long as they stand as they stood."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hartcity.engines.languagetool import unchanged
from hartcity.engines.languagetool.unchanged import Unchanged


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no time of change to rely on")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is known in a folder of the test's own, and take files for old ones at once."""
    monkeypatch.setattr(unchanged, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(unchanged, "_TICK_NANOSECONDS", 0)
    return tmp_path / "cache" / "unchanged"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file of which something is known."""
    made = tmp_path / "file.jar"
    made.write_bytes(b"as it was")
    Unchanged("tried", [made]).keep("right")
    assert Unchanged("tried", [made]).answer() == "right"
    return made


def _keeping_its_times(change: Callable[[Path], None]) -> Callable[[Path], None]:
    def changed(path: Path) -> None:
        before = path.stat()
        change(path)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    return changed


def _replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_bytes(b"otherwise"),
        _keeping_its_times(lambda path: path.write_bytes(b"otherwise")),
        _keeping_its_times(_replace),
        lambda path: path.chmod(0o755),
        lambda path: path.unlink(),
    ],
    ids=["written", "written with its times set back", "replaced", "other rights", "gone"],
)
def test_a_file_that_changed_is_not_known(file: Path, change: Callable[[Path], None]):
    """Whatever was done to the file, also with its size and times as before, nothing is known of it any more."""
    change(file)
    assert Unchanged("tried", [file]).answer() is None


def test_an_answer_is_for_its_topic_and_its_files(file: Path, tmp_path: Path):
    """What is known of one thing is not taken for another."""
    (tmp_path / "second").write_bytes(b"")
    assert Unchanged("other", [file]).answer() is None
    assert Unchanged("tried", [file, tmp_path / "second"]).answer() is None


def test_a_file_that_changes_while_it_is_read_is_not_known(file: Path):
    """An answer counts for the files as they were when they were looked at, and not for what became of them."""
    seen = Unchanged("tried again", [file])
    file.write_bytes(b"otherwise")
    seen.keep("right")
    assert Unchanged("tried again", [file]).answer() is None


def test_a_file_that_changed_a_moment_ago_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A second change within the same tick of the file system would not show, so a fresh file is read again."""
    monkeypatch.undo()
    monkeypatch.setattr(unchanged, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(unchanged, "_TICK_NANOSECONDS", 3_600_000_000_000)
    fresh = tmp_path / "fresh"
    fresh.write_bytes(b"just now")
    Unchanged("tried", [fresh]).keep("right")
    assert Unchanged("tried", [fresh]).answer() is None


@pytest.mark.parametrize("which", ["the folder", "the note"])
def test_what_others_may_write_is_not_believed(file: Path, cache: Path, which: str):
    """A note that another user could have written is passed over."""
    (note,) = cache.iterdir()
    place = cache if which == "the folder" else note
    place.chmod(place.stat().st_mode | 0o002)
    assert Unchanged("tried", [file]).answer() is None


def test_where_nothing_can_be_kept_nothing_is_known(file: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder that cannot be made is no fault: files are read again each time."""
    monkeypatch.setattr(unchanged, "user_cache_path", lambda *_, **__: file / "below")
    Unchanged("tried", [file]).keep("right")
    assert Unchanged("tried", [file]).answer() is None
