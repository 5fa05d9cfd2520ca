"""The supervised server: one Java however slow, back after every fault, and stepped over while it is away."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from hartcity.engines import EngineState, Grammar, GrammarResult
from hartcity.engines.languagetool import local_server
from hartcity.engines.languagetool.client import Muted
from hartcity.engines.languagetool.install import ChangedFileError
from hartcity.engines.languagetool.local_server import LocalServer
from hartcity.engines.languagetool.remote_server import RemoteServer


MUTED = Muted(frozenset(("SOME_RULE",)), frozenset(("SOME_KIND",)))
TEXT = "I has a question.\n\n" + "She recieve the the letter, and they is happy about it. " * 60


def _java_below_us() -> list[psutil.Process]:
    return [process for process in psutil.Process().children(recursive=True) if _is_java(process)]


def _is_java(process: psutil.Process) -> bool:
    try:
        return "java" in process.name() or "org.languagetool" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:  # it has ended meanwhile
        return False


def _until(holds: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.05)
    return holds()


@pytest.fixture
def own(installation: Path) -> Iterator[Grammar]:
    """Engines of a test's own, ready, to be hurt."""
    assert installation.is_dir()
    engines = Grammar(install=False)
    began = time.monotonic()
    engines.start()
    engines.find("A few words.")
    engines.start_seconds = time.monotonic() - began
    yield engines
    engines.close()
    assert _until(lambda: not _java_below_us_of(engines), 10)


def _java_below_us_of(engines: Grammar) -> bool:
    return engines._server.pid is not None


def _is_ready(engines: Grammar) -> bool:
    return engines.status().of("languagetool").state is EngineState.READY


def _back_within(engines: Grammar) -> float:
    """25 seconds, or on a machine so busy that the first start took most of that, three such starts."""
    return max(25.0, 3 * engines.start_seconds)


@pytest.mark.languagetool
def test_kill_9_in_the_middle_of_six_checks(own: Grammar):
    """All six callers get Harper's findings and a notice soon, and LanguageTool is back with exactly one Java."""
    victim = own._server.pid

    def check(number: int) -> GrammarResult:
        return own.find(f"Caller {number}. " + TEXT.replace("She", f"She {number}"))

    with ThreadPoolExecutor(6) as pool:
        tasks = [pool.submit(check, number) for number in range(6)]
        time.sleep(0.3)
        os.kill(victim, signal.SIGKILL)
        results = [task.result(timeout=60) for task in tasks]
    for result in results:
        assert result.engines["harper"]
        assert any("harper" in finding.engines for finding in result.findings)
        assert result.notices or result.engines["languagetool"]
    assert any(result.notices for result in results)
    assert _until(lambda: _is_ready(own), _back_within(own))
    assert own._server.pid != victim
    assert len({process.pid for process in _java_below_us()} & {own._server.pid}) == 1
    assert own.find("They is here.").engines["languagetool"] == "6.8"


@pytest.mark.languagetool
def test_a_stopped_java_is_stepped_over(own: Grammar):
    """While Java hangs, the first answer comes without it and later ones do not ask it; afterwards it is back."""
    own.find("They is here.")
    java = psutil.Process(own._server.pid)
    java.suspend()
    try:
        first = own.find("She recieve the letter.")
        asked_again = own._server.endpoints()
        second = own.find("He recieve the letter.")
    finally:
        java.resume()
    assert first.engines["languagetool"] is second.engines["languagetool"] is None
    assert first.notices
    assert any(finding.text == "recieve" for finding in first.findings)
    assert not asked_again
    assert _until(lambda: _is_ready(own), _back_within(own))
    assert own._server.pid == java.pid
    assert own.find("She recieve the letter.").engines["languagetool"] == "6.8"


@pytest.mark.languagetool
def test_a_foreigner_in_the_place_of_a_dead_java_gets_no_word(own: Grammar):
    """When another process takes the port of a Java that died, no draft reaches it, and ours comes back elsewhere."""
    own.find("They is here.")
    process = own._server._process
    os.kill(process.pid, signal.SIGKILL)
    process.wait(10)
    heard: list[bytes] = []
    stranger = _listen(process.port, heard)
    try:
        for number in range(20):
            own.find(f"Secret words number {number}.")
        assert _until(lambda: _is_ready(own), 2 * _back_within(own))
        assert own.find("They is secret.").engines["languagetool"] == "6.8"
    finally:
        stranger()
    assert b"".join(heard) == b""


def _listen(port: int, heard: list[bytes]) -> Callable[[], None]:
    import socket  # noqa: PLC0415 - for this stand-in only

    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.1", port))
    server.listen()

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            connection.settimeout(1)
            try:
                heard.append(connection.recv(4096))
            except OSError:
                heard.append(b"")
            connection.close()

    threading.Thread(target=serve, daemon=True).start()
    return server.close


def _stand_in_java(folder: Path, body: str) -> Path:
    program = folder / "java"
    log = folder / "starts.txt"
    program.write_text(
        f"#!{sys.executable} -IS\nimport os, time\nopen({str(log)!r}, 'a').write(f'{{os.getpid()}}\\n')\n{body}\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_however_slow_the_start_there_is_one_process(tmp_path: Path):
    """A Java that does not get ready is waited for: asking again and again starts no second one."""
    java = _stand_in_java(tmp_path, "time.sleep(600)")
    server = LocalServer(java=lambda: java, installation=lambda: tmp_path)
    threads = [threading.Thread(target=server.start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for _ in range(20):
        server.start()
        assert server.endpoint() is None
        time.sleep(0.2)
    assert server.status().state is EngineState.STARTING
    assert not server.wait_until_settled(0.1)
    server.close()
    assert len((tmp_path / "starts.txt").read_text().split()) == 1


def test_a_java_that_ends_early_is_started_again_more_and_more_rarely(tmp_path: Path):
    """A Java that ends at once does not become a storm, and callers are told that it is away."""
    java = _stand_in_java(tmp_path, "raise SystemExit(1)")
    server = LocalServer(java=lambda: java, installation=lambda: tmp_path)
    server.start()
    assert server.wait_until_settled(30)
    assert server.status().state is EngineState.AWAY
    time.sleep(4)
    server.close()
    starts = len((tmp_path / "starts.txt").read_text().split())
    assert 2 <= starts <= 6


def test_no_java_is_told_as_such(tmp_path: Path):
    """A Java that cannot be run gives a plain message and no exception."""
    server = LocalServer(java=lambda: tmp_path / "missing", installation=lambda: tmp_path)
    server.start()
    assert server.wait_until_settled(30)
    assert server.status().state is EngineState.AWAY
    server.close()


class _Listening:
    """A process that stands ready at once."""

    url = "http://127.0.0.1:9"
    is_alive = True

    def is_listening(self) -> bool:
        """Listen from the start."""
        return True

    def owns(self, _connected: object) -> bool:
        """Own every connection."""
        return True


@pytest.mark.parametrize("is_awaited", [False, True])
def test_a_draft_that_waits_is_not_kept_waiting_by_the_warm_up(monkeypatch: pytest.MonkeyPatch, *, is_awaited: bool):
    """The server is always probed with a real check; the longer text is read only while nobody waits."""
    checked: list[str] = []

    class Answering:
        def __init__(self, *_: object, muted: Muted, **__: object) -> None:
            assert muted == MUTED, "the rules would be made ready for other requests than those of drafts"

        def check(self, text: str) -> list[str]:
            checked.append(text)
            return ["found"]

    monkeypatch.setattr(local_server, "Client", Answering)
    server = LocalServer(muted=MUTED)
    server._board.post(EngineState.STARTING)
    waiting = threading.Thread(target=server.wait_until_settled)
    if is_awaited:
        waiting.start()
        assert _until(lambda: server._board.is_awaited, 30)
    assert server._warmed(_Listening())
    assert checked == ([local_server.PROBE] if is_awaited else [local_server.PROBE, local_server._WARM_UP])
    server._board.post(EngineState.READY)
    if is_awaited:
        waiting.join()
    assert not server._board.is_awaited


def test_a_refused_installation_is_told_as_such():
    """A changed file keeps the server from starting, and the message says which."""

    def refuse() -> Path:
        raise ChangedFileError("The file a.jar is not the one that was published.")

    server = LocalServer(installation=refuse)
    server.start()
    assert server.wait_until_settled(30)
    status = server.status()
    assert (status.state, "a.jar" in status.message) == (EngineState.ABSENT, True)
    server.close()


def test_nothing_is_installed_where_that_is_not_allowed():
    """Without leave to download, a machine without LanguageTool has none, and that is no error."""
    server = LocalServer(may_install=False, installation=lambda: None)
    server.start()
    assert server.wait_until_settled(30)
    assert server.status().state is EngineState.ABSENT
    server.close()


def test_a_server_of_the_institution_is_asked_and_nothing_is_started(stand_in, monkeypatch: pytest.MonkeyPatch):
    """With ``LANGUAGETOOL_URL`` the engines use that server, name its version, and start no Java."""
    monkeypatch.setenv("LANGUAGETOOL_URL", stand_in.url)
    before = {process.pid for process in _java_below_us()}
    engines = Grammar()
    result = engines.find("They is here.")
    assert result.engines["languagetool"] == "9.9"
    assert any(b"They+is+here" in body for body in stand_in.received)
    assert {process.pid for process in _java_below_us()} <= before
    engines.close()


def test_a_server_of_the_institution_may_come_and_go(stand_in):
    """One that stops answering is stepped over, and used again when it answers."""
    server = RemoteServer(stand_in.url)
    works = stand_in.answer
    stand_in.answer = lambda: (500, "")
    server.start()
    assert server.wait_until_settled(30)
    assert (server.status().state, server.endpoint()) == (EngineState.AWAY, None)
    stand_in.answer = works
    assert _until(lambda: server.endpoint() is not None, 30)
    server.fell_silent(server.endpoint())
    assert server.endpoint() is None or server.status().state is EngineState.READY
    assert _until(lambda: server.endpoint() is not None, 30)
    server.close()


def test_a_folder_that_cannot_be_written_is_told(tmp_path, monkeypatch):
    """Where nothing can be kept, nobody waits for LanguageTool, and the reason is plain."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "file" / "below"))
    server = LocalServer(installation=lambda: None)
    server.start()
    assert server.wait_until_settled(30)
    assert server.status().state is EngineState.ABSENT
    assert "cannot be written" in server.status().message
    server.close()
