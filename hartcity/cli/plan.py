"""``python -m hartcity plan FILE``: check one service plan."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from hartcity import analysis
from hartcity.plan import PlanError, plan_from_json


_CANNOT_READ = 1


def plan(
    file: Annotated[Path, typer.Argument(help="A service plan as JSON; - reads standard input.", metavar="FILE")],
) -> None:
    """Check a service plan and print its report as one JSON object."""
    try:
        words = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        read = plan_from_json(json.loads(words.decode("utf-8-sig")))
    except OSError as error:
        _stop(f"{file} cannot be read: {error.strerror}.")
    except UnicodeDecodeError:
        _stop(f"{file} is not UTF-8 text.")
    except json.JSONDecodeError as error:
        _stop(f"{file} is not JSON: line {error.lineno}, column {error.colno}.")
    except PlanError as error:
        for fault in error.faults:
            typer.echo(f"{fault.path}: {fault.reason}", err=True)
        _stop(f"{file} is not a service plan.")
    except ValueError:
        _stop(f"{file} holds a number that is too long to read.")
    except RecursionError:
        _stop(f"{file} is nested too deeply.")
    else:
        report = analysis.plan_report_to_json(analysis.check_plan(read))
        typer.echo(json.dumps(report, ensure_ascii=True, indent=2, allow_nan=False))


def _stop(message: str) -> None:
    typer.echo(message, err=True)
    raise typer.Exit(_CANNOT_READ)
