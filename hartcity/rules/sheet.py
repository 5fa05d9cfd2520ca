"""Reading rule sheets: ours, and a tutor's own."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from hartcity.model import Family, Severity
from hartcity.rules.context import Context
from hartcity.rules.error import RuleSheetError
from hartcity.rules.kinds import kinds
from hartcity.rules.rule import Rule
from hartcity.rules.table import Table


if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


_SEVERITIES = frozenset(severity.value for severity in Severity)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return the project's own rules, in the order of their ids."""
    with as_file(files("hartcity.rules")) as folder:
        return tuple(rule for family in sorted(Family) if (folder / family).is_dir() for rule in load(folder / family))


def load(path: Path) -> tuple[Rule, ...]:
    """Read a rule sheet, or every sheet (``*.toml``) under a folder, in the order of their names.

    A rule's family is what its ``family`` says, or the name of the folder that its file stands in.

    Raises:
        RuleSheetError: when a sheet cannot be read; the text says which and why.

    """
    if path.is_dir():
        return tuple(rule for sheet in sorted(path.rglob("*.toml")) for rule in load(sheet))
    try:
        values = tomllib.loads(path.read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise RuleSheetError(f"{path.name}: {fault}.") from fault
    return (read_rule(values, path.stem, where=f"{path.parent.name}/{path.name}", family=path.parent.name),)


def read_rule(values: Mapping[str, Any], name: str, *, where: str, family: str = "") -> Rule:
    """Return the rule in a table of TOML; ``family`` holds where the table names none, ``where`` stands in complaints.

    Raises:
        RuleSheetError: when a key is missing, of another kind, or not known.

    """
    table = Table(values, where)
    kind, family = table.text("kind"), table.text("family", family)
    severity = table.text("severity", Severity.ADVICE.value)
    if kind not in kinds():
        raise RuleSheetError(f"{table.where}: there is no kind '{kind}'; there are {', '.join(kinds())}.")
    if family not in set(Family) or severity not in _SEVERITIES:
        raise RuleSheetError(f"{table.where}: family '{family}' or severity '{severity}' is not one of ours.")
    rule = Rule(
        name=name,
        family=Family(family),
        kind=kinds()[kind].read(table),
        context=Context.read(table),
        message=table.text("message"),
        question=table.text("question"),
        why=table.text("why"),
        source=table.text("source"),
        severity=Severity(severity),
        flagged=table.texts("flagged"),
        clean=table.texts("clean"),
    )
    table.finish()
    return rule
