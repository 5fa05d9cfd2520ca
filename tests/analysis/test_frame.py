"""What stands around the prose, a letterhead or a signature, costs no points."""

import pytest

from hartcity.analysis import check_draft
from hartcity.model import Draft, Family, Report


BODY = """Dear Intake Team,

I am a case management intern at Birch Street Services, and I am writing to ask about your family shelter. A mother of \
two whom I work with needs housing within a month. She has agreed that I may write to you.

Would you have time for a short meeting next week? I could come on Tuesday at 10 a.m. or on Thursday at 2 p.m., or \
call you. Thank you for the work that you do.

Sincerely,
Jordan Lee"""

SIGNATURES = [
    "jordan.lee@birch.example.org",
    "(555) 010-2233",
    "www.birch.example.org",
    "https://www.birch.example.org/staff/jordan-lee",
    "Case Managment Intern\nphone: 555-010-2233,email : jordan.lee@birch.example.org",
    "Birch Street Services | (555) 010-2233 | jordan.lee@birch.example.org | birch.example.org",
    "Email: jordan.lee@birch.example.org\nPhone: 555-010-2233\nWeb: www.birch.example.org",
    "You can reach me at jordan.lee@birch.example.org or 555-010-2233.",
]

LETTERHEADS = [
    "jordan.lee@birch.example.org\n555-010-2233\nwww.birch.example.org",
    "birch street famly services\n12 elm stret , hart city",
    "BIRCH STREET SERVICES OF HART CITY\n12 Elm Street\n(555) 010-2233",
]


def _read(text: str) -> Report:
    return check_draft(Draft(text=text, subject="Request to meet"), engines=("harper", "reader"))


def _cost(report: Report) -> list[tuple[str, str, float, str]]:
    return [
        (one.criterion, line.check, line.points, line.reason)
        for one in report.criteria
        for line in one.receipt
        if line.points < 0
    ]


@pytest.fixture(scope="module")
def bare() -> Report:
    """Return the report on the draft with a name under it and nothing else around it."""
    return _read(BODY)


@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_way_to_reach_the_writer_costs_nothing(signature: str, bare: Report):
    """Scores are those of the prose; an address, a number or a title under the name takes nothing away."""
    report = _read(f"{BODY}\n{signature}")
    assert report.scores == bare.scores
    assert _cost(report) == _cost(bare)


@pytest.mark.parametrize("letterhead", LETTERHEADS)
def test_what_stands_above_the_greeting_costs_nothing(letterhead: str, bare: Report):
    """Neither its spelling nor its capitals are the student's prose."""
    report = _read(f"{letterhead}\n\n{BODY}")
    assert report.scores == bare.scores
    assert _cost(report) == _cost(bare)


def test_a_mistake_in_the_signature_is_still_told(bare: Report):
    """It costs nothing, and the student hears of it; the same mistake in the prose costs."""
    below = _read(f"{BODY}\nteh housing offis , 12 elm street")
    assert any(one.family is Family.GRAMMAR for one in below.findings)
    assert below.scores == bare.scores
    assert _cost(below) == _cost(bare)
    assert _cost(_read(BODY.replace("She has agreed", "Teh mother has agred"))) != _cost(bare)


def test_a_number_of_somebody_else_below_the_name_is_still_asked_about():
    """A postscript speaks of the service user, and no signature vouches for the number in it."""
    report = _read(f"{BODY}\n\nP.S. Her name is Maria Gonzales and her phone number is 555-010-7788.")
    assert any(one.family is Family.IDENTIFIER for one in report.findings)
