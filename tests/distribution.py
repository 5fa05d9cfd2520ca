"""Programs that the distribution's packages bring, for tests that start the real thing."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from filelock import FileLock


# A machine that begins to run may be updating itself.
LOCK_SECONDS = 600


def installed(programs: tuple[str, ...], packages: tuple[str, ...]) -> tuple[str | None, str]:
    """Return the path of the first of the programs that is there, and else why none is.

    Where none is, the packages (options of apt among them) are installed if this is root. Test processes that run side
    by side wait for each other: the first installs, and the others find what it brought.
    """
    if path := _first(programs):
        return path, ""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None, "it could not be installed, which needs apt-get and root"
    apt = ("apt-get", "-q", "-o", f"DPkg::Lock::Timeout={LOCK_SECONDS}")
    said = ""
    with FileLock(Path(tempfile.gettempdir()) / "hartcity-tests-apt.lock"):
        if path := _first(programs):
            return path, ""
        for command in ((*apt, "update"), (*apt, "install", "-y", *packages)):
            quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            done = subprocess.run(
                command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=quiet
            )
            said = done.stderr.strip()[-300:] if done.returncode else said
    return _first(programs), f"it could not be installed: {said}"


def _first(programs: tuple[str, ...]) -> str | None:
    return next((path for name in programs if (path := shutil.which(name))), None)
