"""Frozen values that every layer speaks in; imports only the standard library."""

from hartcity.model.check import CheckResult, State
from hartcity.model.directory import CostOption, Exclusions, Organization, Service
from hartcity.model.draft import Draft, Kind
from hartcity.model.finding import Family, Finding, LookAlikes, Severity
from hartcity.model.report import CriterionResult, Level, PlanReport, ReceiptLine, Report
from hartcity.model.service_plan import Consent, PlannedService, ServicePlan, ServiceUser
from hartcity.model.span import Span


__all__ = [
    "CheckResult",
    "Consent",
    "CostOption",
    "CriterionResult",
    "Draft",
    "Exclusions",
    "Family",
    "Finding",
    "Kind",
    "Level",
    "LookAlikes",
    "Organization",
    "PlanReport",
    "PlannedService",
    "ReceiptLine",
    "Report",
    "Service",
    "ServicePlan",
    "ServiceUser",
    "Severity",
    "Span",
    "State",
]
