"""What a card shows of a service at several places, and of its hours."""

import pytest

from tests.directory.test_kinds import hsds


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
