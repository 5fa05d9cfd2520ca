"""A teacher's own assignment."""

from hartcity.ui.assignments import draw_assignment
from hartcity.ui.sign_in_gate import for_tutors


if for_tutors():
    draw_assignment()
