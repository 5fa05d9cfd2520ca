"""Closed services never come in as open, however a file says that they are closed; each is named."""

import json

import pytest

from hartcity.directory.importing.statuses import is_called_closed, says_closed, status_of
from hartcity.files import RefusedFileError
from tests.directory.test_kinds import hsds, names, taken, workbook


def listed(text):
    """Return what a list brings whose cells are divided by bars."""
    return taken(text.replace("|", "\t").encode())


def services(found):
    """Return the services by name alone."""
    return [service.name for service in found.directory.services]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Active ", "active"),
        ("Active/Open", "active"),
        ("OPEN", "active"),
        ("Open, closed Sunday", "active"),
        ("closed Sundays", "active"),
        ("Open; closed federal holidays", "active"),
        ("Closed 12-1 daily", "active"),
        ("Open (waitlist closed)", "active"),
        ("Closed to new clients", "active"),
        ("Active (temporary hours)", "active"),
        ("Re-opened 3/2024", "active"),
        ("Yes - Mondays only", "active"),
        ("TRUE", "active"),
        ("Abierto", "active"),
        ("Temporarily Closed", "temporarily closed"),
        (" temporarily  closed ", "temporarily closed"),
        ("Paused", "temporarily closed"),
        ("Closed until further notice", "temporarily closed"),
        ("Closed for the season", "temporarily closed"),
        ("Reopening in May", "temporarily closed"),
        ("Permanently closed", "defunct"),
        ("DeFunct", "defunct"),
        ("inactive ", "inactive"),
        ("CLOSED", "inactive"),
        ("Closed 12-1-2023", "inactive"),
        ("not currently open", "inactive"),
        ("Coming soon", "inactive"),
        ("No (ended in 2023)", "inactive"),
        ("Cerrado", "inactive"),
        ("Verified 2024", ""),
        ("Temporarily at 12 Mill Road", ""),
        ("No change", ""),
        ("", ""),
    ],
)
def test_a_status_means_what_people_mean(said, status):
    """Words around a status, answers and what is only closed on some days are understood."""
    assert status_of(said) == status


@pytest.mark.parametrize(
    ("said", "is_closed"),
    [
        ("Closed", True),
        ("This program is no longer offered.", True),
        ("Permanently closed as of 2023", True),
        ("Closed in August 2023", True),
        ("Temporarily suspended", True),
        ("Closed for renovations until June", True),
        ("Not available", False),
        ("closed Sundays", False),
        ("Mon-Sat 10-6, closed Sunday", False),
        ("Closed on holidays", False),
        ("closed 12-1", False),
        ("Closed captions on all videos", False),
        ("Closed in August", False),
    ],
)
def test_a_cell_says_that_its_service_is_closed_only_when_it_says_nothing_else(said, is_closed):
    """Hours and notes that are a whole statement count; closed days do not."""
    assert says_closed(said) is is_closed
    assert (services(listed(f"Agency|Program|Hours\nNorth|Room|{said}\nNorth|Soup|Mon\n")) == ["Soup"]) is is_closed
    assert (services(listed(f"Agency|Program|Notes\nNorth|Room|{said}\nNorth|Soup|\n")) == ["Soup"]) is is_closed


@pytest.mark.parametrize(
    ("name", "is_closed"),
    [
        ("Tax Help (closed)", True),
        ("CLOSED - Tax Help", True),
        ("CLOSED: Tax Help", True),
        ("Tax Help [temporarily closed]", True),
        ("Closed Door Counseling", False),
        ("Grief Group (closed group)", False),
        ("Closed-Loop Referrals", False),
    ],
)
def test_a_name_may_say_that_it_is_closed(name, is_closed):
    """The word stands in brackets or is parted from the name; a name that begins like it is none."""
    assert is_called_closed(name) is is_closed
    found = listed(f"Agency|Program\nNorth|{name}\nNorth|Soup\n")
    assert (services(found) == ["Soup"]) is is_closed
    assert [left.line for left in found.left_out] == ([2] if is_closed else [])


@pytest.mark.parametrize(
    ("header", "is_open", "is_closed"),
    [
        ("Status", "Open", "CLOSED"),
        ("Status", "Active ", "Temporarily closed"),
        ("Program Status", "Current", "Discontinued"),
        ("AgencyStatus", "Active", "Inactive"),
        ("Active?", "Yes", "No"),
        ("Active (Y/N)", "Y", "N"),
        ("Is Active", "True", "False"),
        ("Currently offered", "yes", "No - funding ended"),
        ("Still open?", "y", "n"),
        ("Open?", "Yes", "No"),
        ("Open/Closed", "O", "C"),
        ("Active/Inactive", "A", "I"),
        ("Closed?", "No", "Yes"),
        ("Closed", "", "x"),
        ("Date closed", "n/a", "2023-05-01"),
        ("Inactive", "", "TRUE"),
        ("Active", "x", ""),
    ],
)
def test_a_column_says_which_services_are_closed(header, is_open, is_closed):
    """Whatever the column is called, the closed service is named by its line and does not come in."""
    found = listed(
        f"Agency|Program|{header}|Hours\nNorth|Room|{is_open}|Mon, closed Sunday\nNorth|Soup|{is_closed}|Tue\n"
    )
    assert services(found) == ["Room"]
    assert found.directory.services[0].hours == ("Mon, closed Sunday",)
    assert [left.line for left in found.left_out] == [3]
    assert left_of(found).startswith('"Soup" is closed: ')
    assert found.notices == ()


def left_of(found):
    """Return why the only row was left out."""
    (left,) = found.left_out
    return left.reason


def test_a_column_called_open_may_hold_hours():
    """Under Open stand hours as well as answers, and a row of hours stays open."""
    found = listed("Agency|Program|Open\nNorth|Room|Mon-Fri 9-5\nNorth|Soup|Closed\nNorth|Bed|Daily, closed holidays\n")
    assert services(found) == ["Room", "Bed"]
    assert found.directory.services[0].hours == ("Mon-Fri 9-5",)
    found = listed("Agency|Program|Open\nNorth|Room|Yes\nNorth|Soup|No\n")
    assert (services(found), found.directory.services[0].hours) == (["Room"], ())


def test_two_columns_may_say_it():
    """The status of the agency and that of the program count both."""
    found = listed(
        "Agency|Agency Status|Program|Program Status\n"
        "North|Active|Room|Active\nNorth|Active|Soup|Inactive\nSouth|Inactive|Bed|Active\n"
    )
    assert services(found) == ["Room"]
    assert [left.reason for left in found.left_out] == [
        '"Soup" is closed: Program Status says "Inactive"',
        '"Bed" is closed: Agency Status says "Inactive"',
    ]


@pytest.mark.parametrize("header", ["Immigration status", "Days closed", "Last active date", "Veteran Status"])
def test_a_column_about_something_else_closes_nothing(header):
    """Only what tells of the service's own being open counts, and what is closed is no hours."""
    found = listed(f"Agency|Program|{header}\nNorth|Room|Sunday\n")
    assert services(found) == ["Room"]
    assert found.directory.services[0].hours == ()
    assert found.notices == (f"Columns left out, since a card has no place for them: {header}.",)


def test_what_is_neither_open_nor_closed_is_told():
    """Such rows and empty cells come in, and how many is said."""
    found = listed("Agency|Program|Status\nNorth|Room|Verified 2024\nNorth|Soup|Pending\nNorth|Bed|\nSouth|Van|Open\n")
    assert services(found) == ["Room", "Soup", "Bed", "Van"]
    assert found.notices == (
        'Status says "Verified 2024", "Pending", which means neither open nor closed; 2 rows came in as open.',
        "Status is empty in places; 1 row came in as open.",
    )


def test_a_status_that_tells_of_a_wait_is_kept():
    """Who is open with a list to wait on comes in, and the card says so."""
    found = listed("Agency|Program|Status\nNorth|Room|Open (waitlist 3 months)\nNorth|Soup|Closed to new clients\n")
    assert [service.wait for service in found.directory.services] == [
        "Open (waitlist 3 months)",
        "Closed to new clients",
    ]


def test_a_closed_place_of_an_open_service_stays_out():
    """Its address and phone are not shown with the others."""
    found = listed(
        "Agency|Program|Address|Phone|Status\nNorth|Lunch|1 A Street|111|Open\n"
        "North|Lunch|2 B Street|222|Closed\nNorth|Lunch|3 C Street|333|Open\n"
    )
    (service,) = found.directory.services
    assert (service.address, service.phone) == ("1 A Street; 3 C Street", "111; 333")
    assert left_of(found) == '"Lunch" at 2 B Street is closed: Status says "Closed"'


def test_rows_below_a_closed_one_are_still_its_organizations():
    """What is left blank below the first row of a group holds, and its being closed does not."""
    found = listed("Agency|Program|Phone|Status\nNorth House|Room|1|Closed\n|Soup||Open\n")
    assert names(found) == [("North House", "Soup")]
    assert found.directory.services[0].phone == "1"
    found = listed("Agency|Program|Status\nNorth House|Room|Closed\nditto|Soup|ditto\nSouth|Bed|Open\n")
    assert services(found) == ["Bed"]


def test_a_closed_organization_closes_its_services():
    """An organization whose own row says that it is closed offers nothing, above and below that row."""
    found = listed(
        "PublicName|TaxonomyLevelName|ParentAgency|AgencyStatus\nRoom|Program|North|Active\nNorth|Agency||Inactive\n"
        "South|Agency||Active\nBed|Program|South|Active\n"
    )
    assert names(found) == [("South", "Bed")]
    assert [left.reason for left in found.left_out] == [
        '"Room" is closed with its organization',
        '"North" is closed: AgencyStatus says "Inactive"',
    ]


def test_a_list_of_closed_services_alone_is_refused_and_says_so():
    """The reason is not that a column is missing."""
    with pytest.raises(RefusedFileError, match="Every service in this file is closed"):
        listed("Agency|Program|Status\nNorth|Room|Closed\n")


def test_ticks_on_several_sheets_say_nothing_of_a_sheet_without_them():
    """A sheet that has no such column is not closed for it."""
    data = workbook(
        Homes=[["Agency", "Program", "Active"], ["North", "Room", "x"]], Food=[["Agency", "Program"], ["South", "Soup"]]
    )
    assert services(taken(data, "x.xlsx")) == ["Room", "Soup"]


def test_other_columns_of_a_package_say_it_too():
    """``is_active`` stands for the standard's status, as a table and as JSON."""
    found = hsds(services="id,organization_id,name,is_active\ns1,o1,Room,true\ns2,o1,Soup,false\n")
    assert services(found) == ["Room"]
    assert found.notices == ("Not offered, since the directory says that they are closed (1): Soup.",)
    owner = {"id": "o1", "name": "North House"}
    told = [
        {"id": "s1", "name": "Room", "isActive": True, "organization": owner},
        {"id": "s2", "name": "Soup", "isActive": False, "organization": owner},
    ]
    assert services(taken(json.dumps(told).encode(), "x.json")) == ["Room"]
