"""A student's own directory comes in, and what cannot is told by line and reason."""

import base64
import contextlib
import io
import json
import zlib

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.directory import Directory, from_text, load, to_csv, to_hsds, to_text
from hartcity.directory.importing import ImportedDirectory, Sheet, read, suggested_columns, take_columns
from hartcity.files import RefusedFileError, is_formula
from tests.files.hostile import HOSTILE, zipped


ORGANIZATIONS = b"id,name,description\no1,North House,Homes\no2,South Kitchen,Food\n"


def package(**tables):
    """Return a zip of tables."""
    return zipped({f"{name}.csv": content for name, content in {"organizations": ORGANIZATIONS, **tables}.items()})


def test_hsds_comes_back_equal(directory):
    """Exported and imported again, every table, organization and byte is the same."""
    exported = to_hsds(directory)
    found = read(exported, "directory.zip")
    assert found.format == "HSDS 3.0"
    assert found.left_out == ()
    assert found.directory.organizations == directory.organizations
    assert all(found.directory.tables[name].equals(frame.astype(object)) for name, frame in directory.tables.items())
    assert to_hsds(found.directory) == exported


def test_the_kept_text_comes_back_equal(directory):
    """What is kept with a workspace is the same directory again, and no longer illustrative."""
    again = from_text(to_text(directory))
    assert again.organizations == directory.organizations
    assert not again.is_illustrative
    assert to_text(again) == to_text(directory)


@pytest.mark.parametrize("text", ["", "abc", "{}", "c" * 50, "Aé"])
def test_a_kept_text_that_is_none_is_said_so(text):
    """A damaged preference raises ValueError and nothing else."""
    with pytest.raises(ValueError):  # noqa: PT011 - the kind of the error is what is promised
        from_text(text)


@pytest.mark.parametrize(
    "tables",
    [
        '{"organization":{"columns":["name"],"rows":[["North House"]]}}',
        '{"organization":{"columns":["id","name"],"rows":[["1",2]]}}',
        "[" * 100_000,
    ],
    ids=["no id", "a name that is no text", "lists without end"],
)
def test_a_kept_text_whose_rows_make_no_directory_is_said_so(tables):
    """What would fail on a screen only, the student's or their tutor's, raises ValueError where it is read."""
    packed = zlib.compress(f'{{"name":"x","tables":{tables}}}'.encode())
    with pytest.raises(ValueError):  # noqa: PT011 - as above
        from_text(base64.b85encode(packed).decode())


def test_a_kept_text_cannot_fill_the_memory():
    """A short text that unpacks to millions of values is refused before they are built."""
    packed = zlib.compress(b'{"name":"x","tables":{"service":{"columns":[],"rows":[' + b"[]," * 5_000_000 + b"[]]}}}")
    with pytest.raises(ValueError, match="more than a directory"):
        from_text(base64.b85encode(packed).decode())


def test_the_table_for_people_comes_back_equal(directory):
    """The one-table CSV is recognized column by column and gives the same table again."""
    written = to_csv(directory.services)
    sheet = read(written.encode("utf-8"), "services.csv")
    columns = suggested_columns(sheet.columns)
    assert set(columns.values()) == set(sheet.columns)
    found = take_columns(sheet, columns)
    assert found.left_out == ()
    assert to_csv(found.directory.services) == written
    first = found.directory.exclusions("Lantern House Family Shelter", "emergency family shelter")
    assert first.requires_minor_children


def test_bad_rows_are_told_and_the_rest_comes_in():
    """Each row that stays out is named by file, line and reason; a cell of the wrong format stays out alone."""
    services = (
        b"id,organization_id,name,status,minimum_age\n"
        b"s1,o1,Room,active,18\n"
        b"s2,o9,Bed,active,\n"
        b"s3,o1,,active,\n"
        b"s1,o2,Soup,active,\n"
        b"s5,o2,Lunch,sleeping,abc\n"
        b"s6,o2,Dinner,active,1,2,3\n"
    )
    found = read(package(services=services), "mine.zip")
    assert [service.name for service in found.directory.services] == ["Room", "Lunch"]
    told = {(left.line, left.reason) for left in found.left_out if left.file == "services.csv"}
    assert {line for line, _ in told} == {3, 4, 5, 6, 7}
    reasons = " ".join(reason for _, reason in told)
    for part in ('organization_id "o9" is not among', "it has no name", 'the id "s1" already', '"sleeping"', '"abc"'):
        assert part in reasons


def test_lines_are_those_of_the_file():
    """A line break inside a cell does not shift the lines that are reported."""
    services = b'id,organization_id,name\ns1,o1,"Room\nwith a view"\n\ns2,o9,Bed\n'
    assert [left.line for left in read(package(services=services), "x.zip").left_out] == [5]


def test_version_two_is_recognized_and_brought_up():
    """HSDS 2.0.1 comes in under the names of 3.0: website, eligibility, languages, attributes, addresses."""
    found = read(
        zipped(
            {
                "data/organizations.csv": b"id,name,description,url\no1,North House,Homes,https://north.example.org\n",
                "data/services.csv": b"id,organization_id,name,status\ns1,o1,Room,active\n",
                "data/eligibility.csv": b"id,service_id,eligibility\ne1,s1,Adults\ne2,s1,Residents\n",
                "data/languages.csv": b"id,service_id,language\nl1,s1,Spanish\n",
                "data/payments_accepted.csv": b"id,service_id,payment\np1,s1,Cash\n",
                "data/taxonomy_terms.csv": b"id,term,description\nt1,Housing,Homes\n",
                "data/service_attributes.csv": b"id,service_id,taxonomy_term_id\na1,s1,t1\n",
                "data/locations.csv": b"id,organization_id,name\np1,o1,Main\n",
                "data/physical_addresses.csv": b"id,location_id,address_1,city,state_province,postal_code,country\n"
                b"d1,p1,1 First Street,Hart City,HC,00000,US\n",
                "data/services_at_location.csv": b"id,service_id,location_id\nx1,s1,p1\n",
                "data/accessibility_for_disabilities.csv": b"id,location_id,accessibility\nz1,p1,Ramp\n",
                "data/regular_schedules.csv": b"id,service_id,weekday,opens_at,closes_at\nr1,s1,Monday,09:00,17:00\n",
                "__MACOSX/data/._services.csv": b"\x00\x05\x16\x07",
            }
        ),
        "old.zip",
    )
    assert found.format == "HSDS 2.0.1"
    assert found.left_out == ()
    organization = found.directory.organizations[0]
    service = organization.services[0]
    assert organization.website == "https://north.example.org"
    assert organization.address == "1 First Street, Hart City, HC 00000"
    assert service.eligibility == "Adults; Residents"
    assert service.languages == ("Spanish",)
    assert [option.option for option in service.cost_options] == ["Cash"]
    assert service.needs == ("Housing",)
    assert service.accessibility == ("Ramp",)
    assert service.hours == ("Mon 9 a.m.\N{EN DASH}5 p.m.",)


def nested_service(number):
    """Return a service as the HSDS 3.0 JSON gives it."""
    return {
        "id": f"s{number}",
        "name": f"Service {number}",
        "status": "active",
        "minimum_age": 18,
        "organization": {"id": "o1", "name": "North House", "description": "Homes", "phones": [{"number": "555"}]},
        "languages": [{"id": f"l{number}", "name": "Dari"}],
        "required_documents": [{"document": "Photo ID"}],
        "cost_options": [{"id": f"c{number}", "option": "Deposit", "amount": 40.0}],
        "attributes": [
            {
                "id": f"a{number}",
                "taxonomy_term": {"id": "t1", "name": "Housing", "taxonomy_detail": {"id": "x1", "name": "Ours"}},
            }
        ],
        "service_at_locations": [
            {
                "id": f"y{number}",
                "location": {"id": "p1", "location_type": "physical", "accessibility": [{"description": "Lift"}]},
            }
        ],
    }


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"contents": items, "page_number": 1}])
def test_nested_json_comes_in(wrap):
    """Services with their organization inside, as a list or a page, give one organization with its services."""
    found = read(json.dumps(wrap([nested_service(1), nested_service(2)])).encode(), "services.json")
    assert found.left_out == ()
    assert found.format == "HSDS 3.0 JSON"
    (organization,) = found.directory.organizations
    assert organization.phone == "555"
    service = organization.services[1]
    assert (service.name, service.minimum_age, service.languages) == ("Service 2", 18, ("Dari",))
    assert (service.documents, service.needs, service.accessibility) == (("Photo ID",), ("Housing",), ("Lift",))
    assert service.cost_options[0].amount == 40


def test_tables_as_json_come_in(directory):
    """Tables as lists under their names are the same directory."""
    tables = {name: frame.to_dict("records") for name, frame in directory.tables.items()}
    assert read(json.dumps(tables).encode(), "tables.json").directory.organizations == directory.organizations


def test_organizations_with_their_services_inside_come_in():
    """A list of organizations that hold their services is understood."""
    items = [{"id": "o1", "name": "North", "description": "d", "services": [{"id": "s1", "name": "Room"}]}]
    found = read(json.dumps(items).encode(), "organizations.json")
    assert [(service.organization, service.name) for service in found.directory.services] == [("North", "Room")]


def workbook(rows, title="Sheet"):
    """Return an Excel workbook of these rows."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_half_characters_in_json_are_left_out():
    """A lone surrogate, which JSON can spell and no file can hold, is left out, and the directory can be saved."""
    items = [{"id": "o", "name": "North \ud800House", "services": [{"id": "s", "name": "beds\udc00"}]}]
    found = read(json.dumps(items).encode(), "x.json")
    assert [(one.organization, one.name) for one in found.directory.services] == [("North House", "beds")]
    assert to_hsds(found.directory)


def test_excel_comes_in_without_its_formulas():
    """A workbook is a sheet whose columns are named; a formula never comes in."""
    data = workbook(
        [
            ["Agency", "Program", "Min age"],
            ["North", "Room", 18],
            ["South", "=HYPERLINK(1)", None],
            ["South", "Soup", 5.5],
        ]
    )
    sheet = read(data, "mine.xlsx")
    assert isinstance(sheet, Sheet)
    assert sheet.format == "Excel"
    found = take_columns(sheet, suggested_columns(sheet.columns))
    assert [(service.name, service.minimum_age) for service in found.directory.services] == [
        ("Room", 18),
        ("Soup", 5.5),
    ]
    assert [left.line for left in found.left_out] == [3]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_spreadsheet_program_may_have_written_it(encoding, delimiter):
    """Encodings and delimiters of ordinary programs are recognized."""
    text = delimiter.join(["Organization", "Service"]) + "\r\n" + delimiter.join(["Café Élan", "Soup"]) + "\r\n"
    sheet = read(text.encode(encoding), "mine.csv")
    assert take_columns(sheet, suggested_columns(sheet.columns)).directory.services[0].organization == "Café Élan"


def test_formula_cells_become_words_and_leave_neutral():
    """A cell that begins like a formula comes in as words, is told about, and cannot run in what is exported."""
    services = b"id,organization_id,name,description\ns1,o1,=cmd|'/C calc'!A0,+SUM(1)\n"
    found = read(package(services=services), "x.zip")
    assert found.directory.services[0].name == "=cmd|'/C calc'!A0"
    assert "begin like a formula" in found.notices[0]
    cells = pd.read_csv(io.StringIO(to_csv(found.directory.services)), dtype=str, keep_default_na=False)
    assert not any(is_formula(cell) and not cell.startswith("'") for row in cells.to_numpy() for cell in row)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_archives_are_refused(name):
    """No hostile archive comes in as a directory."""
    with pytest.raises(RefusedFileError):
        read(HOSTILE[name](), "mine.zip")


ACTIVE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "older or protected"),
        (b"{", "cannot be read as JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"a": 1}', "no organizations"),
        (b'{"services": [' + b'{"phones": [' * 60 + b"]}" * 60 + b"]}", "nested deeper"),
        (b"organization,service\n", "no rows"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 32)) * 50, "does not look like text"),
        (b"x" * 20_000_001, "larger than 20 MB"),
        (zipped({"services.csv": b"id,name\n1,x\n"}), "lacks one of them"),
        (zipped({"organizations.csv": ORGANIZATIONS, "services.csv": b"id,name\ns1,Room\n"}), "No service"),
        (zipped({"xl/workbook.xml": ACTIVE, "[Content_Types].xml": b"<a/>"}), "carries instructions"),
        (zipped({"xl/workbook.xml": b"<a/>", "[Content_Types].xml": b"<a/>"}), "damaged"),
    ],
)
def test_refusals_say_why(data, says):
    """Each file that cannot come in is refused with its own reason."""
    with pytest.raises(RefusedFileError, match=says):
        read(data, "mine")


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Name of Agency", "organization"),
        ("Services Offered", "service"),
        ("Who can come", "served"),
        ("NOT FOR", "not_served"),
        ("Does not serve", "not_served"),
        ("cost/fees", "cost"),
        ("What to bring", "documents"),
        ("Hours_of_operation", "hours"),
        ("Referral process", "application"),
    ],
)
def test_headers_that_people_write_are_recognized(header, field):
    """A column is suggested for its meaning, however its header is spelled."""
    assert suggested_columns([header]) == {field: header}


def test_columns_must_be_named():
    """Without a column for the organization nothing is guessed."""
    sheet = read(b"a,b\n1,2\n", "x.csv")
    with pytest.raises(RefusedFileError, match="Which column holds the organization"):
        take_columns(sheet, {"service": "b"})


def test_repeated_services_are_told():
    """The same service twice comes in once, and the line of the first is named."""
    sheet = read(b"organization,service\nNorth,Room\nnorth,room\nNorth,\n", "x.csv")
    found = take_columns(sheet, suggested_columns(sheet.columns))
    assert len(found.directory.services) == 1
    assert [(left.line, left.reason) for left in found.left_out] == [
        (3, "it repeats the service of line 2"),
        (4, "it has no service"),
    ]


def test_a_runaway_cell_is_told():
    """A missing quotation mark swallows no more than its own row's limit, and is reported."""
    data = b'organization,service\nNorth,"' + b"x" * 30_000 + b'"\nSouth,Soup\n'
    sheet = read(data, "x.csv")
    assert [left.line for left in sheet.unreadable] == [2]
    assert len(sheet.rows) == 1


def test_fifty_thousand_rows_come_in_with_progress():
    """A large table comes in whole, and the progress only grows and ends at all of them."""
    lines = ["organization,service,languages", *(f"Agency {n // 5},Service {n},English; Dari" for n in range(50_000))]
    steps = []
    sheet = read("\n".join(lines).encode(), "large.csv")
    found = take_columns(sheet, suggested_columns(sheet.columns), lambda done, total: steps.append((done, total)))
    assert len(found.directory.tables["service"]) == 50_000
    assert steps == sorted(steps)
    assert len(steps) > 10
    assert steps[-1][0] == steps[-1][1]


CELLS = st.text(st.characters(exclude_categories=[]), max_size=30)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_any_cells_come_in_and_go_out_the_same(rows):
    """Whatever stands in the cells, an import is total, and its export comes back as the same tables."""
    out = io.StringIO()
    pd.DataFrame(rows, columns=["organization", "service", "not served"], dtype=object).to_csv(out, index=False)
    sheet_bytes = out.getvalue().encode("utf-8", "surrogatepass")
    try:
        sheet = read(sheet_bytes, "x.csv")
        found = take_columns(sheet, {"organization": "organization", "service": "service", "not_served": "not served"})
    except RefusedFileError:
        return
    again = read(to_hsds(found.directory), "again.zip")
    assert isinstance(again, ImportedDirectory)
    assert again.directory.organizations == found.directory.organizations
    assert from_text(to_text(found.directory)).organizations == found.directory.organizations


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    """No file raises anything but the refusal."""
    with contextlib.suppress(RefusedFileError):
        read(data, "x")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "name", "services", "organization", "phones", "attributes", "x"]), inner
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_any_json_is_read_or_refused(value):
    """No shape of JSON raises anything but the refusal."""
    try:
        found = read(json.dumps([value]).encode(), "x.json")
    except RefusedFileError:
        return
    assert isinstance(found, ImportedDirectory)
    assert found.directory.organizations


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_package_is_read_or_refused(data):
    """A real package with bytes changed anywhere never raises anything but the refusal."""
    packed = bytearray(PACKED)
    for _ in range(data.draw(st.integers(1, 8))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read(bytes(packed), "x.zip")
    except RefusedFileError:
        return
    assert isinstance(found, ImportedDirectory)


PACKED = to_hsds(Directory({name: frame.head(6) for name, frame in load().tables.items()}))
