"""Finding services by what people type: needs, people, words, slips, and nothing where there is nothing."""

import tomllib
from pathlib import Path

import pytest

from hartcity.directory.search import SearchIndex
from hartcity.model import Service


SENTENCES = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))


def test_everyday_sentences_find_the_organization_among_the_first_three(directory):
    """Of a thousand wordings by several authors, hardly any misses its organization."""
    cases = [(query, {owner}) for owner, queries in SENTENCES["found"].items() for query in queries]
    cases += [(case["query"], set(case["organizations"])) for case in SENTENCES["several"]]
    missed = [
        query for query, owners in cases if owners.isdisjoint(one.organization for one in directory.search(query)[:3])
    ]
    assert len(cases) > 1000
    assert len(missed) <= len(cases) // 100, missed


def test_what_nothing_answers_seldom_finds_anything(directory):
    """Wordings for what no service of the directory does find nothing in four of five cases."""
    chance = [query for query in SENTENCES["nothing"] if directory.search(query)]
    assert len(SENTENCES["nothing"]) > 100
    assert len(chance) <= len(SENTENCES["nothing"]) // 5, chance


@pytest.mark.parametrize(
    ("query", "service"),
    [
        ("my mother died and i cant pay to bury her", "Indigent burial"),
        ("lost my rent money at the casino again", "Problem gambling counseling"),
        ("i cant read this letter in english need a translator", "Interpreter pool"),
        ("my son has no father figure", "Mentoring"),
        ("someone to shovel my snow im 80", "Yard work"),
        ("brakes are bad on my car", "Car repair fund"),
        ("nothing in the fridge", "Food shelf"),
        ("they shut my lights off", "Utility assistance"),
        ("landlord wants me out", "Housing law"),
        ("single man no place to sleep", "Men's emergency shelter"),
        ("mom with 2 kids no where to go", "Family shelter"),
        ("got arrested for dui need a lawyer", "Criminal defense"),
        ("dope sick need detox", "Detox unit"),
        ("copy of my birth certificate", "Birth certificates and state ID"),
    ],
)
def test_another_town_is_searched_as_well(other_town, query, service):
    """Sayings lead to what a directory of other words and other services calls it; the first one found is right."""
    assert other_town.search(query)[0].name == service


def test_an_animal_shelter_is_no_bed_for_the_night(other_town):
    """A service that is another thing by the same name is not about a need."""
    assert "Animal shelter" not in [one.name for one in other_town.search("nowhere to sleep tonight")]
    assert "Animal shelter" in [one.name for one in other_town.search("animal shelter")]


LIST = [
    Service("food pantry", "North House"),
    Service("hot meals", "North House", people=("Elders",)),
    Service("beds", "Harbor Home", keywords=("emergency shelter",), people=("Families with children",)),
    Service("night shelter", "Bridge House", keywords=("emergency shelter",), people=("Single adults",)),
    Service("rides", "Wheels", description="A van goes to town on paper days."),
    Service("counseling", "Mill", keywords=("therapy",)),
]


def test_each_need_has_its_best_service_before_any_has_its_second():
    """Who names two needs sees one service for each first."""
    index = SearchIndex(LIST)
    found = [LIST[place].name for place in index.find("hungry and need therapy")]
    assert found[:2] == ["food pantry", "counseling"]


def test_services_for_the_people_of_a_query_come_first():
    """Of services that do the same, those for the people who are spoken of stand in front."""
    index = SearchIndex(LIST)
    assert LIST[index.find("nowhere to sleep with my kids")[0]].organization == "Harbor Home"
    assert LIST[index.find("nowhere to sleep, im alone")[0]].organization == "Bridge House"


def test_chance_words_find_nothing():
    """A sentence with a need that nothing answers is not led by a word that stands somewhere."""
    index = SearchIndex(LIST)
    assert index.find("i got a paper about my dogs funeral in town") == []
    assert index.find("someone who takes things") == []
    assert index.find("") == []


def test_a_need_said_together_with_unknown_words_is_found():
    """However much else is said, the telling words lead."""
    index = SearchIndex(LIST)
    story = "my cousin Ludmila told me in March that you people are great, we have nothing to eat since Tuesday"
    assert LIST[index.find(story)[0]].name == "food pantry"


def test_hints_lead_where_no_need_is_said():
    """Words that only point to a need find it, where nothing plainer is said."""
    index = SearchIndex(LIST)
    assert LIST[index.find("ramen again")[0]].name == "food pantry"


def test_one_organization_does_not_stand_in_the_way_of_others():
    """Of many services that count nearly as much, the first ones are of several organizations."""
    many = [Service(f"food pantry {letter}", "Big House") for letter in "abcd"] + [Service("food bank", "Small House")]
    assert "Small House" in {many[place].organization for place in SearchIndex(many).find("hungry")[:3]}


def test_the_order_is_the_directorys_where_services_count_alike():
    """Equal services keep their order, each time."""
    alike = [Service("food pantry", f"House {letter}") for letter in "abcdefgh"]
    assert SearchIndex(alike).find("food pantry") == list(range(8))


def test_a_name_is_found_whatever_else_its_words_mean():
    """The name of an organization finds its services first, also one made of sayings."""
    named = [Service("food pantry", "North"), Service("rent help", "Second Chance Food Fund")]
    assert SearchIndex(named).find("second chance food fund")[0] == 1
