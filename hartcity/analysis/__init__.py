"""The checks as one call: a draft or a service plan in, a report out."""

from hartcity.analysis.brief import Reviewed, office_hours
from hartcity.analysis.contract import DraftError, draft_from_json, plan_report_to_json, report_to_json, schema, to_line
from hartcity.analysis.draft import DraftCheck, check_draft, close, engine_status, forget, start_engines
from hartcity.analysis.joining import READER
from hartcity.analysis.plan import check_plan
from hartcity.analysis.praise import strengths
from hartcity.analysis.scoring import telling
from hartcity.analysis.steps import NextStep, next_steps


__all__ = [
    "READER",
    "DraftCheck",
    "DraftError",
    "NextStep",
    "Reviewed",
    "check_draft",
    "check_plan",
    "close",
    "draft_from_json",
    "engine_status",
    "forget",
    "next_steps",
    "office_hours",
    "plan_report_to_json",
    "report_to_json",
    "schema",
    "start_engines",
    "strengths",
    "telling",
    "to_line",
]
