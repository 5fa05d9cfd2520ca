"""When two spellings name one organization."""

import pytest

from hartcity.plan.names import names_organization, same_organization


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lantern House Family Shelter", "lantern house family shelter"),
        ("The Larkspur Fund, Inc.", "Larkspur Fund"),
        ("St. Brigid Comm. Ctr.", "Saint Brigid Community Center"),
        ("Oak & Vine Housing", "Oak and Vine Housing"),
        ("Northgate Ride Link", "North Gate Ride Link"),
        ("Millrace Counseling Collective", "Milrace Counseling Collective"),
        ("Hart City Food Share", "HCFS"),
        ("Lantern House", "Lantern House Family Shelter"),
        ("Hart City Food Share (north branch)", "Hart City Food Share"),
        ("Children\u2019s Theater", "Children's Theater"),
        ("Third Door", "3rd Door Youth Collective"),
        ("Pepper Tree Kitchen", "Peppertree Kitchen and Garden"),
        ("New Start", "New Starts"),
        ("Rowan St. CHC", "Rowan Street Community Health Center"),
        ("HC Food Share", "Hart City Food Share"),
        ("Juniper L.A.", "Juniper Legal Aid"),
        ("Rowan CHC", "Rowan Street Community Health Center"),
    ],
)
def test_one_organization(one, other):
    """Case, punctuation, short forms, initials and slips of the key do not make another organization."""
    assert same_organization(one, other)
    assert same_organization(one, other) == same_organization(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hart City Food Share", "Hart City Legal Aid"),
        ("North Street Clinic", "South Street Clinic"),
        ("Willow Bend Recovery Center", "Willow Bend Elementary School"),
        ("Family Shelter", "Lantern House Family Shelter"),
        ("Community Action", "Stillwater Community Action"),
        ("YMCA", "YWCA"),
        ("Juniper Legal Aid", "Juniper Child Care Network"),
        ("Hart City", "Hart City Food Share"),
        ("Rowan St. CC", "Rowan Street Community Health Center"),
        ("Elm Street CHC", "Rowan Street Community Health Center"),
        ("", "Hart City Food Share"),
        ("", ""),
        ("?", "!"),
    ],
)
def test_two_organizations(one, other):
    """Names that share ordinary words, or say nothing, are not one organization."""
    assert not same_organization(one, other)
    assert not same_organization(other, one)


@pytest.mark.parametrize(
    "recipient",
    [
        "Intake Team, Ferry Landing",
        "Attn: Director, Ferry Landing Newcomer Center",
        "intake@ferrylanding.example.org",
        "FLNC",
        "Ana Ruiz of Ferry Landing",
    ],
)
def test_a_desk_of_the_organization_is_reached(recipient):
    """An address line may name a desk, a person's role or an email address."""
    assert names_organization(recipient, "Ferry Landing Newcomer Center")
    assert not names_organization(recipient, "Juniper Legal Aid")


@pytest.mark.parametrize(
    ("recipient", "organization"),
    [
        ("United Way of Pell County", "YMCA of Pell County"),
        ("United Way of Pell County", "Pell County Y.M.C.A."),
        ("Reentry Roundtable of Wexley", "Wexley Law School Expungement Clinic"),
        ("Reentry Roundtable of Wexley", "Suit Up Wexley"),
        ("Ms. Lee, Food Bank of Pell", "Legal Aid of Pell"),
    ],
)
def test_a_place_is_no_organization(recipient, organization):
    """Two organizations of one town share its name alone."""
    assert not names_organization(recipient, organization)
