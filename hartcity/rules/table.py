"""Reading a TOML table strictly: every key is taken once, has the type it should, and none is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hartcity.rules.error import RuleSheetError


if TYPE_CHECKING:
    from collections.abc import Mapping


class Table:
    """A TOML table whose keys are taken one by one; ``where`` names it in complaints."""

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._values = dict(values)
        self.where = where

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text that is not blank."""
        value = self._values.pop(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise RuleSheetError(f"{self.where}: '{key}' should be a text.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; a missing key is an empty list."""
        value = self._values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise RuleSheetError(f"{self.where}: '{key}' should be a list of texts.")
        return tuple(value)

    def mapping(self, key: str) -> dict[str, str]:
        """Take a table from text to text; a missing key is an empty one."""
        value = self._values.pop(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise RuleSheetError(f"{self.where}: '{key}' should be a table of texts.")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Take a number."""
        value = self._values.pop(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise RuleSheetError(f"{self.where}: '{key}' should be a number.")
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """Take a true or false."""
        value = self._values.pop(key, default)
        if not isinstance(value, bool):
            raise RuleSheetError(f"{self.where}: '{key}' should be true or false.")
        return value

    def table(self, key: str) -> Table:
        """Take a table within this one; a missing key is an empty one."""
        value = self._values.pop(key, {})
        if not isinstance(value, dict):
            raise RuleSheetError(f"{self.where}: '{key}' should be a table.")
        return Table(value, f"{self.where}, [{key}]")

    def finish(self) -> None:
        """Refuse keys that nobody took, so that a slip in a key's name is seen."""
        if self._values:
            raise RuleSheetError(f"{self.where}: nothing is known of {', '.join(sorted(self._values))}.")
