"""HSDS as other programs write it: rows that hang elsewhere, other names, spellings, nestings. Nothing goes unsaid."""

import json

import pytest

from tests.directory.test_kinds import ADDRESS, LINK, ORGANIZATIONS, PLACE, SERVICES, hsds, names, taken
from tests.files.hostile import zipped


KEYS = {"organization": "o1", "service": "s1", "location": "l1", "service_at_location": "x1"}
WEEK = "Mon\N{EN DASH}Fri"


def service(found):
    """Return the first service."""
    return found.directory.services[0]


@pytest.mark.parametrize("owner", KEYS)
def test_an_address_comes_in_wherever_it_hangs(owner):
    """An address of the organization, the service, the place or the service at the place is shown with the service."""
    found = hsds(
        locations=PLACE,
        service_at_location=LINK,
        addresses=f"id,{owner}_id,address_1,city\na1,{KEYS[owner]},12 Mill Road,Harbor\n",
    )
    assert service(found).address == "12 Mill Road, Harbor"
    assert (found.left_out, found.notices) == ((), ())


@pytest.mark.parametrize("owner", KEYS)
def test_hours_and_languages_come_in_wherever_they_hang(owner):
    """What is told of the organization or of the service at a place holds for the service that says nothing itself."""
    found = hsds(
        locations=PLACE,
        service_at_location=LINK,
        schedules=f"id,{owner}_id,byday\nh1,{KEYS[owner]},MO\n",
        languages=f"id,{owner}_id,name\ng1,{KEYS[owner]},Spanish\n",
    )
    assert (service(found).hours, service(found).languages) == (("Mon",), ("Spanish",))
    assert (found.left_out, found.notices) == ((), ())


def test_what_is_told_of_the_organization_does_not_hide_the_services_own():
    """Only services without hours of their own take those of the organization."""
    found = hsds(
        services=f"{SERVICES}s2,o1,Loans,active\n",
        schedules="id,service_id,organization_id,byday\nh1,s1,,TU\nh2,,o1,MO\n",
    )
    assert [each.hours for each in found.directory.services] == [("Tue",), ("Mon",)]


@pytest.mark.parametrize(
    "tables",
    [
        {"services": "id,organization_id,name,status,location_id\ns1,o1,Room,active,l1\n", "locations": PLACE},
        {"locations": "id,location_type,service_id\nl1,physical,s1\n"},
        {"locations": PLACE, "services_at_location": LINK},
    ],
)
def test_a_service_and_its_place_find_each_other(tables):
    """The one may name the other, in place of a table between them."""
    assert service(hsds(addresses=ADDRESS, **tables)).address == "12 Mill Road, Harbor, OH 44000"


@pytest.mark.parametrize(
    ("status", "is_offered"),
    [
        ("In-Active", False),
        ("inactive (2024)", False),
        ("Discontinued", False),
        ("no longer offered", False),
        ("archived", False),
        ("Unavailable", False),
        ("Suspended", False),
        ("Available", True),
    ],
)
def test_a_status_in_other_words_counts(status, is_offered):
    """A service that ended does not come in as open because its status has a word of its own."""
    found = hsds(services=f"id,organization_id,name,status\ns1,o1,Room,{status}\ns2,o1,Soup,active\n")
    assert (("North House", "Room") in names(found)) is is_offered
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ("Monday - Friday", WEEK),
        ("Monday through Friday", WEEK),
        ("Mon to Fri", WEEK),
        ("Mon.-Fri.", WEEK),
        ("M-F", WEEK),
        ("MTWThF", WEEK),
        ("Weekdays", WEEK),
        ("Daily", "Every day"),
        ("Mon and Wed", "Mon, Wed"),
        ("Tues & Thurs", "Tue, Thu"),
        ("Mondays", "Mon"),
        ("lunes", "Mon"),
        ("1MO,3MO", "1st Mon, 3rd Mon"),
        ("-1FR", "last Fri"),
        ("by appointment", "by appointment"),
        ("Mon, call first", "Mon, call first"),
    ],
)
def test_weekdays_are_said_as_they_are(days, shown):
    """Words for days become days; what is none stays as it stands, whole."""
    assert service(hsds(schedules=f'id,service_id,byday\nh1,s1,"{days}"\n')).hours == (shown,)


@pytest.mark.parametrize(
    ("opens", "closes", "shown"),
    [
        ("9h30", "17h", "9:30 a.m.\N{EN DASH}5 p.m."),
        ("T09:00", "T17:00", "9 a.m.\N{EN DASH}5 p.m."),
        ("9:00 AM EST", "5:00 PM EST", "9 a.m.\N{EN DASH}5 p.m."),
        ("1900-01-01 09:00:00", "2026-01-31T17:00:00Z", "9 a.m.\N{EN DASH}5 p.m."),
        ("0.375", "0.7083333", "9 a.m.\N{EN DASH}5 p.m."),
        ("12 noon", "12 midnight", "12 p.m.\N{EN DASH}12 a.m."),
        ("00:00", "24:00", "around the clock"),
        ("", "17:00", "until 5 p.m."),
    ],
)
def test_times_of_other_programs_are_understood(opens, closes, shown):
    """Spreadsheets, other languages and time stamps write times of day too."""
    found = hsds(schedules=f"id,service_id,opens_at,closes_at\nh1,s1,{opens},{closes}\n")
    assert (service(found).hours, found.left_out) == ((shown,), ())


def test_hours_that_are_not_weekly_say_so():
    """Every other week, a day of the month and a holiday are not told as ordinary hours."""
    found = hsds(
        schedules="id,service_id,freq,interval,byday,bymonthday,valid_from,valid_to,opens_at,closes_at,description\n"
        "h1,s1,WEEKLY,2,MO,,,,,,\nh2,s1,MONTHLY,1,,15,,,,,\nh3,s1,,,,,2026-12-24,2026-12-24,,,closed\n"
        "h4,s1,WEEKLY,1,TU,,2020-01-01,2030-01-01,,,\n"
    )
    assert service(found).hours == (
        "Mon, every other week",
        "on day 15 of the month",
        "December 24, 2026: closed",
        "Tue",
    )


def test_phones_say_what_they_are():
    """An extension is told; a fax is no phone, unless it is all there is, and then it says so."""
    head = "id,service_id,number,extension,type\n"
    assert service(hsds(phones=f"{head}p0,s1,999,,fax\np1,s1,555,12,voice\n")).phone == "555 ext. 12"
    assert service(hsds(phones=f"{head}p0,s1,999,,Fax\n")).phone == "999 (fax)"


@pytest.mark.parametrize(
    ("column", "cell"), [("code", "es"), ("code", "ES-MX"), ("code", "spa"), ("language", "Spanish")]
)
def test_languages_are_named(column, cell):
    """A code alone, or the column of the older version, gives the language's name."""
    assert service(hsds(languages=f"id,service_id,{column}\ng1,s1,{cell}\n")).languages == ("Spanish",)


@pytest.mark.parametrize(
    "files",
    [
        {"hsds/Organization": ORGANIZATIONS, "hsds/Service": SERVICES},
        {"HSDS_organizations": ORGANIZATIONS, "hsds-services": SERVICES},
        {"organizations": "Id,Name\no1,North House\n", "services": "Id,OrganizationId,Name\ns1,o1,Room\n"},
        {"organizations": "id,name\n7,North House\n", "services": "id,organization_id,name\n1,7.0,Room\n"},
    ],
)
def test_names_of_tables_and_columns_count_in_any_spelling(files):
    """One or many, small or large letters, a prefix; an id does not change by a fraction that a program added."""
    packed = {
        **files,
        "Phone": "ID,OrganizationID,Number\np1,o1,555\n",
    }
    found = taken(zipped({f"{name}.csv": text.encode() for name, text in packed.items()}), "x.zip")
    assert names(found) == [("North House", "Room")]
    assert not any("no table" in notice for notice in found.notices)


def test_columns_that_do_not_come_in_are_named():
    """A column with words in it that HSDS does not know is told; an empty one is not."""
    found = hsds(services="id,organization_id,name,status,bus_line,extra\ns1,o1,Room,active,7,\n")
    assert found.notices == ("Columns not used, since HSDS has none of that name: bus_line (services).",)


ROOM = {"id": "s1", "name": "Room", "status": "active", "organization": {"id": "o1", "name": "North House"}}
SITE = {"id": "l1", "addresses": [{"id": "a1", "address_1": "12 Mill Road"}]}
OLD_SITE = {"id": "l1", "physical_address": {"id": "a1", "address_1": "12 Mill Road"}}
HOUSING = {"id": "t1", "name": "Housing"}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"locations": [SITE]}, {"address": "12 Mill Road"}),
        ({"location": SITE}, {"address": "12 Mill Road"}),
        ({"service_at_locations": [{"id": "x1", "location": OLD_SITE}]}, {"address": "12 Mill Road"}),
        ({"serviceAtLocations": [{"id": "x1", "location": SITE}]}, {"address": "12 Mill Road"}),
        ({"languages": ["Spanish", "Somali"]}, {"languages": ("Spanish", "Somali")}),
        ({"phones": ["555", "556"]}, {"phone": "555; 556"}),
        ({"requiredDocuments": [{"document": "ID"}]}, {"documents": ("ID",)}),
        ({"schedules": [{"byday": ["MO", "TU"]}]}, {"hours": ("Mon, Tue",)}),
        ({"regular_schedules": [{"weekday": "Monday", "opens_at": "9:00"}]}, {"hours": ("Mon 9 a.m.",)}),
        ({"taxonomy": [HOUSING]}, {"needs": ("Housing",)}),
        ({"taxonomy_terms": ["Housing"]}, {"needs": ("Housing",)}),
        ({"service_taxonomy": [{"id": "y1", "taxonomy": HOUSING}]}, {"needs": ("Housing",)}),
        ({"organization_id": None}, {}),
    ],
)
def test_what_is_nested_in_a_service_comes_in(more, expected):
    """Places, addresses, plain words and terms come in where other programs nest them."""
    found = taken(json.dumps([{**ROOM, **more}]).encode(), "x.json")
    assert names(found) == [("North House", "Room")]
    assert {name: getattr(service(found), name) for name in expected} == expected
    assert (found.left_out, found.notices) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"records": [ROOM, {**ROOM, "id": "s2", "name": "Soup"}]}),
        json.dumps({"s1": ROOM, "s2": {**ROOM, "id": "s2", "name": "Soup"}}),
        "\n".join(json.dumps(each) for each in (ROOM, {**ROOM, "id": "s2", "name": "Soup"})),
    ],
)
def test_services_are_found_however_they_are_listed(text):
    """A page of records, services by their ids, and an object a line."""
    assert names(taken(text.encode(), "x.json")) == [("North House", "Room"), ("North House", "Soup")]


@pytest.mark.parametrize(
    "name", ["Organizations (1)", "01_organizations", "organizations-2026-03-01", "Organization", "hsds_organizations"]
)
def test_copies_and_exports_of_a_table_are_known(name):
    """A number before a table's name, the mark of a copy and the day of an export say nothing."""
    files = {f"{name}.csv": ORGANIZATIONS.encode(), "services.csv": SERVICES.encode()}
    assert names(taken(zipped(files), "x.zip")) == [("North House", "Room")]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"services": "id,organization_id,name,alert\ns1,o1,Room,Closed for July\n"}, {"wait": "Closed for July"}),
        ({"services": "id,organization_id,name,interpretation_services\ns1,o1,Room,ASL\n"},
         {"accessibility": ("ASL",)}),
        ({"services": "id,organization_id,name,minimum_age,maximum_age\ns1,o1,Room,18 years,65+\n"},
         {"minimum_age": 18, "maximum_age": 65}),
        ({"services": "id,program_id,name\ns1,p1,Room\n", "programs": "id,organization_id,name\np1,o1,Homes\n"}, {}),
        ({"services": "id,organization_id,name,alternate_name\ns1,o1,,Room\n"}, {"name": "Room"}),
        ({"organizations": "id,name,alternate_name\no1,,North House\n"}, {"organization": "North House"}),
        ({"accessibility": "id,service_id,description\na1,s1,Ramp\n"}, {"accessibility": ("Ramp",)}),
        ({"locations": PLACE, "service_at_location": LINK, "accessibility": "id,location_id,details\na1,l1,Ramp\n"},
         {"accessibility": ("Ramp",)}),
        ({"required_documents": "id,service_id,name\nd1,s1,ID\n"}, {"documents": ("ID",)}),
        ({"eligibilities": "id,service_id,eligibility\ne1,s1,Adults\n"}, {"eligibility": "Adults"}),
        ({"schedules": "id,service_id,byday,valid_from\nh1,s1,MO,2024-01-05T00:00:00Z\n"}, {"hours": ("Mon",)}),
        ({"taxonomy_terms": "id,name\nt1,Housing\n",
          "attributes": "id,link_id,taxonomy_term_id,link_entity\na1,o1,t1,organization\n"}, {"needs": ("Housing",)}),
    ],
)  # fmt: skip
def test_what_other_programs_say_is_shown(tables, expected):
    """Warnings, interpreters, ages in words, other names and ties that go round about come in whole."""
    found = hsds(**tables)
    assert names(found) == [("North House", "Room")]
    assert {name: getattr(service(found), name) for name in expected} == expected
    assert (found.left_out, found.notices) == ((), ())


def test_a_price_is_a_number():
    """What a number is written with does not make it none."""
    found = hsds(cost_options='id,service_id,option,amount\nc1,s1,Deposit,"$1,200.50"\n')
    assert (service(found).cost_options[0].amount, found.left_out) == (1200.5, ())
