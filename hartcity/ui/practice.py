"""The practice case: a plan and an email of ours with a few flaws to find, for newcomers and for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hartcity.ui.editor.find_first import begun
from hartcity.ui.workspace import session


_FOLDER = Path(__file__).parents[2] / "assets" / "practice"


def plan() -> dict[str, Any]:
    """Return the practice plan, as the contract's JSON."""
    return _read("plan.json")


def email() -> dict[str, Any]:
    """Return the practice email: ``subject``, ``kind`` and ``text``."""
    return _read("email.json")


def open_practice(*, find_first: bool = False) -> None:
    """Begin a new workspace that holds the practice case; the one before it stays stored.

    With ``find_first`` the report stays hidden until the student has looked for the flaws themselves.
    """
    session.new_workspace()
    session.save_plan(plan())
    session.save_draft(**email())
    shown = {"practice": True, "view": "full"}
    session.save_preferences(begun(shown) if find_first else shown)


def _read(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    return value
