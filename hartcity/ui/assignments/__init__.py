"""The screen for a teacher's own assignment."""

from hartcity.ui.assignments.kept import known, remember
from hartcity.ui.assignments.screen import draw_assignment


__all__ = ["draw_assignment", "known", "remember"]
