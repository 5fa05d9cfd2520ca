"""What a draft does: one check a file, found by walking this package.

A check's module is named by its id and holds a docstring (first line: title; then ``What:``, ``Why:``, ``Example:``
and ``Source:``), a function ``run`` from a document to a result, and ``EXAMPLES``. Deleting the file deletes the check.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from hartcity.checks._check import Check, Documentation, Example


__all__ = ["Check", "Documentation", "Example", "all_checks"]


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check of this package, ordered by id."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    return tuple(Check.of_module(import_module(f"{__name__}.{name}")) for name in names)
