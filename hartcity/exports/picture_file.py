"""The picture of a plan as a file: DOT drawn by ``graphviz-pure``, a Graphviz that comes as a Python package."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Literal

from hartcity.model import ServicePlan
from hartcity.plan.picture_dot import picture_dot


PictureFormat = Literal["svg", "png"]
DOTS_PER_INCH = 192
TIMEOUT_SECONDS = 20
_PROGRAM = "graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure"


class PictureError(RuntimeError):
    """The picture could not be drawn; the message says why in one plain sentence."""


def draw_plan(plan: ServicePlan, form: PictureFormat, *, is_down: bool = False) -> bytes:
    """Return the picture of ``plan`` on white; the same plan gives the same bytes.

    With ``is_down`` it reads from top to bottom, else from left to right.

    Raises:
        PictureError: the drawing program is not installed or gave up.

    """
    program = Path(sysconfig.get_path("scripts")) / _PROGRAM
    command = [str(program), f"-T{form}", *([f"-Gdpi={DOTS_PER_INCH}"] if form == "png" else [])]
    try:
        drawn = subprocess.run(  # noqa: S603 - our own program, and the plan goes in as standard input
            command,
            input=picture_dot(plan, background="white", is_down=is_down).encode(),
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            check=True,
        )
    except FileNotFoundError as error:
        raise PictureError("The drawing program is not installed.") from error
    except (subprocess.SubprocessError, OSError) as error:
        raise PictureError("The drawing program could not draw this plan.") from error
    return drawn.stdout
