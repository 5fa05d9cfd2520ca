"""Runs one command so that it never outlives the process that asked for it. Uses the standard library alone.

``python bound_launcher.py PARENT_PID COMMAND ...``. On Linux the kernel is told to kill the command when its parent
dies and the command then takes this process over; elsewhere this process stays and kills the command when the pipe on
its standard input closes, which the parent's death does whatever the cause.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys


_PR_SET_PDEATHSIG = 1


def _become(parent: int, command: list[str]) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the kernel was told
        sys.exit(1)
    os.execv(command[0], command)  # noqa: S606 - replacing this process is the point


def _watch(command: list[str]) -> int:
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own parent gave it
    while sys.stdin.buffer.read(1):
        pass
    child.kill()
    return child.wait()


if __name__ == "__main__":
    if sys.platform == "linux":
        _become(int(sys.argv[1]), sys.argv[2:])
    else:
        sys.exit(_watch(sys.argv[2:]))
