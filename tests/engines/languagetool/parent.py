"""A program that starts a server as the app does, prints the process it started, and waits to be killed.

``python parent.py JAVA INSTALLATION FOLDER``
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

from hartcity.engines.languagetool.java_process import ServerProcess


def _start() -> None:
    process = ServerProcess(*(Path(argument) for argument in sys.argv[1:4]))
    print(process.pid, flush=True)  # noqa: T201 - what the test reads
    time.sleep(600)


threading.Thread(target=_start, daemon=True).start()
time.sleep(600)
