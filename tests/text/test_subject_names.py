"""A subject line tells who the person is as soon as a name stands in it, also a bare family name."""

from __future__ import annotations

import pytest

from hartcity.text.subject_line import SubjectLine


OWN = frozenset(("hollander", "lantern", "legal", "desk", "roland", "brannock", "millrace"))


def names(subject: str) -> list[str]:
    """Return the people who are named in a subject."""
    return [span.of(subject) for span in SubjectLine(subject, own=OWN).people]


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Belisle housing request", ["Belisle"]),
        ("Belisle needs rent help", ["Belisle"]),
        ("Belisle - fillings", ["Belisle"]),
        ("Belisle, evening counseling group", ["Belisle"]),
        ("Winter payment plan: Belisle household", ["Belisle"]),
        ("Campership application (Belisle)", ["Belisle"]),
        ("Ramp for the Belisle home", ["Belisle"]),
        ("Beds for the Belisles", ["Belisles"]),
        ("Respite for the Rowlands", ["Rowlands"]),
        ("School bus stop, Osei-Belisle child", ["Osei-Belisle"]),
        ("Ride help for Mr. Young", ["Mr. Young"]),
        ("Mrs. K and her ride", ["Mrs. K"]),
        ("Storage from May on - U. Belisle", ["U. Belisle"]),
        ("Referral, Bashir K.", ["Bashir K."]),
        ("Food box for D.W.", ["D.W."]),
        ("Glasses for Mateo", ["Mateo"]),
        ("Bed for Terrell Oakes tonight", ["Terrell Oakes"]),
        ("Worried about Kaylee's place", ["Kaylee's"]),
        ("Re: Fwd: Belisle, rent help", ["Belisle"]),
    ],
)
def test_a_name_is_seen(subject: str, told: list[str]):
    """Wherever it stands: first, behind a mark or in brackets, before household and home, in the plural."""
    assert names(subject) == told


@pytest.mark.parametrize(
    "subject",
    [
        "Question for Ms. Hollander about a toddler place in April",
        "Credit counseling, from Roland Brannock (Millrace Center)",
        "Legal advice: question for the Lantern Legal Desk",
        "A bed at Rowland House: request for an interview",
        "Apartment in the Hargrove Youth Residence: request for a visit",
        "Seat in the Evening English Class at Marlow Branch Library",
        "Diapers for a Head Start family at your North Site",
        "Ramp assessment for a Northside home",
        "Meal request for a Somali family",
        "Question about the Hartline reduced fare",
        "Morning rides from Tannery Hill",
        "Campership for a sixth grader",
        "Forklift class in November",
        "Weatherization help on May 3 or June 4",
        "Homework help for two brothers, Mondays and Wednesdays",
        "GED class, LIHEAP form and an ID card",
        "Request for Weekend Respite Hours and a Short Call",
        "JOB FOR MY GUY",
        "My own key: a room for a student turning 18",
    ],
)
def test_other_capitals_name_nobody(subject: str):
    """The reader, the writer, agencies, places, days, programs and the first word of the line are no service user."""
    assert names(subject) == []


@pytest.mark.parametrize(
    ("subject", "is_told"),
    [
        ("Custody help, chart no. 30-4471", True),
        ("Heat at 2216 Sumac Lane", True),
        ("Furniture for apartment 4", False),
        ("Tax help for 2024", False),
    ],
)
def test_a_number_of_somebodys_file_tells_too(subject: str, is_told: bool):
    """So does a street with its number; a year and a single number do not."""
    assert SubjectLine(subject).identifies == is_told
