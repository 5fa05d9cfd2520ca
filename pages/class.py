"""The tutor's screen for a whole class."""

from hartcity.ui.classes import draw_class
from hartcity.ui.sign_in_gate import for_tutors


if for_tutors():
    draw_class()
