"""A hand-in of our own, and LibreOffice to open documents with."""

import dataclasses
import datetime as dt
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from hartcity.exports import READINGS, HandIn, TitlePage
from hartcity.model import (
    CheckResult,
    Consent,
    CriterionResult,
    Draft,
    Family,
    Finding,
    Kind,
    Level,
    PlannedService,
    PlanReport,
    Report,
    ServicePlan,
    ServiceUser,
    Severity,
    Span,
    State,
)
from tests.distribution import installed


OFFICE_SECONDS = 300

PLAN = ServicePlan(
    service_user=ServiceUser(alias="Mr. D", household_size=1, annual_income=9600, needs=("a bed",), goals=("a lease",)),
    consent=Consent(obtained=True, written=True, scope=("general needs",), recipient="Tannery Row Adult Shelter"),
    services=(
        PlannedService("Tannery Row Adult Shelter", "overnight bed", "a bed", "He sleeps safely.", finances="Free."),
        PlannedService("Copperline Works", "resume help", "work", "He applies again.", finances="Bus fare of $2."),
    ),
    coordination="The bed comes first (Woodside & McClam, 2018, p. 320).\nWe speak each Friday.",
    email_recipient="Tannery Row Adult Shelter",
)
TEXT = "Dear Intake Team,\n\nI write for a man who agreed to this note.\n\nThank you.\n\nSincerely,\nAna López"


def hand_in_of(**changes: Any) -> HandIn:
    """Return the hand-in with some of its fields changed."""
    draft = Draft(text=TEXT, subject="Request to meet about a bed", plan=PLAN)
    finding = Finding(
        "wordy.x", Family.WORDY, Span(7, 13), "Intake", "=1+1 is said.", Severity.ADVICE, "Could it be shorter?"
    )
    report = Report(
        id="",
        refused=None,
        scores={"clarity": 81.2, "tone": None},
        criteria=(CriterionResult("clarity", Level.MET, 81.2),),
        checks=(CheckResult("closing", State.MET, reason="It closes well."),),
        findings=(finding,),
        metrics={"words": 20.0},
        engines={"harper": "2.13.0", "languagetool": None},
    )
    whole = HandIn(
        draft=draft,
        as_of=dt.date(2026, 11, 22),
        plan=PLAN,
        title_page=TitlePage(
            author="Ana López", institution="Example College", course="HS 210", due="December 1, 2026"
        ),
        references=(READINGS[2].entry,),
        sender=("Ana López", "Example College"),
        recipient=("Tannery Row Adult Shelter", "300 Tannery Row"),
        recipient_email="tannery-row@example.org",
        report=report,
        plan_report=PlanReport(checks=(CheckResult("two_services", State.MET, reason="Two services."),)),
        report_json={"id": "", "refused": None},
    )
    return dataclasses.replace(whole, **changes)


@pytest.fixture
def hand_in() -> HandIn:
    """Return a whole hand-in with an email."""
    return hand_in_of()


@pytest.fixture
def letter() -> HandIn:
    """Return the same hand-in as a letter."""
    return hand_in_of(draft=Draft(text=TEXT, subject="Request to meet about a bed", kind=Kind.LETTER, plan=PLAN))


Convert = Callable[[Sequence[Path], str], Path]
"""Saves files in the format that an ending names, and returns the folder that holds them."""


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Return a function that opens files in a real LibreOffice and saves them in another format."""
    packages = ("--no-install-recommends", "libreoffice-writer", "libreoffice-calc")
    office, why = installed(("soffice", "libreoffice"), packages)
    if office is None:
        pytest.fail(f"These tests need LibreOffice (soffice), and {why}.", pytrace=False)
    profile = tmp_path_factory.mktemp("office")

    def run(files: Sequence[Path], target: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        own = f"-env:UserInstallation={profile.as_uri()}"
        command = [office, own, "--headless", "--convert-to", target, "--outdir", str(folder), *map(str, files)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=OFFICE_SECONDS)
        missing = [file.name for file in files if not (folder / f"{file.stem}.{target}").is_file()]
        assert not missing, f"LibreOffice did not save {missing}: {done.stderr[-1000:]}"
        return folder

    return run
