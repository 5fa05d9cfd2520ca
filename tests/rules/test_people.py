"""Who is named: somebody in the story, or an agency, a colleague or a day."""

from __future__ import annotations

import pytest

from hartcity.model import Family
from hartcity.rules import find, hear
from hartcity.text import Document


EMAIL = """Dear Ms. Hollander,

I am an intern at Copper Lane Outreach. {}

Sincerely,
Linh Tran
Copper Lane Outreach
555-010-0118
{}"""


def told(said: str = "", below: str = "") -> list[str]:
    """Return what rules tell of as an identifier in an email."""
    document = Document.of_text(EMAIL.format(said, below))
    return [one.text for one in find(document) if one.family is Family.IDENTIFIER]


def fine(said: str = "", below: str = "") -> list[str]:
    """Return the words that rules know to identify nobody."""
    document = Document.of_text(EMAIL.format(said, below))
    return [one.span.of(document.plain) for one in hear(document).fine if one.family is Family.IDENTIFIER]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("His wife, Martha Mission, drives.", "Martha Mission"),
        ("Her sister, Loretta Center, drives.", "Loretta Center"),
        ("In her group she goes by Maggie House.", "Maggie House"),
        ("The lady is Mrs. Eleanor Church of our Tuesday table.", "Mrs. Eleanor Church"),
        ("Mrs. Church asked me to write.", "Mrs. Church"),
        ("Her aunt Grace Chapel picks them up.", "Grace Chapel"),
        ("A woman named Faith Kitchen asked.", "Faith Kitchen"),
        ("Her mother, Carmen St. James, would pick the child up.", "Carmen St. James"),
    ],
)
def test_a_family_name_may_be_a_word_of_agencies(said: str, name: str):
    """A title, kinship or "goes by" says that somebody is called so, and no excuse covers the words."""
    assert told(said) == [name]
    assert fine(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "The dryers at Brother Andre Shelter are broken.",
        "We share a hallway with the Betty Larkin Senior Players.",
        "Our room is next to the Viola Grant Quilters.",
        "He stays at a shelter called Maggie House.",
        "For that mother, Hope Center has been kind.",
        "The families Grace Center serves are happy.",
        "Our partner, Jane Addams Hull House, closed its list.",
        "She eats at Sister Clare's Kitchen.",
    ],
)
def test_organizations_named_after_persons_are_left_alone(said: str):
    """No person is told of, and whoever else marks the name is overruled."""
    assert told(said) == []
    assert any(
        name in words for words in fine(said) for name in ("Andre", "Larkin", "Grant", "House", "Center", "Clare")
    )


def test_a_name_that_may_be_either_is_left_to_the_reader():
    """Neither told nor excused: Diane Hall may be a person or a building, but "at Diane Hall" is a building."""
    assert told("Diane Hall has called.") == fine("Diane Hall has called.") == []
    assert fine("We meet at Diane Hall.") == ["Diane Hall"]


QUOTE = "\n> {}\n"


@pytest.mark.parametrize(
    "quoted",
    [
        "Our intake worker, Lena Ostrow, is in on weekdays.",
        "Please ask our office manager, Theodora Ng.",
        "Theodora Ng, our director, has read it.",
    ],
)
def test_people_in_their_work_are_no_service_users(quoted: str):
    """Who works for the reader is named in a quoted reply without telling on anybody."""
    assert told(below=QUOTE.format(quoted)) == []
    assert len(fine(below=QUOTE.format(quoted))) == 1


@pytest.mark.parametrize(
    ("quoted", "details"),
    [
        ("Write to fund@patientaid.example or call 555-0337.", []),
        ("The intake line is 555-0170.", []),
        ("You can call our manager, Theodora Ng. Her number is 555-0177.", []),
        ("Her number is 555-0466.", ["555-0466"]),
        ("The Belisle family has a key.", ["Belisle"]),
        ("The Copper Lane family of agencies has a key.", []),
        ("Do you mean Winifred Osei at 77 Pepper Lane?", ["Winifred Osei", "77 Pepper Lane"]),
        ("Mrs. Valeri called again, 555-0481.", ["Mrs. Valeri", "555-0481"]),
    ],
)
def test_a_quoted_number_is_whose_it_is_said_to_be(quoted: str, details: list[str]):
    """An agency's where nobody else is spoken of or a colleague was, and else the person's."""
    assert told(below=QUOTE.format(quoted)) == details


@pytest.mark.parametrize(
    ("said", "details"),
    [
        ("P.S. Copper Lane Outreach has moved to 61 Agave Street.", []),
        ("P.S. The front desk is at 555-0168 on Fridays.", []),
        ("P.S. She has moved to 61 Agave Street.", ["61 Agave Street"]),
        ("P.S. A guest of Copper Lane Outreach has moved to 61 Agave Street.", ["61 Agave Street"]),
    ],
)
def test_an_agencys_own_address_is_no_identifier(said: str, details: list[str]):
    """Where the sentence speaks of an agency and of nobody else."""
    assert told(below=f"\n{said}") == details


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("Attachment: Rosetta_Klein_income_2025.pdf", ["Rosetta_Klein"]),
        ("Attachment: okonjo-lease.docx", ["okonjo"]),
        ("Attached: TarikBenali_paystub.pdf", ["TarikBenali"]),
        ("Attachment: Copper_Lane_fee_table_2026.pdf", []),
        ("Attachment: intake_form_v2.docx", []),
    ],
)
def test_names_of_files_are_read(below: str, names: list[str]):
    """A person's name in them is told, an agency's and everyday words are not."""
    assert told(below=f"\n{below}") == names


@pytest.mark.parametrize(
    "said", ["He takes Suboxone, and her roommate knows.", "They are Yazidi, and the boy is nine."]
)
def test_kin_who_are_joined_by_and_make_no_name(said: str):
    """Only what stands in apposition to a name says whose it is."""
    assert told(said) == []


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("cc: Tom Birch, center director; Shanice Goodwater, her niece", ["Shanice Goodwater"]),
        ("cc: L. Moncrief (client's sister)", ["L. Moncrief"]),
        ("cc: Adele Hollander, Golden Hour Fitness", []),
        ("cc: Emeka Strand, LSW, field supervisor", []),
        ("cc: Dr. Emil Sandoval (faculty liaison)", []),
    ],
)
def test_a_copy_goes_to_kin_or_to_a_colleague(below: str, names: list[str]):
    """What follows the name says which, and the full name of the reader is the reader's."""
    assert told(below=f"\n{below}") == names


def test_a_name_that_was_told_is_told_again():
    """The first name of somebody whom a reference line names is known in the letter."""
    text = EMAIL.format("Raymond has filled out the form.", "\nOur guest: Raymond Tibbets")
    found = [one.text for one in find(Document.of_text(text)) if one.family is Family.IDENTIFIER]
    assert found == ["Raymond", "Raymond Tibbets"]


@pytest.mark.parametrize(
    "text",
    [
        "Either Monday at 8:15 or Thursday at 12 would suit us.",
        "Neither Tuesday nor June 4 works.",
        "The children, 4 and 7 years old, sleep through the night again.",
    ],
)
def test_days_and_young_ages_in_other_texts_name_nobody(text: str):
    """A capital from the beginning of a sentence makes no name of a day, and seven years no high age."""
    assert [one.text for one in find(Document.of_text(text), email=False) if one.family is Family.IDENTIFIER] == []
