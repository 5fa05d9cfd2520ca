"""Where sentences end, and where a mark or a dot is part of a name."""

from __future__ import annotations

import pytest

from hartcity.text.sentences import sentences


def _cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "I am an intern at the U.S. Dept. of Veterans Affairs clinic.",
        "I am an intern at the Who's Next? Youth Center.",
        "I am with the Ready, Set, Work! program at Maple Bridge.",
        "The What Now? guide lists both shelters.",
        "Could she join the Who's Next? Youth Center on Monday?",
        "I met with Sr. Maria at St. Vincent de Paul.",
        "We refer to the Martin Luther King Jr. Community Center.",
        "We meet at 10 a.m. Tuesday.",
        "The Kids First! Fund pays.",
        "Gov. Hale spoke at the opening.",
        "The Can We Play? Helpline is open until nine.",
        "Does the Can We Play? Helpline have an opening?",
        "She called the Are You OK? Warmline at night.",
        "The Where To? Desk opens at eight.",
        "Would the Got Milk? Network take her?",
        "I help at the Steady? Jump. Land! Center.",
        "We run the Stop. Look. Listen! program for children.",
        "Would the Steady? Jump. Land! Club have a seat for her?",
        "Her mother, Rosa St. James, would pick the child up.",
        "I saw Ada St. Clair on Friday.",
        "We came from the Main St. Shelter at noon.",
    ],
)
def test_a_name_does_not_end_a_sentence(text: str):
    """Marks and dots inside names, titles and hours leave the sentence whole."""
    assert _cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He moved to the U.S. | She stayed.",
        "She lives on Main St. | James called twice.",
        "He is at 12 Oak St. | Rosa knows.",
        "The office is on Elm St. | We are open.",
        "Could we meet Maria? | She would be glad.",
        "Thank you so much! | Hope House is great.",
        "Can you refer him to Hope House? | Family Services would help too.",
        "Have you met our Maria? | Group is at six.",
        "She lives on Main St. | Her son came.",
        "We meet at 10 a.m. | She agreed.",
        "We trust St. Luke's. | Sr. Ruth Ann leads it.",
        "thank you so much! | please call me.",
        "Can we play? | Helpline staff are here until nine.",
        "She loves the Garden! | Choir practice is at six.",
        "Have you been to the Food Bank? | Home visits start in May.",
        "I help at the Steady? Jump. Land! Club. | I'm writing about a boy.",
        "Have you been to the Clinic? | Dr. Lee's Office called.",
        "Did she call the Hotline? | Yes. | Home Services sent her.",
        "We went to the Food Bank. | Red Cross Program staff came.",
        "At the Center we read. | Wait! | Board members were there.",
    ],
)
def test_sentences_still_end_where_they_end(text: str):
    """A mark behind a name or an abbreviation that begins a new sentence ends the one before."""
    assert _cut(text.replace(" | ", " ")) == text.split(" | ")
