"""``languagetool install|status|serve``."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from typer.testing import CliRunner

from hartcity.cli.languagetool import app
from hartcity.engines.languagetool.install import FOLDER, find_installation, install
from hartcity.engines.languagetool.lock import SERVER_JAR


@pytest.fixture(scope="session")
def installation() -> Path:
    """Give the folder of a whole installation."""
    return find_installation() or install()


def _status() -> dict[str, object]:
    ran = subprocess.run(
        [sys.executable, "-m", "hartcity", "languagetool", "status", "--json"], capture_output=True, check=True
    )
    return json.loads(ran.stdout)


def test_status_is_one_json_object_with_the_agreed_keys(installation: Path):
    """The folder, the version, the Java in use, and that no server runs."""
    told = _status()
    assert set(told) == {"path", "version", "java", "running", "url"}
    assert told["path"] == str(installation)
    assert told["version"] == "6.8"
    assert Path(str(told["java"])).exists()


def test_status_of_a_machine_without_languagetool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Where it is not installed the path is empty, and the plain words say how to get it."""
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    told = json.loads(CliRunner().invoke(app, ["status", "--json"]).output)
    assert (told["path"], told["running"], told["url"]) == ("", False, None)
    assert "install" in CliRunner().invoke(app, ["status"]).output


def test_install_finds_what_is_there(installation: Path):
    """An installation that is whole is named and nothing is fetched."""
    told = CliRunner().invoke(app, ["install"])
    assert told.exit_code == 0
    assert str(installation) in told.output.replace("\n", "")


def test_install_refuses_a_changed_file(installation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A jar with another byte ends the command with the reason and status 1."""
    folder = tmp_path / FOLDER
    (folder / "libs").mkdir(parents=True)
    for path in [*installation.glob("libs/*.jar"), installation / ".hartcity"]:
        (folder / path.relative_to(installation)).symlink_to(path)
    changed = bytearray((installation / SERVER_JAR).read_bytes())
    changed[1000] ^= 1
    (folder / SERVER_JAR).write_bytes(changed)
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    told = CliRunner().invoke(app, ["install"])
    assert told.exit_code == 1
    assert SERVER_JAR in told.output


@pytest.mark.languagetool
def test_serve_prints_its_address_and_ends_with_its_java(installation: Path):
    """The server answers where it says, ``status`` knows of it, and a signal ends both processes."""
    assert installation.is_dir()
    serving = subprocess.Popen(
        [sys.executable, "-m", "hartcity", "languagetool", "serve"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert serving.stdout is not None
        url = serving.stdout.readline().strip()
        assert url.startswith("http://127.0.0.1:")
        children = psutil.Process(serving.pid).children(recursive=True)
        assert children
        told = _status()
        assert (told["running"], told["url"]) == (True, url)
    finally:
        serving.send_signal(signal.SIGTERM)
        serving.communicate(timeout=60)
    assert psutil.wait_procs(children, timeout=10)[1] == []
    assert _status()["running"] is False
