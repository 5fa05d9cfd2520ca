"""The administrator's page: numbers, and nothing else."""

from hartcity.ui.administrator import draw_administrator
from hartcity.ui.sign_in_gate import for_administrators


if for_administrators():
    draw_administrator()
