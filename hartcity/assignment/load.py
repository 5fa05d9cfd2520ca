"""Read an assignment's TOML file, and say plainly where it is wrong."""

from __future__ import annotations

import os
import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from hartcity.assignment.schema import Assignment, CheckLine, Criterion, Deduction, Limits, MetricLine, Stage
from hartcity.assignment.unfit import unfit
from hartcity.model import Family, Severity
from hartcity.rules import Rule, RuleSheetError, read_rule


COURSE = "advocacy-email"
"""The assignment that the course sets, and the one that is meant where none is named."""

_LARGEST_BYTES = 200_000
_LONGEST_QUESTION = 300
_RULE_NAME = re.compile(r"own_[a-z0-9_]{1,40}")
_FULL_SCORE = 100
_CORNERS = (2, 4)


class AssignmentError(ValueError):
    """An assignment does not exist or its file is wrong; the message names the file and the place."""


@cache
def assignments() -> tuple[str, ...]:
    """Return the names of all assignments that there are files for, sorted."""
    folder = resources.files(__package__)
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


def source(name: str) -> str:
    """Return the TOML of the assignment called ``name``, or of the file that ``name`` is the path of.

    What ends with ``.toml`` or holds a slash is a path. Raises AssignmentError.
    """
    if not name.endswith(".toml") and "/" not in name and os.sep not in name:
        if name not in assignments():
            raise AssignmentError(f"There is no assignment called {name!r}; there are {', '.join(assignments())}.")
        return _own(name)
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise AssignmentError(f"{Path(name).name} cannot be read: {error.strerror}.") from error
    if len(data) > _LARGEST_BYTES:
        raise AssignmentError(f"{Path(name).name} is larger than {_LARGEST_BYTES // 1000} kB, so it is no assignment.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AssignmentError(f"{Path(name).name} is not UTF-8 text.") from error


@lru_cache
def _own(name: str) -> str:
    return resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")


def load(name: str) -> Assignment:
    """Return the assignment called ``name``, or the one in the TOML file that ``name`` is the path of.

    Raises AssignmentError when there is none or its file is wrong.
    """
    return parse(Path(name).name.removesuffix(".toml"), source(name))


@lru_cache(maxsize=64)
def parse(name: str, toml: str) -> Assignment:
    """Return the assignment written in ``toml``; raises AssignmentError with the place that is wrong."""
    try:
        data = tomllib.loads(toml)
        criteria = tuple(_criterion(name, item) for item in data["criteria"])
        stages = tuple(
            Stage(
                item["name"], item["title"], tuple(item.get("checks", ())), tuple(map(Family, item.get("families", ())))
            )
            for item in data.get("stages", ())
        )
        return Assignment(
            name,
            data["title"],
            data["is_email"],
            Limits(**data["limits"]),
            criteria,
            stages,
            own_rules(name, data.get("rules", [])),
            _questions(data.get("questions", {})),
        )
    except AssignmentError:
        raise
    except tomllib.TOMLDecodeError as error:
        raise AssignmentError(f"{name}.toml is no valid TOML: {error}") from error
    except KeyError as error:
        raise AssignmentError(f"{name}.toml: {error} is missing.") from error
    except (TypeError, ValueError) as error:
        raise AssignmentError(f"{name}.toml: {error}") from error


def own_rules(name: str, tables: list[dict[str, Any]]) -> tuple[Rule, ...]:
    """Return a teacher's own rules, each with a ``name`` and a ``family``; raises AssignmentError for an unfit one."""
    found: list[Rule] = []
    for number, table in enumerate(tables, start=1):
        values = dict(table)
        label = values.pop("name", "")
        where = f"{name}.toml, rule {label or number}"
        if not isinstance(label, str) or not _RULE_NAME.fullmatch(label):
            raise AssignmentError(f"{where}: a rule's name has small letters, digits and _ only, and begins with own_.")
        if label in {rule.name for rule in found}:
            raise AssignmentError(f"{where}: there are two rules of this name.")
        try:
            rule = read_rule(values, label, where=where)
            faults = unfit(rule)
        except RuleSheetError as error:
            raise AssignmentError(str(error)) from error
        if faults:
            raise AssignmentError(f"{where}: {' '.join(faults)}")
        found.append(rule)
    return tuple(found)


def _questions(table: dict[str, str]) -> dict[str, str]:
    for check, question in table.items():
        if not isinstance(question, str) or not question.strip().endswith("?") or len(question) > _LONGEST_QUESTION:
            raise ValueError(
                f"the question of {check} should end with a question mark, in {_LONGEST_QUESTION} characters at most."
            )
    return table


def _criterion(name: str, item: dict[str, Any]) -> Criterion:
    earns = tuple(_earning(line) for line in item["earns"])
    total = sum(line.of for line in earns)
    if total != _FULL_SCORE:
        raise AssignmentError(f"{name}.toml: the lines of {item['id']} add up to {total}, not {_FULL_SCORE}.")
    costs = tuple(
        Deduction(
            Family(line["family"]),
            line["each"],
            line["most"],
            line.get("per_words"),
            tuple(map(Severity, line.get("severities", list(Severity)))),
        )
        for line in item.get("costs", ())
    )
    return Criterion(item["id"], item["title"], item["asks"], item["met_from"], item["partly_from"], earns, costs)


def _earning(line: dict[str, Any]) -> CheckLine | MetricLine:
    if "check" in line:
        return CheckLine(line["check"], line["of"])
    band = tuple(line["band"])
    if len(band) not in _CORNERS:
        raise ValueError(f"the band of {line['metric']} needs two or four corners.")
    return MetricLine(line["metric"], line["of"], band)
