"""The tutor's screen for a whole class."""

from hartcity.ui.classes import draw_class


draw_class()
