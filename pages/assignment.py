"""A teacher's own assignment."""

from hartcity.ui.assignments import draw_assignment


draw_assignment()
