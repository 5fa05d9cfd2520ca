"""The first page: what the assistant does, what it leaves to the student, and where to go on."""

from hartcity.ui.first_page import draw_first_page


draw_first_page()
