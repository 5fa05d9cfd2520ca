"""The report for programs, in the shape of the command line."""

from __future__ import annotations

import json

from hartcity.exports.hand_in import HandIn


PART = "report"
TITLE = "Report as JSON"
FILE_NAME = "report.json"
MIME = "application/json"


def write(hand_in: HandIn) -> bytes:
    """Return the report as the contract's JSON, keys in its order."""
    return (json.dumps(hand_in.report_json, ensure_ascii=True, indent=2) + "\n").encode()
