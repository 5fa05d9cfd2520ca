"""Closed services never come in as open, however a file says that they are closed; each is named."""

import json

import pytest

from hartcity.directory.importing.statuses import status_of
from tests.directory.test_kinds import hsds, taken


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
