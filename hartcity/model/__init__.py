"""Frozen values that every layer speaks in; imports only the standard library."""

from hartcity.model.check import CheckResult, State
from hartcity.model.directory import CostOption, Exclusions, Organization, Service
from hartcity.model.draft import Draft, Kind
from hartcity.model.finding import Family, Finding, LookAlikes, Severity
from hartcity.model.notice import Notice, NoticeKind
from hartcity.model.report import (
    ENGINE_NAMES,
    Agreement,
    CriterionResult,
    Level,
    Outline,
    OutlineSentence,
    PlanReport,
    ReceiptLine,
    Report,
)
from hartcity.model.score import GradeRange, Score, ScorePart, whole_points
from hartcity.model.service_plan import Consent, PlannedService, ServicePlan, ServiceUser
from hartcity.model.span import Span


__all__ = [
    "ENGINE_NAMES",
    "Agreement",
    "CheckResult",
    "Consent",
    "CostOption",
    "CriterionResult",
    "Draft",
    "Exclusions",
    "Family",
    "Finding",
    "GradeRange",
    "Kind",
    "Level",
    "LookAlikes",
    "Notice",
    "NoticeKind",
    "Organization",
    "Outline",
    "OutlineSentence",
    "PlanReport",
    "PlannedService",
    "ReceiptLine",
    "Report",
    "Score",
    "ScorePart",
    "Service",
    "ServicePlan",
    "ServiceUser",
    "Severity",
    "Span",
    "State",
    "whole_points",
]
