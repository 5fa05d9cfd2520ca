"""How right the checks are on whole drafts in many voices, written for this project and by nobody for the reader."""

from __future__ import annotations

import tomllib
from pathlib import Path

from hartcity import reader
from hartcity.checks import all_checks
from hartcity.model import Draft
from hartcity.text import Act, Document


DRAFTS = tomllib.loads((Path(__file__).parent / "drafts" / "voices.toml").read_text(encoding="utf-8"))["draft"]


def test_voices_are_heard():
    """Of all checks on all drafts, at least nine in ten agree on what is met; unlisted checks are met."""
    checks = [check for check in all_checks() if not check.id.endswith("_from_plan")]
    agreed = []
    for draft in DRAFTS:
        document = Document(Draft(text=draft["text"], subject=draft["subject"]), reader.load())
        agreed += [
            (draft.get("checks", {}).get(check.id, "met") == "met") == (check.run(document).state == "met")
            for check in checks
        ]
    assert len(agreed) == 21 * len(DRAFTS)
    assert sum(agreed) >= 0.9 * len(agreed)


def test_a_draft_without_its_asks_loses_its_requests():
    """Where every sentence that asks is taken out, neither a service nor a meeting is asked for."""
    run = {check.id: check.run for check in all_checks()}
    for draft in DRAFTS:
        document = Document(Draft(text=draft["text"]), reader.load())
        asking = [shown.span for shown in document.showing(Act.ASK_SERVICE, Act.ASK_MEETING)]
        text = "".join(
            mark for at, mark in enumerate(draft["text"]) if not any(span.start <= at < span.end for span in asking)
        )
        rest = Document(Draft(text=text), reader.load())
        assert run["service_request"](rest).state != "met"
        assert run["meeting_request"](rest).state != "met"
