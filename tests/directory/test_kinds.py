"""Faults that real lists and exports showed, each with its kind: what must come in, and what must be named."""

import contextlib
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from hartcity.directory.export import to_hsds
from hartcity.directory.importing import ImportedDirectory, Question, bring, read, suggested_columns, take_columns
from hartcity.directory.importing.raw import MOST_ROWS
from hartcity.files import RefusedFileError
from tests.files.hostile import zipped


CASES = Path(__file__).parent / "cases"
ORGANIZATIONS = "id,name,description\no1,North House,Homes\n"
SERVICES = "id,organization_id,name,status\ns1,o1,Room,active\n"
PLACE = "id,location_type,name\nl1,physical,Main\n"
LINK = "id,service_id,location_id\nx1,s1,l1\n"
ADDRESS = (
    "id,location_id,address_1,city,state_province,postal_code,country,address_type\n"
    "a1,l1,12 Mill Road,Harbor,OH,44000,US,physical\n"
)


def case(name):
    """Return what a file among the cases brings."""
    return taken((CASES / name).read_bytes(), name)


def taken(data, name="x.csv", sheet=None):
    """Return the directory in a file, its columns taken by their names."""
    found = read(data, name, sheet=sheet)
    return found if isinstance(found, ImportedDirectory) else take_columns(found, suggested_columns(found.columns))


def hsds(**tables):
    """Return what a zip of HSDS tables brings; two tables are there unless given."""
    given = {"organizations": ORGANIZATIONS, "services": SERVICES, **tables}
    return taken(zipped({f"{name}.csv": text.encode() for name, text in given.items()}), "x.zip")


def names(found):
    """Return organizations and services by name."""
    return [(service.organization, service.name) for service in found.directory.services]


@pytest.mark.parametrize("owner", ["organization", "service", "location", "service_at_location", "contact"])
def test_a_phone_comes_in_wherever_it_hangs(owner):
    """The number of the organization, the service, the place, the service at the place or a contact is shown."""
    key = {"organization": "o1", "service": "s1", "location": "l1", "service_at_location": "x1", "contact": "c1"}[owner]
    found = hsds(
        locations=PLACE,
        service_at_location=LINK,
        contacts="id,service_id,title\nc1,s1,Desk\n",
        phones=f"id,{owner}_id,number\np1,{key},555-013-0100\n",
    )
    (organization,) = found.directory.organizations
    assert (organization.phone, organization.services[0].phone) == ("555-013-0100", "555-013-0100")
    assert found.left_out == ()


@pytest.mark.parametrize(("owner", "key"), [("service", "s1"), ("location", "l1"), ("service_at_location", "x1")])
def test_hours_and_languages_come_in_wherever_they_hang(owner, key):
    """Hours of the service, the place or the service at the place are the service's hours; languages alike."""
    found = hsds(
        locations=PLACE,
        service_at_location=LINK,
        schedules=f"id,{owner}_id,byday,opens_at,closes_at\nh1,{key},MO,09:00,17:00\n",
        **({} if owner == "service_at_location" else {"languages": f"id,{owner}_id,name\ng1,{key},Spanish\n"}),
    )
    (service,) = found.directory.services
    assert service.hours == ("Mon 9 a.m.\N{EN DASH}5 p.m.",)
    assert service.languages == (() if owner == "service_at_location" else ("Spanish",))


def test_an_address_needs_no_organization():
    """A place that only a service points to gives that service its address."""
    found = hsds(locations=PLACE, service_at_location=LINK, addresses=ADDRESS)
    assert found.directory.services[0].address == "12 Mill Road, Harbor, OH 44000"
    assert found.directory.organizations[0].address == "12 Mill Road, Harbor, OH 44000"


@pytest.mark.parametrize(
    ("status", "is_offered"),
    [
        ("active", True),
        ("Active", True),
        ("Inactive", False),
        ("DEFUNCT", False),
        ("closed", False),
        ("Temporarily_Closed", False),
        ("", True),
    ],
)
def test_closed_services_stay_out_and_are_named(status, is_offered):
    """A status counts in any spelling; a service that is closed is not offered, and is named."""
    found = hsds(services=f"id,organization_id,name,status\ns1,o1,Room,{status}\ns2,o1,Soup,active\n")
    assert ("North House", "Room") in names(found) or not is_offered
    assert ("North House", "Room") not in names(found) or is_offered
    assert any("Room" in notice for notice in found.notices) is not is_offered
    assert found.left_out == ()


def test_a_service_that_pauses_is_named_apart():
    """What is closed for now is not offered either, and the notice tells it from what is closed for good."""
    found = hsds(
        services="id,organization_id,name,status\ns1,o1,Room,temporarily closed\ns2,o1,Soup,active\ns3,o1,Bed,defunct\n"
    )
    assert names(found) == [("North House", "Soup")]
    assert found.notices == (
        "Not offered, since the directory says that they are closed (1): Bed.",
        "Not offered for now, since the directory says that they are temporarily closed (1): Room.",
    )


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("services", "id,organization_id,program_id,name,status\ns1,o1,p9,Room,active\n"),
        ("phones", "id,organization_id,contact_id,number\np1,o1,zzz,555-013-0100\n"),
        ("locations", "id,location_type,organization_id,name\nl1,physical,o9,Civic Center\n"),
        ("schedules", "id,service_id,location_id,byday\nh1,s1,l9,MO\n"),
        ("languages", "id,service_id,phone_id,name\ng1,s1,p9,Spanish\n"),
        ("contacts", "id,service_id,location_id,title\nc1,s1,l9,Desk\n"),
        ("funding", "id,organization_id,service_id,source\nf1,o1,s9,City\n"),
        ("taxonomy_terms", "id,name,taxonomy_id\nt1,Housing,y9\n"),
        ("required_documents", "id,service_id,document\nd1,s9,ID\n"),
    ],
)
def test_an_id_that_points_nowhere_loses_one_cell(table, text):
    """A row stays though one of its optional ids leads nowhere; that cell is named."""
    found = hsds(**{table: text})
    assert names(found) == [("North House", "Room")]
    assert [left.reason.startswith("only its ") for left in found.left_out] == [True]
    assert any(
        len(frame) for name, frame in found.directory.tables.items() if name not in {"organization", "service"}
    ) or (table == "services")


@pytest.mark.parametrize(
    ("opens", "closes", "hours"),
    [
        ("9:00", "17:00", "9 a.m.\N{EN DASH}5 p.m."),
        ("9:00 AM", "5:00 PM", "9 a.m.\N{EN DASH}5 p.m."),
        ("9am", "5pm", "9 a.m.\N{EN DASH}5 p.m."),
        ("8.30", "12.15", "8:30 a.m.\N{EN DASH}12:15 p.m."),
        ("09:00:00", "24:00", "9 a.m.\N{EN DASH}12 a.m."),
        ("10:00:00Z", "noon", "10 a.m.\N{EN DASH}12 p.m."),
        ("12 a.m.", "12 p.m.", "12 a.m.\N{EN DASH}12 p.m."),
        ("0900", "1730", "9 a.m.\N{EN DASH}5:30 p.m."),
    ],
)
def test_times_are_understood_as_people_write_them(opens, closes, hours):
    """Any ordinary way to write a time of day is read, and nothing is left out."""
    found = hsds(schedules=f"id,service_id,byday,opens_at,closes_at\nh1,s1,MO,{opens},{closes}\n")
    assert found.directory.services[0].hours == (f"Mon {hours}",)
    assert found.left_out == ()


@pytest.mark.parametrize("time", ["25:00", "9", "soon", "13 pm", "9:75"])
def test_what_is_no_time_is_named(time):
    """A cell that is no time of day is left out alone and named."""
    found = hsds(schedules=f"id,service_id,byday,opens_at\nh1,s1,MO,{time}\n")
    assert [left.reason for left in found.left_out] == [
        f'only its opens_at was left out: "{time}" is not a time such as 17:30'
    ]


@pytest.mark.parametrize(
    ("days", "shown"),
    [("Monday", "Mon"), ("1", "Mon"), ("7", "Sun"), ("0", "Sun"), ("mon;wed", "Mon, Wed"), ("Mo-Fr", "Mon\N{EN DASH}Fri"),  # noqa: E501
     ("1,2,3", "Mon\N{EN DASH}Wed"), ("SA,SU", "Sat, Sun"), ("2MO", "2nd Mon")],
)  # fmt: skip
def test_weekdays_are_understood_as_programs_write_them(days, shown):
    """Words, short forms, ranges and numbers are weekdays."""
    found = hsds(schedules=f'id,service_id,byday\nh1,s1,"{days}"\n')
    assert found.directory.services[0].hours == (shown,)


def test_services_are_classified_as_version_one_did():
    """The table ``services_taxonomy`` ties services to the terms of ``taxonomy``."""
    found = hsds(
        services_taxonomy="id,service_id,taxonomy_id\ny1,s1,t1\n", taxonomy="id,name,vocabulary\nt1,Housing,AIRS\n"
    )
    assert found.directory.services[0].needs == ("Housing",)
    assert found.format == "HSDS 2.0.1"


def test_headers_count_in_any_case():
    """``ID`` and ``Organization Id`` are the columns of the standard."""
    found = hsds(
        organizations="ID,Name,Description\no1,North House,x\n", services="ID,Organization Id,NAME\ns1,o1,Room\n"
    )
    assert names(found) == [("North House", "Room")]


PHONE = {"id": "p1", "number": "555-013-0100", "languages": [{"id": "g1", "name": "Urdu"}]}
NESTED = {
    "id": "x1",
    "location": {"id": "l1", "location_type": "physical", "phones": [PHONE]},
    "service": {
        "id": "s1",
        "name": "Room",
        "status": "active",
        "phones": [PHONE],
        "organization": {"id": "o1", "name": "North House", "description": "Homes"},
    },
}


@pytest.mark.parametrize("wrap", [lambda item: item, lambda item: [item], lambda item: {"contents": [item]}])
def test_a_service_at_a_location_comes_in(wrap):
    """The standard's third kind of JSON holds a service and a place; one phone told twice is one phone at both."""
    found = taken(json.dumps(wrap(NESTED)).encode(), "x.json")
    (service,) = found.directory.services
    assert (service.name, service.phone, service.languages) == ("Room", "555-013-0100", ("Urdu",))
    assert found.left_out == ()


FULL_SERVICE = {
    "id": "s1",
    "name": "Room",
    "status": "active",
    "phones": [PHONE],
    "schedules": [{"id": "h1", "byday": "TH,FR", "opens_at": "10:00:00Z", "closes_at": "18:00:00Z"}],
    "languages": [{"id": "g2", "name": "Somali"}],
    "cost_options": [{"id": "c1", "option": "Free"}],
    "required_documents": [{"id": "d1", "document": "A photo ID"}],
    "program": {"id": "r1", "name": "Homes", "organization_id": "o1", "description": "d"},
    "service_at_locations": [
        {
            "id": "x1",
            "location": {
                "id": "l1",
                "location_type": "physical",
                "addresses": [
                    {
                        "id": "a1",
                        "address_1": "12 Mill Road",
                        "city": "Harbor",
                        "state_province": "OH",
                        "postal_code": "44000",
                        "country": "US",
                        "address_type": "physical",
                    }
                ],
            },
        }
    ],
    "attributes": [
        {
            "id": "b1",
            "link_entity": "service",
            "taxonomy_term": {
                "id": "t1",
                "code": "H",
                "name": "Housing",
                "taxonomy_detail": {"id": "y1", "name": "AIRS", "description": "d"},
            },
        }
    ],
}
OWNER = {"id": "o1", "name": "North House", "description": "Homes"}
FULL_ORGANIZATION = OWNER | {"services": [FULL_SERVICE], "funding": [{"id": "f1", "source": "The city"}]}


def without_ids(value):
    """Return a nested value without an id anywhere."""
    if isinstance(value, dict):
        return {name: without_ids(inner) for name, inner in value.items() if name not in {"id", "organization_id"}}
    return [without_ids(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    "value",
    [
        FULL_SERVICE | {"organization": OWNER},
        FULL_ORGANIZATION,
        {"total_items": 1, "contents": [FULL_ORGANIZATION]},
        {"id": "x1", "service": FULL_SERVICE | {"organization": OWNER}},
        without_ids(FULL_ORGANIZATION),
        without_ids(FULL_SERVICE | {"organization": OWNER}),
    ],
    ids=["service", "organization", "page", "service at location", "organization without ids", "service without ids"],
)
def test_nested_files_come_in_whole(value):
    """The shapes of the standard's own examples lose nothing that hangs on a service, and need no ids for it."""
    found = taken(json.dumps(value).encode(), "x.json")
    (service,) = found.directory.services
    assert (service.organization, service.name, service.phone) == ("North House", "Room", "555-013-0100")
    assert service.address == "12 Mill Road, Harbor, OH 44000"
    assert service.hours == ("Thu, Fri 10 a.m.\N{EN DASH}6 p.m.",)
    assert set(service.languages) == {"Somali", "Urdu"}
    assert [option.option for option in service.cost_options] == ["Free"]
    assert (service.documents, service.needs) == (("A photo ID",), ("Housing",))
    assert found.left_out == ()


PACKAGE = {
    "organizations": [OWNER],
    "services": [{"id": "s1", "organization_id": "o1", "name": "Room", "status": "active"}],
    "locations": [{"id": "l1", "location_type": "physical", "organization_id": "o1"}],
    "service_at_location": [{"id": "x1", "service_id": "s1", "location_id": "l1"}],
    "phones": [{"id": "p1", "service_at_location_id": "x1", "number": "555-013-0100"}],
    "service_areas": [{"id": "w1", "service_id": "s1", "name": "The county"}],
    "metadata": [{"id": "m1", "resource_id": "s1", "resource_type": "service"}],
    "meta_table_descriptions": [{"id": "n1", "name": "x"}],
}


def packed(folder):
    """Return the tables as the standard's tabular package: CSV files and their description in a zip."""
    members = {
        f"{folder}{name}.csv": "\n".join([",".join(rows[0]), *(",".join(row.values()) for row in rows)]).encode()
        for name, rows in PACKAGE.items()
    }
    return zipped(members | {f"{folder}datapackage.json": b'{"name": "hsds", "resources": []}'})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", packed("")),
        ("x.zip", packed("csv/")),
        ("x.json", json.dumps({f"{name}.csv": rows for name, rows in PACKAGE.items()}).encode()),
    ],
    ids=["zip", "zip with a folder", "tabular JSON"],
)
def test_the_tabular_package_goes_in_and_out(name, data):
    """The standard's package of CSV tables comes in whole, and what is given out comes in again as it was."""
    found = taken(data, name)
    assert names(found) == [("North House", "Room")]
    assert found.directory.services[0].phone == "555-013-0100"
    assert (found.left_out, found.notices) == ((), ())
    again = taken(to_hsds(found.directory), "out.zip")
    assert again.directory.organizations == found.directory.organizations


@pytest.mark.parametrize(
    "value",
    [
        {"id": "l1", "location_type": "physical", "name": "Civic Center", "description": "d"},
        {"id": "y1", "name": "AIRS", "description": "d", "uri": "http://x.example", "version": "1"},
        {"contents": [{"id": "t1", "code": "H", "name": "Housing", "description": "d", "taxonomy": "AIRS"}]},
    ],
    ids=["location", "taxonomy", "terms"],
)
def test_a_part_of_a_directory_is_no_organization(value):
    """A place, a taxonomy or its terms alone are refused, and never taken for an organization of that name."""
    with pytest.raises(RefusedFileError, match="no organizations or services"):
        taken(json.dumps(value).encode(), "x.json")


def test_a_line_with_the_organization_alone_heads_its_services():
    """An organization on a line of its own is the head of the rows below it, and nothing was left out."""
    found = taken(b"Agency,Program,Phone\nNorth,,\n,Room,1\n,Loans,2\nEast,,\n,Boxes,3\nWest,,\n")
    assert names(found) == [("North", "Room"), ("North", "Loans"), ("East", "Boxes")]
    assert [(left.line, left.reason) for left in found.left_out] == [(7, "it has no service")]


def test_a_list_of_organizations_comes_in():
    """Organizations without services come in, and it is said that there are no services."""
    found = taken(json.dumps({"contents": [{"id": "o1", "name": "North", "description": "d"}]}).encode(), "x.json")
    assert len(found.directory.organizations) == 1
    assert "no services" in found.notices[0]


def workbook(*, merged=(), hidden=(), **sheets):
    """Return a workbook of these sheets, some cells of each merged and some sheets hidden."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([cell or None for cell in row])
        for cells in merged:
            sheet.merge_cells(cells)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


HOUSING = [["Agency", "Program", "Phone"], ["Northgate", "Rehousing", "555-013-0100"], ["Northgate", "Loans", ""]]
FOOD = [["Provider", "Service", "Hours"], ["Bread Table", "Boxes", "Mon 9-5"]]
NOTES = [["Remember"], ["call first"], ["and again"], ["once more"]]


def test_all_sheets_of_services_come_in():
    """Sheets with other headers come in together, each topic as a need; a sheet of notes is named."""
    found = taken(workbook(Housing=HOUSING, Food=FOOD, Notes=NOTES), "x.xlsx")
    assert names(found) == [("Northgate", "Rehousing"), ("Northgate", "Loans"), ("Bread Table", "Boxes")]
    assert [service.needs for service in found.directory.services] == [("Housing",), ("Housing",), ("Food",)]
    assert found.directory.services[2].hours == ("Mon 9-5",)
    assert found.notices == ("Sheets left out, since no column holds an organization and a service: Notes.",)


def test_one_sheet_may_be_chosen():
    """A named sheet comes in alone; a name that is none is answered with those there are."""
    data = workbook(Housing=HOUSING, Food=FOOD)
    assert names(taken(data, "x.xlsx", sheet="food")) == [("Bread Table", "Boxes")]
    with pytest.raises(RefusedFileError, match="It has Housing, Food"):
        taken(data, "x.xlsx", sheet="Health")


def test_rows_below_the_first_of_a_group_belong_to_it():
    """Merged or blank cells below an organization are its own; how many were only blank is told."""
    rows = "Agency,Program,Phone\nNorthgate Housing,Rehousing,555-013-0100\n,Loans,\n,Classes,\n"
    merged, blank = case("merged_org.xlsx"), taken(rows.encode())
    for found in (merged, blank):
        assert [name for name, _ in names(found)] == ["Northgate Housing"] * 3
        assert {service.phone for service in found.directory.services} == {"555-013-0100"}
    assert merged.notices == ()
    assert "2 rows name no organization" in blank.notices[0]


@pytest.mark.parametrize(("name", "many"), [("title_rows.csv", 2), ("title_one_cell.csv", 1)])
def test_titles_above_the_header_are_named(name, many):
    """The header is found below a title; the title is named."""
    found = case(name)
    assert len(found.directory.services) == many
    assert found.left_out == ()
    assert "Harbor County Community Resource List" in found.notices[0]


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nAgency;Program\nNorth;Room, warm\n",
        'Agency, Program\n"North", "Room, warm"\n',
        "Agency\tProgram\nNorth\tRoom, warm\n",
    ],
)
def test_delimiters_are_understood(text):
    """A told delimiter, blanks after it and commas within cells do not tear a row apart."""
    assert names(taken(text.encode())) == [("North", "Room, warm")]


def test_a_second_site_is_kept():
    """The same service at another address gives both addresses and phones; a row that says nothing new is named."""
    rows = "Agency,Program,Address,Phone\nBread,Boxes,12 Mill Road,1\nBread,Boxes,400 Canal Street,2\nBread,Boxes,,\n"
    found = taken(rows.encode())
    (service,) = found.directory.services
    assert service.address == "12 Mill Road; 400 Canal Street"
    assert service.phone == "1; 2"
    assert [left.line for left in found.left_out] == [4]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("AgencyName", "organization"),
        ("ProgramName", "service"),
        ("HoursOfOperation", "hours"),
        ("LanguagesOffered", "languages"),
        ("WebsiteAddress", "website"),
        ("PhysicalAddress1", "address"),
        ("Phone1Number", "phone"),
        ("EmailAddressMain", "email"),
        ("DocumentsRequired", "documents"),
        ("ApplicationProcess", "application"),
        ("FeeStructureSource", "cost"),
        ("Provider Name", "organization"),
        ("Services Provided", "service"),
        ("TaxonomyTerm", "needs"),
        ("PublicName", "service"),
        ("TaxonomyLevelName", "needs"),
    ],
)
def test_headers_of_exports_are_recognized(header, field):
    """Capitals, digits and long names of directory programs are understood."""
    assert suggested_columns([header]) == {field: header}


def test_the_same_comes_out_of_the_process_of_its_own():
    """Read in the worker, a file brings what it brings here, and progress is told to the end."""
    steps = []
    found = bring(
        (CASES / "sheet_per_category.xlsx").read_bytes(), "x.xlsx", guess=True, progress=lambda *at: steps.append(at)
    )
    here = case("sheet_per_category.xlsx")
    assert found.directory.organizations == here.directory.organizations
    assert found.sheets == ("Housing", "Food")
    assert steps
    assert steps[-1][0] == steps[-1][1]


def test_columns_are_asked_for_and_taken():
    """Without columns the worker asks with the first rows; with them it gives the directory."""
    data = b"a,b,c\n1,2,3\n"
    asked = bring(data, "x.csv")
    assert isinstance(asked, Question)
    assert (asked.columns, asked.rows, asked.first) == (("a", "b", "c"), 1, ({"a": "1", "b": "2", "c": "3"},))
    found = bring(data, "x.csv", columns={"organization": "a", "service": "c"})
    assert names(found) == [("1", "3")]


def _many_keys():
    rows = ",".join(f'{{"id":"{number}","name":"n","k{number}":1}}' for number in range(60_000))
    return f'{{"organizations":[{rows}]}}'.encode()


def _many_lists():
    return b'{"organizations":[{"name":"a","x":[' + b"[]," * 3_000_000 + b"[]]}]}"


def _one_sheet_many_times():
    data = workbook(S=[["Agency", "Program"], *([f"a{number}", "b"] for number in range(20_000))])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        members = {name: book.read(name) for name in book.namelist()}
    listed = members["xl/workbook.xml"]
    start = listed.index(b"<sheet ")
    end = listed.index(b"/>", start) + 2
    relation = listed[start:end]
    many = b"".join(relation.replace(b'name="S"', b'name="S%d"' % number) for number in range(60))
    return zipped(members | {"xl/workbook.xml": listed[:start] + many + listed[end:]})


COSTLY = {
    "new keys in each row": ("x.json", _many_keys),
    "lists of nothing": ("x.json", _many_lists),
    "one sheet named sixty times": ("x.xlsx", _one_sheet_many_times),
    "too many rows": ("x.csv", lambda: b"Agency,Program\n" + b"a,b\n" * (MOST_ROWS + 2)),
}


@pytest.mark.parametrize("name", sorted(COSTLY))
def test_a_costly_file_ends_its_own_process_only(name):
    """What would fill the memory or keep the processor busy is read or refused elsewhere; this process hardly grows."""
    resource = pytest.importorskip("resource")
    file, make = COSTLY[name]
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with contextlib.suppress(RefusedFileError):
        bring(data, file, guess=True)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
