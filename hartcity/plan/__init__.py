"""Part 1 of the assignment: reading a service plan, and the checks that say what it does.

Every check is one file of :mod:`hartcity.plan.checks`; the data that checks read stands beside them as TOML.
"""

from hartcity.plan.parse import Fault, PlanError, plan_from_json, plan_to_json
from hartcity.plan.registry import PlanCheck, plan_checks
from hartcity.plan.setting import Directory, Setting, setting_of


__all__ = [
    "Directory",
    "Fault",
    "PlanCheck",
    "PlanError",
    "Setting",
    "plan_checks",
    "plan_from_json",
    "plan_to_json",
    "setting_of",
]
