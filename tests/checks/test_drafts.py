"""How right the checks are on whole drafts in many voices, written for this project."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from hartcity.checks import all_checks
from hartcity.model import Draft
from hartcity.text import Document


DRAFTS = tomllib.loads((Path(__file__).parent / "drafts" / "voices.toml").read_text(encoding="utf-8"))["draft"]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft["name"])
def test_a_voice_is_heard(draft: dict):
    """Of the checks on a draft, at most two in twenty-one differ on what is met; unlisted checks are met."""
    document = Document(Draft(text=draft["text"], subject=draft["subject"]))
    checks = [check for check in all_checks() if not check.id.endswith("_from_plan")]
    wrong = [
        check.id
        for check in checks
        if (draft.get("checks", {}).get(check.id, "met") == "met") != (check.run(document).state == "met")
    ]
    assert len(checks) == 21
    assert len(wrong) <= 2, wrong


def test_a_draft_without_its_asks_loses_its_requests():
    """Where every sentence that asks is taken out, neither a service nor a meeting is asked for."""
    run = {check.id: check.run for check in all_checks()}
    for draft in DRAFTS:
        document = Document.of_text(draft["text"])
        asking = [sentence.span for sentence in document.body if sentence.reading.asks]
        text = "".join(
            mark for at, mark in enumerate(draft["text"]) if not any(span.start <= at < span.end for span in asking)
        )
        rest = Document.of_text(text)
        assert run["service_request"](rest).state != "met"
        assert run["meeting_request"](rest).state != "met"
