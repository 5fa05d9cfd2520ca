"""What an assignment asks, as data: criteria, weights, levels, limits and the order of next steps.

Each TOML file beside this module is one assignment, named by its file name. A weight is a judgement of ours: the
course publishes none, which every report says.
"""

from hartcity.assignment.load import COURSE, AssignmentError, assignments, load, parse, source
from hartcity.assignment.schema import Assignment, CheckLine, Criterion, Deduction, Limits, MetricLine, Stage


__all__ = [
    "COURSE",
    "Assignment",
    "AssignmentError",
    "CheckLine",
    "Criterion",
    "Deduction",
    "Limits",
    "MetricLine",
    "Stage",
    "assignments",
    "load",
    "parse",
    "source",
]
