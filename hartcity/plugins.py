"""Things of a kind that lie in one package, a module each: found by walking it, and gone when their file goes."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def modules_in(package: str) -> dict[str, ModuleType]:
    """Return the modules of the package called ``package`` by their names, in alphabetical order.

    What begins with an underscore only helps the others and is left out.
    """
    folder = importlib.import_module(package).__path__
    names = sorted(found.name for found in pkgutil.iter_modules(folder) if not found.name.startswith("_"))
    return {name: importlib.import_module(f"{package}.{name}") for name in names}
