"""The illustrative directory is valid HSDS 3.0 and tells enough to plan with."""

import csv
import re
from datetime import date
from uuid import UUID

import pytest

from hartcity.directory import ILLUSTRATIVE_FOLDER, NOT_SAID, aspects
from hartcity.directory.tables import BY_FILE, TABLES


FILES = sorted(ILLUSTRATIVE_FOLDER.glob("*.csv"))
LEAST = {"organizations": 16, "services": 40}
NEEDS = {
    "Housing",
    "Food",
    "Health",
    "Mental health",
    "Substance use",
    "Legal",
    "Income",
    "Child care",
    "Employment",
    "Transport",
    "Education",
    "Domestic violence",
    "Disability",
    "Elders",
    "Veterans",
    "Newcomers",
}


def rows(file):
    """Return the rows of a table as dictionaries."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ALL_ROWS = {BY_FILE[file.stem].name: rows(file) for file in FILES if file.stem in BY_FILE}
IDS = {name: {row["id"] for row in table} for name, table in ALL_ROWS.items()}


def test_every_file_is_a_table_of_the_specification():
    """No file stands in the folder that HSDS 3.0 does not know, and the core tables are there."""
    assert FILES
    assert {file.stem for file in FILES} <= set(BY_FILE)
    assert {"organizations", "services", "locations"} <= {file.stem for file in FILES}


@pytest.mark.parametrize("name", sorted(ALL_ROWS))
def test_columns_are_those_of_the_specification(name):
    """A table has every required column and none that the specification lacks."""
    columns = set(ALL_ROWS[name][0])
    assert set(TABLES[name].required) <= columns <= set(TABLES[name].columns)


@pytest.mark.parametrize("name", sorted(ALL_ROWS))
def test_cells_keep_their_formats(name):
    """Ids are unique UUIDs, required cells filled, references found, values listed, numbers and times real."""
    table = TABLES[name]
    assert len(IDS[name]) == len(ALL_ROWS[name])
    for row in ALL_ROWS[name]:
        assert str(UUID(row["id"])) == row["id"]
        assert all(row[column] for column in table.required if column != "value"), row
        for column, target in table.refers.items():
            assert not row.get(column) or row[column] in IDS[target], (column, row)
        for column, allowed in table.allowed.items():
            assert not row.get(column) or row[column] in allowed, (column, row)
        for column in table.numbers:
            assert not row.get(column) or float(row[column]) >= 0, (column, row)
        for column in table.dates:
            assert not row.get(column) or date.fromisoformat(row[column]), (column, row)
        for column in table.times:
            assert not row.get(column) or re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", row[column]), (column, row)


def test_attributes_point_to_what_they_describe():
    """Each attribute's link is an id of the table that it names."""
    for row in ALL_ROWS["attribute"]:
        assert row["link_id"] in IDS[row["link_entity"]], row


def test_it_is_large_and_wide_enough(directory):
    """At least 16 organizations and 40 services over every field of practice, names unique."""
    assert len(directory.organizations) >= LEAST["organizations"]
    assert len(directory.services) >= LEAST["services"]
    assert {need for service in directory.services for need in service.needs} >= NEEDS
    assert len({organization.name for organization in directory.organizations}) == len(directory.organizations)


def test_every_service_answers_every_question(directory):
    """No card of ours has a gap: mission, who is served and who is not, cost, documents, applying, waiting, hours."""
    for service in directory.services:
        told = aspects(service)
        assert service.mission
        assert service.cost_options
        gaps = [aspect for aspect, text in told.items() if text == NOT_SAID]
        assert not gaps, (service.organization, service.name, gaps)


def test_nothing_in_it_could_be_real(directory):
    """Phones are 555 numbers, addresses of mail and web end in example.org, contacts are roles without a name."""
    for organization in directory.organizations:
        assert organization.phone.startswith("(555) 555-01")
        assert organization.email.endswith("@example.org")
        assert organization.website.endswith(".example.org")
    assert not any(row.get("name") for row in ALL_ROWS["contact"])


def test_its_words_are_ours():
    """People are never called clients, patients or cases."""
    spoken = " ".join(cell for table in ALL_ROWS.values() for row in table for cell in row.values()).casefold()
    assert not re.search(r"\b(client|patient|case)s?\b", spoken)


@pytest.mark.parametrize(
    ("organization", "service", "fact", "value"),
    [
        ("Lantern House Family Shelter", "emergency family shelter", "requires_minor_children", True),
        ("Tannery Row Adult Shelter", "overnight bed", "single_adults_only", True),
        ("Tannery Row Adult Shelter", "overnight bed", "minimum_age", 18),
        ("Millrace Counseling Collective", "outpatient counseling", "minimum_age", 13),
        ("Second Shift Child Care Network", "evening child care", "income_limit_percent", 200),
        ("Second Shift Child Care Network", "evening child care", "maximum_age", None),
        ("Juniper Legal Aid", "eviction defense", "income_limit_percent", 200),
        ("Copperline Works", "twelve-week job training", "minimum_age", 18),
        ("Eastbank Elder Network", "home-delivered meals", "minimum_age", 60),
        ("Northgate Ride Link", "rides to appointments", "minimum_age", None),
        ("Hearthstone Utility and Rent Fund", "LIHEAP application", "income_limit_percent", 150),
        ("Hart City Food Share", "monthly pantry visit", "requires_minor_children", False),
    ],
)
def test_exclusions_are_facts(directory, organization, service, fact, value):
    """Who is turned away stands as facts that a plan can be compared with."""
    assert getattr(directory.exclusions(organization, service), fact) == value
