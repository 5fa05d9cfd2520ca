"""The screen of Part 1: its tabs, and beside them what a tutor would ask."""

from hartcity.ui.plan.plan_form import gather
from hartcity.ui.plan.screen import plan_screen


__all__ = ["gather", "plan_screen"]
