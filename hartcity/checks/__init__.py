"""What a draft does: one check a file, found by walking this package.

A check's module is named by its id and holds a docstring (first line: title; then ``What:``, ``Why:``, ``Example:``
and ``Source:``), a function ``run`` from a document to a result, and ``EXAMPLES``. Deleting the file deletes the check.
"""

from __future__ import annotations

from functools import cache

from hartcity.checks._check import Check, Documentation, Example
from hartcity.plugins import modules_in


__all__ = ["Check", "Documentation", "Example", "all_checks"]


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check of this package, ordered by id."""
    return tuple(Check.of_module(module) for module in modules_in(__name__).values())
