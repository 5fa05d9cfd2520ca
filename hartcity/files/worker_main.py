"""What a worker process does: it takes one file, limits itself, and answers.

``python -m hartcity.files.worker_main MODULE ARGUMENT...`` takes the file by standard input. On standard output each
line is JSON: ``[done, total]`` on the way, and in the end the answer.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Sequence
from typing import Any, cast

from hartcity.files import RefusedFileError, limit_process
from hartcity.files.task import Work


def work(module: str, arguments: Sequence[str]) -> None:
    """Answer for the file at standard input."""
    working = loaded(module)
    limits = working.limits(arguments)
    with open(0, "rb", closefd=False) as source:
        data = source.read()
    limit_process(limits)
    try:
        answer: Any = working.answer(arguments, data)
    except RefusedFileError as refusal:
        answer = {"refused": str(refusal)}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def loaded(module: str) -> Work:
    """Return the module of a task."""
    return cast("Work", importlib.import_module(module))


if __name__ == "__main__":
    work(sys.argv[1], sys.argv[2:])
