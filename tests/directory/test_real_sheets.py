"""Lists as people keep them: headers in any words, cells that say "the same", lists below each other, merged cells."""

import pytest

from hartcity.directory.importing import suggested_columns
from tests.directory.test_kinds import FOOD, HOUSING, ORGANIZATIONS, SERVICES, names, taken, workbook
from tests.files.hostile import zipped


TWO = [("North House", "Room"), ("North House", "Loans")]
ROWS = "North House,Room,1\nNorth House,Loans,2\n"


@pytest.mark.parametrize(
    "header",
    [
        "ORG_NAME,SERVICE_NAME",
        "org_name,svc_name",
        "Organisation Name,Programme",
        "Sponsoring Agency,Program Name",
        "Service Provider,Service",
        "Site Name,Program",
        "Agency_Name,Site_Program_Name",
        "Grantee,Program Title",
        "Church/Agency,What They Provide",
        "Pantry Name,Service",
        "Agency Name (legal),Program Name*",
        "1. Agency,2. Program",
        "Organizaci\u00f3n,Programa",
        "Nombre de la organizaci\u00f3n,Servicio",
        "Agency,Type of Assistance",
    ],
)
def test_lists_of_any_words_come_in(header):
    """Who gives what is found in headers that are like none on the list."""
    assert names(taken(f"{header},Phone\n{ROWS}".encode())) == TWO


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Languages Supported", "languages"),
        ("Idiomas", "languages"),
        ("Hours of Operation/Service", "hours"),
        ("Hours (M-F)", "hours"),
        ("Days & Times", "hours"),
        ("Horario", "hours"),
        ("Main Phone Number", "phone"),
        ("Toll Free", "phone"),
        ("Phone/Fax", "phone"),
        ("Tel\u00e9fono", "phone"),
        ("Mailing/Street Address", "address"),
        ("Direcci\u00f3n", "address"),
        ("Is there a fee?", "cost"),
        ("Eligibility Criteria/Requirements", "eligibility"),
        ("ID Needed", "documents"),
        ("Bring with you", "documents"),
        ("Link to website", "website"),
        ("Email Addr", "email"),
        ("Correo electr\u00f3nico", "email"),
        ("Application/Intake Process", "application"),
        ("Service Desc", "description"),
        ("Category/Type", "needs"),
    ],
)
def test_a_word_of_a_header_is_enough(header, field):
    """A header that is like none is understood by the word that matters."""
    assert suggested_columns(["Agency", "Program", header]).get(field) == header


@pytest.mark.parametrize(
    "header",
    ["ID", "Agency ID", "Record Number", "Agency Type", "Phone Type", "Service Area Code", "Fax", "Language Code"],
)
def test_a_header_about_something_else_is_left_alone(header):
    """A number of a record or the type of a phone is no phone, and no organization."""
    found = suggested_columns(["Agency", "Program", "Category", header])
    assert header not in found.values()


def test_an_address_in_several_columns_is_one():
    """Street, second line, city, state and ZIP code stand together, each once."""
    head = (
        "AgencyName,ProgramName,PhysicalAddress1,PhysicalAddress2,PhysicalCity,PhysicalStateProvince,PhysicalPostalCode"
    )
    rows = (
        'North,Room,12 Mill Road,Suite 4,Harbor,OH,44000\nSouth,Soup,"1 Elm Way, Harbor, OH 44000",,Harbor,OH,44000\n'
    )
    found = taken(f"{head}\n{rows}".encode())
    assert [service.address for service in found.directory.services] == [
        "12 Mill Road, Suite 4, Harbor, OH 44000",
        "1 Elm Way, Harbor, OH 44000",
    ]


@pytest.mark.parametrize("mark", ['""""', "\u3003", "ditto", "Same as above", "\u2191"])
def test_a_mark_for_the_same_is_no_name(mark):
    """Who writes that a cell is as above means the words above."""
    found = taken(f"Agency,Program,Phone\nNorth House,Room,1\n{mark},Loans,{mark}\n".encode())
    assert names(found) == TWO
    assert {service.phone for service in found.directory.services} == {"1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Agency,Program,Phone\n{ROWS}Agency,Program,Phone\nSouth,Soup,3\n", [*TWO, ("South", "Soup")]),
        (f"Agency,Program,Phone\n{ROWS}\nProvider,Phone,Service\nSouth,3,Soup\n", [*TWO, ("South", "Soup")]),
        ("Organization,,Service,\nName,Phone,Name,Hours\nNorth House,1,Room,Mon\nNorth House,1,Loans,\n", TWO),
    ],
)
def test_headers_are_never_services(text, expected):
    """A header that is repeated, another list below, and a header of two lines."""
    found = taken(text.encode())
    assert names(found) == expected
    assert found.left_out == ()


def test_columns_without_a_place_are_named():
    """A column that no card shows, and the second of two of one name, are told."""
    found = taken(b"Agency,Program,Phone,Phone,Bus line\nNorth House,Room,1,2,7\n")
    assert found.directory.services[0].phone == "1"
    assert found.notices == ("Columns left out, since a card has no place for them: Phone (2), Bus line.",)


def test_merged_cells_hold_for_all_their_rows():
    """A category or a program merged over several rows is that of each of them."""
    sheet = [
        ["Category", "Program", "Agency"],
        ["Food", "Boxes", "North"],
        ["", "", "South"],
        ["Homes", "Room", "East"],
    ]
    found = taken(workbook(merged=["A2:A3", "B2:B3"], List=sheet), "x.xlsx")
    assert [(each.organization, each.name, each.needs) for each in found.directory.services] == [
        ("North", "Boxes", ("Food",)),
        ("South", "Boxes", ("Food",)),
        ("East", "Room", ("Homes",)),
    ]


def test_hidden_sheets_are_named_and_may_be_chosen():
    """A sheet that nobody sees stays out unless it is asked for by its name."""
    data = workbook(hidden=["Old"], List=HOUSING, Old=[["Agency", "Program"], ["South", "Gone"]])
    found = taken(data, "x.xlsx")
    assert ("South", "Gone") not in names(found)
    assert found.notices == ("Hidden sheets left out: Old.",)
    assert names(taken(data, "x.xlsx", sheet="Old")) == [("South", "Gone")]


def test_a_sheet_an_organization():
    """Where no column holds the organization, each sheet's name is one, and it is told."""
    found = taken(workbook(North=[["Program", "Phone"], ["Room", "1"]], South=[["Program"], ["Soup"]]), "x.xlsx")
    assert names(found) == [("North", "Room"), ("South", "Soup")]
    assert "each sheet's name was taken for it" in found.notices[0]
    assert len(taken(workbook(Housing=HOUSING, Food=FOOD), "x.xlsx").directory.services) == 3


def test_exports_of_directory_programs_come_in_whole():
    """The headers of a program for help lines are understood, all of them."""
    cells = {
        "Agency_Name": "North House",
        "Program_Name": "Room",
        "Program_Description": "Homes",
        "Program_Phone": "1",
        "Site_Address1": "12 Mill Road",
        "Site_City": "Harbor",
        "Site_State": "OH",
        "Site_Zip": "44000",
        "Program_Eligibility": "Adults",
        "Program_Fees": "Free",
        "Program_Hours": "Mon 9-5",
        "Program_Languages": "Spanish",
        "Program_Intake": "Call",
        "Taxonomy_Terms": "Housing",
    }
    found = taken(f"{','.join(cells)}\n{','.join(cells.values())}\n".encode())
    (service,) = found.directory.services
    assert service.address == "12 Mill Road, Harbor, OH 44000"
    assert (service.cost, service.hours, service.languages) == ("Free", ("Mon 9-5",), ("Spanish",))
    assert (service.eligibility, service.application, service.needs) == ("Adults", "Call", ("Housing",))
    assert (found.left_out, found.notices) == ((), ())


def test_questions_of_a_form_are_headers():
    """What a form asks is understood as a header."""
    head = (
        "What is the name of your organization?,What service do you offer?,How much does it cost?,What are your hours?"
    )
    found = taken(f"{head}\nNorth House,Room,Free,Mon 9-5\n".encode())
    (service,) = found.directory.services
    assert (service.organization, service.name, service.cost, service.hours) == (
        "North House",
        "Room",
        "Free",
        ("Mon 9-5",),
    )


def test_room_between_words_makes_no_other_organization():
    """More or other spaces between the words of a name are the same name."""
    found = taken("Agency,Program\nNorth House ,Room\nNorth\u00a0 House,Loans\n".encode())
    assert names(found) == TWO


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"Note {at}\n" for at in range(30)) + f"Agency,Program,Phone\n{ROWS}",
        f"sep=;\nAgency,Program,Phone\n{ROWS}",
        f"sep=,\nAgency,Program,Phone\n{ROWS}",
    ],
)
def test_a_header_is_found_below_what_stands_above_it(text):
    """Many lines of advice, and a line for a spreadsheet that is not true of the cells, hide no list."""
    found = taken(text.encode())
    assert names(found) == TWO
    assert found.left_out == ()


def test_lists_that_were_packed_together_come_in_together():
    """Several lists in one archive are taken as the sheets of one workbook are."""
    lists = {"housing.csv": f"Agency,Program,Phone\n{ROWS}".encode(), "food.csv": b"Provider,Service\nBread,Boxes\n"}
    found = taken(zipped(lists), "x.zip")
    assert names(found) == [*TWO, ("Bread", "Boxes")]
    assert [service.needs for service in found.directory.services] == [("housing",), ("housing",), ("food",)]


def test_tables_of_the_standard_may_end_otherwise():
    """Tables in an archive count by their names, and words beside them are left out."""
    tables = {"organizations.txt": ORGANIZATIONS.encode(), "services.tsv": SERVICES.replace(",", "\t").encode()}
    found = taken(zipped({**tables, "readme.txt": b"Read me first."}), "x.zip")
    assert names(found) == [("North House", "Room")]
