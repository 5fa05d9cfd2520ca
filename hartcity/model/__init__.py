"""Frozen values that every layer speaks in. Imports nothing of ours, and nothing that is not in the standard library."""

from hartcity.model.check import CheckResult, State
from hartcity.model.draft import Draft, Kind
from hartcity.model.finding import Family, Finding, Severity
from hartcity.model.report import CriterionResult, Level, PlanReport, ReceiptLine, Report
from hartcity.model.service_plan import Consent, PlannedService, ServicePlan, ServiceUser
from hartcity.model.span import Span

__all__ = [
    "CheckResult",
    "Consent",
    "CriterionResult",
    "Draft",
    "Family",
    "Finding",
    "Kind",
    "Level",
    "PlanReport",
    "PlannedService",
    "ReceiptLine",
    "Report",
    "ServicePlan",
    "ServiceUser",
    "Severity",
    "Span",
    "State",
]
