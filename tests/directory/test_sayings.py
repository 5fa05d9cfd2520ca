"""What people say for a need, and how it is read."""

import re
import tomllib
from pathlib import Path

import pytest

from hartcity.directory.hearing import hear, sayings, sayings_index
from hartcity.directory.mending import Mending
from hartcity.directory.synonyms import NEED, PEOPLE, passing, synonyms
from hartcity.directory.wording import ages, is_plain, stem, tokens


FOLDER = Path(__file__).parents[2] / "hartcity" / "directory" / "synonyms"
TOPICS = (*synonyms(), *passing())


@pytest.mark.parametrize("topic", synonyms(), ids=lambda topic: f"{topic.kind or 'need'}-{topic.topic}")
def test_each_topic_leads_to_a_service(directory, other_town, topic):
    """The words under which a topic is listed stand in one of two directories."""
    assert any(town.search(meant) for town in (directory, other_town) for meant in topic.means)


@pytest.mark.parametrize("topic", [one for one in synonyms() if one.kind == NEED], ids=lambda topic: topic.topic)
def test_each_need_is_said_in_many_ways(topic):
    """A need has at least twelve sayings, and names only topics that there are."""
    assert len(topic.said) >= 12
    assert topic.rather_than <= {one.topic for one in synonyms()}


def test_hints_tell_something():
    """No hint is a word that says nothing by itself."""
    listed = [file.read_text("utf-8") for file in sorted(FOLDER.glob("*.toml"))]
    assert [word for text in listed for word in tomllib.loads(text).get("hints", "").split() if is_plain(word)] == []


ELEMENT = re.compile(r"\([^()]{1,400}\)\??|\S+")


def wordings(element):
    """Return each way to say an element of a saying; gaps and signs say nothing."""
    bare = element.removesuffix("?")
    if bare in {"^", "$"} or bare.startswith(".."):
        return [""]
    return [choice.replace("~", "") for choice in bare.strip("()").split("|")]


def test_each_word_of_each_saying_can_be_heard():
    """No saying holds a word that queries are never read in, such as a short form that is spelled out."""
    deaf = []
    for number, saying in enumerate(sayings()):
        elements = [wordings(element) for element in ELEMENT.findall(saying.phrase)]
        for at, choices in enumerate(elements):
            for choice in choices:
                text = " ".join(choice if place == at else each[0] for place, each in enumerate(elements))
                if number not in {place.entry for place in sayings_index().places(tokens(text))}:
                    deaf.append((saying.synonym.topic, saying.phrase, choice))
    assert deaf == []


def heard(query, kind=NEED):
    """Return the names of the topics of a kind that a query speaks of."""
    return [one.synonym.topic for one in hear(tokens(query)) if one.synonym.kind == kind]


@pytest.mark.parametrize(
    ("query", "needs"),
    [
        ("food stamps", {"food_stamps"}),
        ("they cut off my food stamps", {"benefits_appeal"}),
        ("they cut off my lights", {"utilities"}),
        ("learn english after work", {"english"}),
        ("no kids", set()),
        ("tooth hurts and no food", {"teeth", "food"}),
    ],
)
def test_the_longest_words_are_meant(query, needs):
    """Words that are part of a longer saying, or said in passing, name no need of their own."""
    assert set(heard(query)) == needs


def test_people_are_heard_beside_needs():
    """Who is meant is said by words and by ages."""
    assert "single_adults" in heard("need a bed, no kids", PEOPLE)
    assert "families" not in heard("need a bed, no kids", PEOPLE)
    assert "elders" in heard("how does dad get to dialysis, hes 72", PEOPLE)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("hes 72 and stopped driving", [72]),
        ("therapist for my 15 year old", [15]),
        ("drive my mom (81) to her checkups", [81]),
        ("19 and homeless", [19]),
        ("a 6 month old", [0]),
        ("a single man, 45, on the street", [45]),
        ("2 kids and 3 months behind, $600", []),
        ("section 8, form 1040", []),
        ("no work in 3 years", []),
    ],
)
def test_ages_are_told_from_other_numbers(query, told):
    """A number is an age where it is said to be one."""
    assert list(ages(tokens(query))) == told


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("I can't, won't", ["i", "can", "not", ",", "will", "not"]),
        ("w/ 2 kids w/o insurance", ["with", "2", "kids", "without", "insurance"]),
        ("my W-2s", ["my", "w2s"]),
        ("Terapia en español", ["therapy", "en", "spanish"]),
        ("DV shelter", ["domestic", "violence", "shelter"]),
    ],
)
def test_words_are_written_one_way(text, read_as):
    """Short forms, apostrophes, accents and capitals make no difference."""
    assert tokens(text) == read_as


def test_forms_of_a_word_are_one():
    """Plurals and endings are taken off, as far as no other word comes out."""
    assert stem("classes") == stem("class")
    assert stem("training") == stem("trains")
    assert stem("plane") != stem("plan")


def test_slips_are_mended():
    """A letter too few, too many, changed or swapped, a beginning, and two words in one; another word stays."""
    mending = Mending(["shelter", "eviction", "transportation", "food", "bank", "breaks"])
    for typed, meant in {
        "sheltr": "shelter", "shellter": "shelter", "shalter": "shelter", "sehlter": "shelter",
        "evicton": "eviction", "transp": "transportation", "transpertaton": "transportation", "foodbank": "food bank",
        "brakes": "brakes", "foot": "foot",
    }.items():  # fmt: skip
        assert " ".join(mending.mended(typed)) == meant


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: f"{topic.kind or 'need'}-{topic.topic}")
def test_each_topic_hears_its_own_sayings(topic):
    """Most of what is said for a topic is heard as that topic, and not hidden by longer words of another."""
    lost = []
    for saying in topic.said:
        text = " ".join(wordings(element)[0] for element in ELEMENT.findall(saying) if not element.startswith("@"))
        if "@" not in saying and topic.topic not in {one.synonym.topic for one in hear(tokens(text))}:
            lost.append(saying)
    assert len(lost) <= len(topic.said) // 4, lost
