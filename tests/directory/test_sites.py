"""What a card shows of a service at several places, and of hours, phones and addresses in several lines."""

import pytest

from tests.directory.test_closed import listed
from tests.directory.test_kinds import hsds, taken, workbook


DASH = "\N{EN DASH}"
TWO_PLACES = {
    "locations": "id,organization_id,name,location_type\nl1,o1,Main,physical\nl2,o1,West,physical\n",
    "service_at_location": "id,service_id,location_id\nx1,s1,l1\nx2,s1,l2\n",
    "addresses": "id,location_id,address_1\na1,l1,1 A Street\na2,l2,2 B Street\n",
}


def only(found):
    """Return the only service."""
    (service,) = found.directory.services
    return service


def test_each_place_of_a_list_keeps_its_hours_and_languages():
    """A second row of a service gives its own place with what holds there, and loses nothing."""
    found = listed(
        "Agency|Program|Address|Hours|Languages|Phone\nNorth|Dentist|6 Quay Street|Mon 8-12|Arabic|1\n"
        "North|Dentist|91 Summit Road|Thu 1-5|Polish; Arabic|2\n"
    )
    service = only(found)
    assert service.address == "6 Quay Street; 91 Summit Road"
    assert service.hours == ("Mon 8-12 (6 Quay Street)", "Thu 1-5 (91 Summit Road)")
    assert service.languages == ("Arabic (6 Quay Street)", "Polish (91 Summit Road)", "Arabic (91 Summit Road)")
    assert service.phone == "1; 2"
    assert found.left_out == ()


def test_places_with_the_same_hours_say_them_once():
    """What holds everywhere is not told of each place."""
    service = only(listed("Agency|Program|Address|Hours\nNorth|Lunch|1 A Street|Daily\nNorth|Lunch|2 B Street|Daily\n"))
    assert service.hours == ("Daily",)


def test_a_second_row_may_only_say_other_hours():
    """Two rows of a service at one place are two times; no place is added."""
    found = listed("Agency|Program|Hours|Phone\nNorth|Soup|Mon 9-12|1\nNorth|Soup|Wed 1-4|1\nNorth|Soup|Wed 1-4|1\n")
    assert only(found).hours == ("Mon 9-12", "Wed 1-4")
    assert [(left.line, left.reason) for left in found.left_out] == [(4, "it repeats the service of line 2")]


def test_no_phone_hides_another():
    """The number of the first place stays when another place has its own, also where it is the organization's."""
    found = listed(
        "Agency|Program|Address|Phone\nNorth|Room|1 A Street|100\nNorth|Lunch|2 B Street|200\n"
        "North|Lunch|3 C Street|300\nNorth|Class|1 A Street|\nNorth|Class|4 D Street|400\n"
    )
    assert [service.phone for service in found.directory.services] == ["100", "200; 300", "100; 400"]
    found = hsds(**TWO_PLACES, phones="id,service_id,service_at_location_id,number\np1,s1,,555\np2,,x2,556\n")
    assert only(found).phone == "555; 556"


@pytest.mark.parametrize("owner", ["service_at_location", "location"])
def test_hours_of_a_package_stay_with_their_place(owner):
    """Hours that differ between places name theirs; those that hold for both do not."""
    first, second = ("x1", "x2") if owner == "service_at_location" else ("l1", "l2")
    head = f"id,{owner}_id,byday,opens_at,closes_at\n"
    found = hsds(**TWO_PLACES, schedules=f"{head}h1,{first},MO,09:00,17:00\nh2,{second},TU,09:00,17:00\n")
    assert only(found).hours == (f"Mon 9 a.m.{DASH}5 p.m. (1 A Street)", f"Tue 9 a.m.{DASH}5 p.m. (2 B Street)")
    found = hsds(**TWO_PLACES, schedules=f"{head}h1,{first},MO,09:00,17:00\nh2,{second},MO,09:00,17:00\n")
    assert only(found).hours == (f"Mon 9 a.m.{DASH}5 p.m.",)


def test_the_service_and_one_of_its_places_may_both_have_hours():
    """What is said of the service holds beside what is said of it at a place, and the building's hours do not."""
    found = hsds(
        **TWO_PLACES,
        schedules="id,service_id,service_at_location_id,location_id,byday\nh1,s1,,,MO\nh2,,x2,,TU\nh3,,,l1,FR\n",
    )
    assert only(found).hours == ("Mon", "Tue (2 B Street)")


def test_days_with_the_same_hours_are_told_together():
    """A row a day, as many programs write it, is one line; other hours, words or weeks stay apart."""
    days = "".join(f"h{at},s1,{day},09:00,17:00,,\n" for at, day in enumerate(("MO", "TU", "WE", "TH")))
    found = hsds(
        schedules=f"id,service_id,byday,opens_at,closes_at,interval,freq\n{days}h5,s1,FR,09:00,12:30,,\n"
        "h6,s1,SA,09:00,17:00,2,WEEKLY\n"
    )
    assert only(found).hours == (
        f"Mon{DASH}Thu 9 a.m.{DASH}5 p.m.",
        f"Fri 9 a.m.{DASH}12:30 p.m.",
        f"Sat 9 a.m.{DASH}5 p.m., every other week",
    )


def test_words_about_hours_stand_apart_from_them():
    """A description beside days and times is told in brackets, alone as it is."""
    head = "id,service_id,byday,opens_at,closes_at,description\n"
    assert only(hsds(schedules=f"{head}h1,s1,MO,09:00,17:00,Ring the bell\n")).hours == (
        f"Mon 9 a.m.{DASH}5 p.m. (Ring the bell)",
    )
    assert only(hsds(schedules=f"{head}h1,s1,,,,By appointment\n")).hours == ("By appointment",)


def test_lines_of_a_cell_are_parted():
    """Phones in several lines do not run into each other, an address in several lines is one."""
    data = workbook(
        List=[["Agency", "Program", "Phone", "Address"], ["North", "Room", "555-1\n555-2", "1 A Street,\nElm OH"]]
    )
    service = only(taken(data, "x.xlsx"))
    assert (service.phone, service.address) == ("555-1; 555-2", "1 A Street, Elm OH")
