"""Finding, filtering and comparing services."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.directory import FACETS, NOT_SERVED, Directory, compare, facet_values, load
from hartcity.directory.search import SearchIndex
from hartcity.model import Service


@pytest.mark.parametrize(
    ("query", "organization"),
    [
        ("shelter", "Lantern House Family Shelter"),
        ("sheltr", "Lantern House Family Shelter"),
        ("lantren house", "Lantern House Family Shelter"),
        ("evicton", "Juniper Legal Aid"),
        ("back rent", "Hearthstone Utility and Rent Fund"),
        ("dentist", "Rowan Street Community Health Center"),
        ("therapy", "Millrace Counseling Collective"),
        ("child care saturday", "Second Shift Child Care Network"),
        ("English class", "Ferry Landing Newcomer Center"),
        ("wheelchair", "Stonebridge Disability Resource Center"),
        ("GED", "Lamplighter Learning Commons"),
        ("VA claim", "Harborlight Veterans Alliance"),
    ],
)
def test_search_understands_slips_and_plain_words(directory, query, organization):
    """The first service found is of the organization that a person would expect."""
    assert directory.search(query)[0].organization == organization


def test_search_without_a_hit_finds_nothing(directory):
    """Words that stand nowhere find nothing, and so do signs."""
    assert directory.search("xylophone") == ()
    assert directory.search("?!") == ()


def test_search_without_words_keeps_the_order(directory):
    """An empty search shows everything in the directory's own order."""
    assert directory.search("  ") == directory.services


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_search_is_total_and_repeatable(query):
    """Any words give the same services twice, each once."""
    found = DIRECTORY.search(query)
    assert found == DIRECTORY.search(query)
    assert len({service.id for service in found}) == len(found)


DIRECTORY = load()


def test_facets_narrow_down(directory):
    """Every service found by a facet has its value, and the counts say how many there are."""
    counts = directory.facets()
    assert tuple(counts) == FACETS
    for facet, argument in zip(FACETS, ("needs", "costs", "people", "languages"), strict=True):
        for value, count in counts[facet].items():
            found = directory.search(**{argument: [value]})
            assert len(found) == count
            assert all(value in facet_values(service)[facet] for service in found)


def test_facets_combine(directory):
    """Values of one facet widen the choice, facets together narrow it."""
    both = directory.search(needs=["Housing", "Food"])
    assert len(both) > len(directory.search(needs=["Food"]))
    narrowed = directory.search(needs=["Housing"], costs=["Free"], languages=["Somali"])
    assert {service.organization for service in narrowed} == {"Tannery Row Adult Shelter"}


@pytest.mark.parametrize(
    "name",
    ["Lantern House Family Shelter", "lantern house family shelter", "Lantern House", "Lantern Hous Family Shelter"],
)
def test_an_organization_is_known_by_names_as_typed(directory, name):
    """Case, a slip or the short name do not hide an organization."""
    assert directory.organization(name).name == "Lantern House Family Shelter"


def test_two_shelters_are_kept_apart(directory):
    """A name that is only somewhat alike is not taken for another organization."""
    assert directory.organization("Family Shelter of Lakewood") is None
    assert directory.organization("") is None


@pytest.mark.parametrize(
    ("organization", "service", "found"),
    [
        ("Hearthstone Utility and Rent Fund", "rent arrears help", "rent or utility arrears grant"),
        ("Rowan Street", "dental", "dental appointment"),
        ("Tannery Row", "Overnight bed", "overnight bed"),
        ("Hart City Food Share", "piano lessons", None),
    ],
)
def test_a_service_is_found_by_names_as_typed(directory, organization, service, found):
    """A part of a service's name is enough within its organization; other words are not."""
    known = directory.find_service(organization, service)
    assert (known.name if known else None) == found


def test_unknown_services_have_no_exclusions(directory):
    """Where the directory knows nothing it says nothing, except where all services of an organization agree."""
    assert directory.exclusions("Nowhere at all", "bed") is None
    assert directory.exclusions("Hart City Food Share", "piano lessons") is None
    assert directory.exclusions("Northgate Ride Link", "something else").not_served


def test_comparison_stands_side_by_side(directory):
    """Two services of one name stay two columns, and who is not served is a row."""
    beds = [directory.find_service("Lantern House", "emergency family shelter"), directory.services[2]]
    table = compare(beds)
    assert table.shape[1] == len(beds)
    assert "Single adults" in table.loc[NOT_SERVED].iloc[0]


def test_services_that_ended_are_left_out(directory):
    """A defunct service is in the tables but never offered for a plan."""
    service = directory.tables["service"].copy()
    service.loc[0, "status"] = "defunct"
    ended = Directory({**directory.tables, "service": service})
    assert len(ended.services) == len(directory.services) - 1


def test_a_folder_without_tables_is_named(tmp_path):
    """A folder that holds no directory raises with its name."""
    with pytest.raises(FileNotFoundError, match="no organizations and no services"):
        load(tmp_path)


EVERYDAY = tomllib.loads(Path(__file__).with_name("everyday.toml").read_text("utf-8"))["searches"]


def test_everyday_words_find_the_service_among_the_first_three(directory):
    """Of sixty searches in everyday words, nineteen in twenty show the right service among the first three."""
    missed = [
        case["query"]
        for case in EVERYDAY
        if case["service"] not in [one.name for one in directory.search(case["query"])[:3]]
    ]
    assert len(EVERYDAY) >= 60
    assert len(missed) <= len(EVERYDAY) // 20, missed


def test_a_name_of_everyday_words_alone_is_found():
    """Words that are passed over beside others are looked for where there are no others."""
    index = SearchIndex([Service("Feel Better Today", "Feel Better Today"), Service("rides", "Wheels")])
    assert index.find("feel better today") == [0]
    assert index.find("i feel i need rides today") == [1]
