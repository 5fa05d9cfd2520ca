"""What Java learned at one start is used at the next, and nothing but locked jars is loaded."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import zipfile
from pathlib import Path

import pytest
from language_tool_python.match import Match

from hartcity.engines.languagetool import aot_cache
from hartcity.engines.languagetool.class_path import class_path
from hartcity.engines.languagetool.client import Client, Endpoint, SilentServerError
from hartcity.engines.languagetool.java import find_java
from hartcity.engines.languagetool.java_process import ServerProcess
from hartcity.engines.languagetool.lock import SERVER_JAR, jars


@pytest.fixture
def linked(installation: Path, tmp_path: Path) -> Path:
    """Give an installation of the test's own, whose jars are links to the real ones."""
    copy = tmp_path / installation.name
    shutil.copytree(installation, copy, copy_function=os.link, ignore=shutil.ignore_patterns("ahead", "*classes.jar"))
    return copy


def test_a_strangers_jar_is_not_loaded(linked: Path):
    """A jar that was put beside the others is not on the class path, and no folder or pattern is."""
    (linked / "libs" / "stranger.jar").write_bytes(b"PK")
    parts = [Path(part) for part in class_path(linked).split(os.pathsep)]
    assert all(part.is_file() and part.suffix == ".jar" for part in parts)
    assert {part for part in parts if part.parent.name == "libs"} == {
        linked / jar.path for jar in jars() if jar.path != SERVER_JAR
    }


def test_the_servers_own_jar_brings_no_folder_with_it(linked: Path):
    """The jar that is named has the server's classes without a manifest, and is made again when it was changed."""
    plain = Path(class_path(linked).split(os.pathsep)[0])
    first = plain.read_bytes()
    with zipfile.ZipFile(plain) as made, zipfile.ZipFile(linked / SERVER_JAR) as locked:
        names = {name for name in locked.namelist() if not name.endswith("/")}
        assert set(made.namelist()) == names - {"META-INF/MANIFEST.MF"}
        assert all(made.read(name) == locked.read(name) for name in made.namelist())
    plain.write_bytes(b"changed")
    class_path(linked)
    assert plain.read_bytes() == first


def _first_answer(process: ServerProcess, text: str) -> list[Match]:
    """Ask until there is an answer: on a busy machine the server itself gives its first check up."""
    client = Client(Endpoint(process.url, process.owns), seconds=120)
    while process.is_alive:
        with contextlib.suppress(SilentServerError):
            return client.check(text)
    return []


@pytest.mark.languagetool
def test_what_was_learned_is_used_at_the_next_start(linked: Path, tmp_path: Path):
    """Java writes the file once, takes it at the next start, and answers as before."""
    java = find_java()
    if not aot_cache.is_wanted(java, linked):
        pytest.skip("this Java keeps nothing of what it learned")
    assert aot_cache.options(java, linked) == ()
    assert aot_cache.learn(java, linked, threading.Event(), rest_seconds=0.0)
    assert not aot_cache.is_wanted(java, linked)
    assert [path.name for path in (linked / "ahead").iterdir() if path.name != ".lock"] == [
        Path(aot_cache.options(java, linked)[0].partition("=")[2]).name
    ]
    process = ServerProcess(java, linked, tmp_path, options=(*aot_cache.options(java, linked), "-XX:AOTMode=on"))
    try:
        while process.is_alive and not process.is_listening():
            process.wait(0.1)
        assert process.is_alive, process.tail  # with this mode Java ends where the file does not fit
        assert [match.rule_id for match in _first_answer(process, "They is here.")]
    finally:
        process.stop()


def test_learning_ends_when_the_program_does(linked: Path):
    """A program that closes does not wait for it, and nothing is left half made."""
    closing = threading.Event()
    closing.set()
    assert not aot_cache.learn(find_java(), linked, closing)
    assert not list(linked.glob("ahead/*.aot"))


def test_an_installation_of_somebody_else_is_left_alone(tmp_path: Path):
    """Nothing is added to a folder that we did not set up."""
    (tmp_path / SERVER_JAR).write_bytes(b"PK")
    assert not aot_cache.is_wanted(find_java(), tmp_path)
    assert list(tmp_path.iterdir()) == [tmp_path / SERVER_JAR]
