"""What sentences do, beyond what the checks' own examples show."""

from __future__ import annotations

import pytest

from hartcity.text import Document, Manner, Role, Wanted
from hartcity.text.roles import read


@pytest.mark.parametrize(
    ("text", "manner", "wanted"),
    [
        ("Could we meet on Monday?", Manner.QUESTION, Wanted.MEETING),
        ("If you could find her a bed, we would be glad.", Manner.CONDITIONAL, Wanted.SERVICE),
        ("I would like to ask for a ride for him.", Manner.WISH, Wanted.SERVICE),
        ("I am requesting counseling for a teenager.", Manner.STATEMENT, Wanted.SERVICE),
        ("Please send me the requirements.", Manner.PLEASE, Wanted.INFORMATION),
        ("Please make sure to call me by noon.", Manner.PLEASE, Wanted.MEETING),
        ("Give him a bed.", Manner.ORDER, Wanted.SERVICE),
        ("You must call me back.", Manner.ORDER, Wanted.MEETING),
        ("I expect a call back.", Manner.ORDER, Wanted.MEETING),
    ],
)
def test_an_ask_is_read_by_its_manner_and_object(text: str, manner: Manner, wanted: Wanted):
    """A request is told by how it is put and by what it wants."""
    assert (manner, wanted) in {(ask.manner, ask.wanted) for ask in read(text).asks}


@pytest.mark.parametrize(
    "text",
    [
        "I am not asking for a bed.",
        "We met in May.",
        "Thank you for the tour.",
        "I hope you are well.",
        "She asked her sister for help.",
    ],
)
def test_what_asks_nothing_is_no_ask(text: str):
    """Denied, past and friendly words are no requests."""
    assert read(text).asks == ()


def test_a_sentence_may_do_several_things():
    """One sentence can introduce, give the purpose and ask."""
    roles = read("I am an intern at Birch Hill Family Services, and I am writing to ask for a bed for a veteran.").roles
    assert {Role.INTRODUCTION, Role.PURPOSE, Role.ASK} <= roles


def test_a_draft_in_the_service_users_own_voice_is_read_so():
    """What a person says of themselves counts as said of the service user, unless a worker speaks."""
    own = Document.of_text("I am a single father. I lost my job in May and have paid my rent on time.")
    worker = Document.of_text("I am an intern and a single father. I lost my job in May and have paid my rent on time.")
    assert own.evidence(Role.STRENGTH)
    assert not worker.evidence(Role.STRENGTH)


def test_reading_twice_gives_the_same():
    """A sentence has one reading."""
    text = "She signed our release, and I will bring the forms on Monday."
    assert read(text) == read(text)


def test_a_text_without_a_stop_is_read_in_pieces():
    """A sentence of many thousand words is read, and its evidence stands where the words stand."""
    text = "she will keep her job and " * 400 + "thank you"
    assert read(text, 5).evidence[-1].span.end <= len(text) + 5
    assert Role.THANKS in read(text).roles
