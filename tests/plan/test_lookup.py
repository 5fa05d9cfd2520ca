"""Which entry of a directory a plan means."""

import pytest

from hartcity.model import PlannedService, Service
from hartcity.plan.lookup import called, listed_service


LISTED = (
    Service("primary care visit", "Rowan Street Community Health Center", keywords=("doctor", "clinic")),
    Service("dental appointment", "Rowan Street Community Health Center", keywords=("dentist",)),
    Service("monthly pantry visit", "Hart City Food Share", keywords=("groceries",)),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rowan St. CHC", "Rowan Street Community Health Center"),
        ("Rowan Street Dental", "Rowan Street Community Health Center"),
        ("Food Share", "Hart City Food Share"),
        ("Rowan Street Baptist Church", "Rowan Street Baptist Church"),
        ("Hart City Groceries", "Hart City Groceries"),
        ("Rowan Street", "Rowan Street Community Health Center"),
        ("", ""),
    ],
)
def test_a_department_is_part_of_its_organization(name, expected):
    """A name that begins as a listed one and goes on with its offer means it; another house of the street does not."""
    assert called(name, LISTED) == expected


def test_a_department_s_service_is_found():
    """What the directory says of a service counts for it under the department's name too."""
    planned = PlannedService(organization="Rowan Street Dental", service="dental appointment")
    assert listed_service(planned, LISTED) == LISTED[1]
