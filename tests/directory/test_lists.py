"""Rows of lists as people keep them: organizations on rows of their own, totals, notes, two names in a cell."""

import pytest

from hartcity.directory.importing import Question, bring, suggested_columns
from hartcity.files import RefusedFileError
from tests.directory.test_closed import listed, services
from tests.directory.test_kinds import names, taken, workbook


TWO = [("North House", "Room"), ("North House", "Soup")]


def rows(text):
    """Return the rows of a sheet whose cells are divided by bars."""
    return [line.split("|") for line in text.split("\n")]


def reasons(found):
    """Return the line and reason of each row that was left out."""
    return [(left.line, left.reason) for left in found.left_out]


@pytest.mark.parametrize(
    "text",
    [
        "PublicName|TaxonomyLevelName|ParentAgency|Phone1Number\n"
        "North House|Agency||100\nRoom|Program|North House|101\nSoup|Program|North House|",
        "PublicName|TaxonomyLevelName|ParentAgency|Phone1Number\n"
        "Room|Program|North House|101\nSoup|Program|North House|\nNorth House|Agency||100",
        "ResourceAgencyNum|PublicName|TaxonomyLevelName|ParentAgencyNum|Phone1Number\n"
        "1|North House|Agency|0|100\n2|Room|Program|1|101\n3|Soup|Program|1.0|",
        "Name|Parent Agency|Phone\nNorth House||100\nRoom|North House|101\nSoup|North House|",
        "ID|Name|ParentID|Type|Phone\n1|North House||Organization|100\n2|Room|1|Service|101\n3|Soup|1|Service|",
        "Type|Agency Name|Program Name|Phone\nAgency|North House||100\nProgram|North House|Room|101\n"
        "Program|North House|Soup|",
        "Type|Agency Name|Program Name|Phone\nAgency|North House|North House|100\nProgram|North House|Room|101\n"
        "Program|North House|Soup|",
    ],
    ids=["parent", "agency below", "parent by number", "no level", "ids", "two names", "agency's name twice"],
)
def test_organizations_and_services_may_be_rows_of_one_kind(text):
    """The row of an organization gives what is its own and is no service; a program says whose it is."""
    found = listed(text)
    assert names(found) == TWO
    assert [service.phone for service in found.directory.services] == ["101", "100"]
    assert found.directory.organizations[0].phone == "100"
    assert all(service.needs == () for service in found.directory.services)
    assert found.left_out == ()


def test_what_a_row_of_an_organization_cannot_give_is_named():
    """An agency without programs, a place, and a parent that is not there."""
    found = listed(
        "ResourceAgencyNum|PublicName|TaxonomyLevelName|ParentAgencyNum|Eligibility|AgencyDescription\n"
        "1|North House|Agency||Residents|Homes for all\n2|Room|Program|1|Adults|\n3|West|Site|1||\n"
        "4|Bed|Program|9||\n5|Alone|Agency|||"
    )
    assert names(found) == [("North House", "Room")]
    assert found.directory.organizations[0].mission == "Homes for all"
    assert reasons(found) == [
        (2, "only what it says of the organization was taken, without Eligibility"),
        (4, 'it is a place and no service: "West"'),
        (5, 'its ParentAgencyNum "9" is not in this list'),
        (6, "it has no service"),
    ]


def test_a_parent_that_is_left_blank_below_is_the_one_above():
    """A column of parents in a list that has no rows of organizations is a column like any other."""
    assert names(listed("Parent Agency|Program|Phone\nNorth House|Room|1\n|Soup|2\n")) == TWO


def test_what_is_said_of_an_organization_alone_holds_for_its_services():
    """Phone, hours and languages of a line of its own are those of services that say nothing themselves."""
    found = listed(
        "Agency|Program|Phone|Hours|Languages\nNorth House||100|Mon-Fri 9-5|Spanish\n|Room|||\n"
        "North House|Soup|102|Sat|\n"
    )
    assert [(each.phone, each.hours, each.languages) for each in found.directory.services] == [
        ("100", ("Mon-Fri 9-5",), ("Spanish",)),
        ("102", ("Sat",), ("Spanish",)),
    ]
    assert found.left_out == ()


@pytest.mark.parametrize(
    "total",
    [
        "TOTAL|3|225",
        "Total||225",
        "|Total|225",
        "Grand Total:||225",
        "North House Total||30",
        "South Count|2|",
        "Subtotal|2|30",
        "Total: 2 programs||",
        "2 agencies||",
        "Number of programs: 2||",
        "Average||12.5",
    ],
)
def test_a_total_is_neither_organization_nor_service(total):
    """A row that adds up is named as such, wherever its word stands."""
    found = listed(f"Agency|Program|Clients\nNorth House|Room|200\nNorth House|Soup|25\n{total}\n")
    assert names(found) == TWO
    assert [line for line, _ in reasons(found)] == [4]
    assert reasons(found)[0][1].startswith("it is a total and no service: ")


@pytest.mark.parametrize(
    "note",
    [
        "* Soup needs a referral from a nurse.||",
        "Source: county survey. Call before you go.||",
        "Page 1 of 2||",
        "Please call before you go||",
        "See also the county list||",
        "This list is checked once a year.||",
        "Last updated:|2025-11-03|",
        "Notes|Call first|",
        "Contact:|Maria Lopez|555",
        "|Please bring a photo identification with you.|",
        "|Note: bring an ID|",
    ],
)
def test_a_note_is_told_with_its_words(note):
    """A note under the rows, or between them, is no row, heads none, and does not vanish."""
    found = listed(f"Agency|Program|Phone\nNorth House|Room|1\n{note}\n|Soup|2\n{note}\n")
    assert names(found) == TWO
    said = "; ".join(filter(None, note.split("|")))
    assert reasons(found) == [(line, f'it is a note and no service: "{said}"') for line in (3, 5)]


@pytest.mark.parametrize(
    "name",
    [
        "Total Recovery",
        "Count On Us",
        "Please Touch Museum",
        "Source Food Co-op",
        "Page House",
        "Notes of Hope",
        "Call for Help Inc.",
        "Smith Family Center of Northern Ohio, Inc.",
    ],
)
def test_an_organization_may_be_called_like_a_note(name):
    """A name in capitals at its words is a name, in a row of its own too."""
    assert names(listed(f"Agency|Program|Phone\n{name}|Room|100\n")) == [(name, "Room")]
    assert names(listed(f"Agency|Program|Phone\n{name}||100\n|Room|\n")) == [(name, "Room")]
    assert names(listed(f"Agency|Program|Phone\n{name}||\n|Room|100\n")) == [(name, "Room")]


def test_services_may_be_numbers():
    """Help lines that are called by their number are services."""
    assert services(listed("Agency|Program|Phone\nUnited Way|211|211\nLifeline|988|988\n")) == ["211", "988"]


BANNERS = "Agency|Program|Phone\n{}||\nNorth House|Soup|1\n|Boxes|2\n{}||\nSouth|Bed|3"


@pytest.mark.parametrize("are_merged", [True, False])
def test_lines_between_the_rows_say_what_they_are_about(are_merged):
    """A line merged across the table, or in capitals, is the need of the rows below it, and is told."""
    if are_merged:
        data = workbook(merged=["A2:C2", "A5:C5"], List=rows(BANNERS.format("Food and meals", "Housing")))
        found, topics = taken(data, "x.xlsx"), ["Food and meals", "Housing"]
    else:
        found, topics = listed(BANNERS.format("FOOD", "HOUSING")), ["FOOD", "HOUSING"]
    assert names(found) == [("North House", "Soup"), ("North House", "Boxes"), ("South", "Bed")]
    assert [service.needs for service in found.directory.services] == [(topics[0],), (topics[0],), (topics[1],)]
    assert f"Lines taken for what the services below them are about: {'; '.join(topics)}." in found.notices
    assert found.left_out == ()


def test_an_organization_in_a_line_of_its_own_is_no_topic():
    """Merged or in capitals, a line above rows that leave the organization blank is their organization."""
    merged = workbook(merged=["A2:C2", "A4:C4"], List=rows("Agency|Program|Phone\nNORTH||\n|Room|1\nSOUTH||\n|Bed|2"))
    assert names(taken(merged, "x.xlsx")) == [("NORTH", "Room"), ("SOUTH", "Bed")]


def test_organizations_without_services_are_no_topics():
    """Names in capitals between rows are left out by line: nothing says that they are about the rows below."""
    found = listed("Agency|Program|Phone\nNorth House|Room|1\nYMCA||\nSouth|Bed|3\nNAMI||\nWest|Van|4\n")
    assert [service.needs for service in found.directory.services] == [(), (), ()]
    assert [line for line, _ in reasons(found)] == [3, 5]


@pytest.mark.parametrize("title", ["Agencies & Services||", "Agency and Services|2025|"])
def test_a_title_that_names_both_is_no_header(title):
    """A title above the header and a header of both names that is repeated are neither organization nor service."""
    assert names(listed(f"{title}\nAgency|Program|Phone\nNorth House|Room|1\nNorth House|Soup|2\n")) == TWO
    head = "Agency / Program|Phone"
    assert names(listed(f"{head}\nNorth House - Room|1\n{head}\nNorth House - Soup|2\n")) == TWO


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Agency / Program", ["North House - Room", "North House - Soup"]),
        ("Agency/Program", ["North House \N{EN DASH} Room", "North House \N{EN DASH} Soup"]),
        ("Agency and Program Name", ["North House: Room", "North House: Soup"]),
        ("Provider / Service", ["North House / Room", "North House / Soup"]),
        ("Organization & Service(s)", ["North House | Room", "North House | Soup"]),
        ("Program (Agency)", ["Room (North House)", "Soup (North House)"]),
        ("Program - Organization", ["Room - North House", "Soup - North House"]),
        ("Agency, Program", ["North House\nRoom", "North House\nSoup"]),
    ],
)
def test_two_names_in_a_cell_are_parted(header, cells):
    """Organization and service stand in one column, in the order of its header."""
    found = taken(workbook(List=[[header, "Phone"], *([cell, "1"] for cell in cells)]), "x.xlsx")
    assert names(found) == TWO
    assert (found.left_out, found.notices) == ((), ())


def test_a_hyphen_in_a_name_parts_nothing():
    """What stands between most names counts, and the first of them; a cell without it is both names, which is told."""
    found = listed("Agency / Program|Phone\nEl Centro - After-School Gym - teens|1\nSpanish-English Table|2\n")
    assert names(found) == [
        ("El Centro", "After-School Gym - teens"),
        ("Spanish-English Table", "Spanish-English Table"),
    ]
    assert found.notices == ("1 cell names no organization and service apart; it came in as both.",)


def test_a_column_of_both_names_beside_one_of_services_is_the_organization():
    """Nothing is parted where another column says what is offered."""
    found = listed("Agency/Program Name|Services Provided\nNorth House - Main|Soup\n")
    assert names(found) == [("North House - Main", "Soup")]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (
            "Who|What they offer|Who qualifies|When|Where|Call|What it costs",
            "organization|service|served|hours|address|phone|cost",
        ),
        ("Who|What|For whom|Phone", "organization|service|served|phone"),
        (
            "Who runs it|What you get|Who can go|Day & time|Where is it?|Number to call|Is it free?",
            "organization|service|served|hours|address|phone|cost",
        ),
        (
            "Offered by|Help offered|Open to|Days open|How to find them|Where to call|What you pay|Rules",
            "organization|service|served|hours|address|phone|cost|eligibility",
        ),
        (
            "Name|What's offered|Who it's for|What do I bring?|How do I sign up?|Languages they speak|Ask for",
            "organization|service|served|documents|application|languages|contact",
        ),
        ("Agency|Service|Who|When", "organization|service|served|hours"),
    ],
)
def test_headings_in_everyday_words_are_guessed(header, fields):
    """What people call a column means what they would say it means."""
    columns = header.split("|")
    assert suggested_columns(columns) == dict(zip(fields.split("|"), columns, strict=True))


@pytest.mark.parametrize("header", ["What|When|Where", "Place|What they do|Where to go"])
def test_where_no_column_names_an_organization_it_is_asked_for(header):
    """A guess is none where it is uncertain: the question stays, and the command line says what is missing."""
    data = f"{header}\nSoup|Mon|1 A Street\n".replace("|", ",").encode()
    assert isinstance(bring(data, "x.csv"), Question)
    with pytest.raises(RefusedFileError, match="Which column holds the organization"):
        bring(data, "x.csv", guess=True)


def test_how_many_were_served_is_not_who_is_served():
    """A column that only counts people tells a card nothing, and is named; ages are told."""
    found = listed("Agency|Program|Clients served\nNorth|Room|140\nNorth|Soup|1,200\n")
    assert [service.served for service in found.directory.services] == ["", ""]
    assert found.notices == ("Columns left out, since a card has no place for them: Clients served.",)
    assert listed("Agency|Program|Ages\nNorth|Room|18\n").directory.services[0].served == "18"


def test_a_date_above_the_header_is_no_part_of_it():
    """What stands above a header names groups of columns only where it could be their name."""
    found = listed("Help Guide|||\nAs of:|2025-11-03||\nAgency|Program|Hours|Phone\nNorth House|Room|Mon|1\n")
    assert found.directory.services[0].hours == ("Mon",)
    assert found.notices == ("Left out above the header: \u201cHelp Guide; As of: 2025-11-03\u201d.",)


def test_a_sheet_of_everything_is_about_nothing():
    """A sheet called All is no need of the services on it."""
    data = workbook(All=[["Agency", "Program"], ["North", "Room"]], Food=[["Agency", "Program"], ["South", "Soup"]])
    assert [service.needs for service in taken(data, "x.xlsx").directory.services] == [(), ("Food",)]
    data = workbook(
        Food=[["Agency", "Program"], ["South", "Soup"], ["Total", "1"]], More=[["Agency", "Program"], ["N", "R"]]
    )
    assert services(taken(data, "x.xlsx")) == ["Soup", "R"]
