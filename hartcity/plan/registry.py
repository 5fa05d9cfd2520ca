"""Finds the checks of a service plan by walking :mod:`hartcity.plan.checks`: a file is a check, its name the id."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from hartcity.model import CheckResult, ServicePlan
from hartcity.plan import checks
from hartcity.plan.example import Example
from hartcity.plan.setting import Setting
from hartcity.plugins import modules_in


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """One check: its id, what its file says about it, how to run it, and plans that prove it.

    ``comes`` is its place in the order in which a plan grows.
    """

    id: str
    title: str
    comes: int
    what: str
    why: str
    example: str
    source: str
    run: Callable[[ServicePlan, Setting], CheckResult]
    examples: tuple[Example, ...]


@cache
def plan_checks() -> tuple[PlanCheck, ...]:
    """Return all checks of a plan in the order of their ids."""
    return tuple(_read(name, module) for name, module in modules_in(checks.__name__).items())


def _read(name: str, module: ModuleType) -> PlanCheck:
    what, parts = _sections(inspect.getdoc(module) or "")
    return PlanCheck(
        id=name,
        title=module.TITLE,
        comes=module.COMES,
        what=what,
        why=parts.get("Why", ""),
        example=parts.get("Example", ""),
        source=parts.get("Source", ""),
        run=module.check,
        examples=module.EXAMPLES,
    )


def _sections(docstring: str) -> tuple[str, dict[str, str]]:
    """Split a docstring into its first paragraph and the paragraphs that open with a heading and a colon."""
    first, *others = docstring.split("\n\n")
    pairs = (" ".join(paragraph.split()).partition(": ") for paragraph in others)
    return " ".join(first.split()), {heading: words for heading, _, words in pairs}
