"""The screen for a whole class."""

from hartcity.ui.classes.screen import draw_class


__all__ = ["draw_class"]
