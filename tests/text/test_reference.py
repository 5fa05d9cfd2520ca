"""Lines around a letter that tell of the person whom it is about are references, and no letterhead."""

from __future__ import annotations

import pytest

from hartcity.text import Document, Part


HEAD = "Copper Lane Outreach\n44 Copper Lane, Suite 3\nTel. 555-0160\n\n"
BODY = (
    "Dear Mr. Okparaeke,\n\nI am an intern at Copper Lane Outreach, and I am writing to ask for a place in your evening"
    " course for a man in his fifties. Could we talk on Tuesday at 10?\n\nSincerely,\nTilda Brannock\nCopper Lane"
    " Outreach\n555-0161"
)


def references(text: str) -> list[str]:
    """Return the lines that are references."""
    document = Document.of_text(text)
    return [span.of(document.plain) for span in document.part(Part.REFERENCE)]


@pytest.mark.parametrize(
    "line",
    [
        "Regarding our shared guest, Ingeborg Vasseur",
        "With regard to our mutual participant Ingeborg Vasseur",
        "Re our client: Vasseur, Ingeborg",
        "Our neighbor: Ingeborg Vasseur",
        "Name of learner: Ingeborg Vasseur",
        "Rider \u2014 Ingeborg Vasseur",
        "Account holder: I. Vasseur",
        "Guardians: Sven and Ingeborg Vasseur",
        "Patient Ingeborg Vasseur, ward 3",
        "Ingeborg Vasseur, DOB 4/9/2011",
        "Your ref. HC-20931",
        "Case F-1120/Vasseur",
        "She can be reached at 555-0499",
        "Student: Ingeborg Vasseur, grade 4",
        "Ingeborg Vasseur",
        "Ingrid Vasseur (age 9)",
    ],
)
def test_a_line_that_tells_of_somebody_is_a_reference(line: str):
    """Above the greeting it is one whatever its label, and the letterhead stays a letterhead."""
    assert references(f"{HEAD}{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Swimmer: Ingeborg Vasseur",
        "Parents: Sven and Ingeborg Vasseur",
        "Emergency contact: Sven Vasseur, brother, 555-0477",
        "their cell is 555-0499",
        "c: Sven Vasseur (uncle of the guest)",
        "c.c. Ingeborg Vasseur (tenant); file",
    ],
)
def test_a_line_below_the_signature_is_one_too(line: str):
    """What is told of somebody at the foot is no part of the writer's signature."""
    assert references(f"{BODY}\n\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Attention: Philippa Undset, Admissions",
        "Supervising social worker: Dr. Emil Castellano, LCSW",
        "Executive Director: Leocadia Strand",
        "Client advocate: Leocadia Strand",
        "c/o Fenwick Dray, Registrar",
        "P.O. Box 88",
        "Program: Bright Futures",
        "Location: Copper Lane Annex, 46 Copper Lane",
        "In His service since 1961",
        "Leocadia Strand (she/her), Director",
        "Ingrid Vasseur, Admissions Director",
        "Udo Okparaeke",
        "Tilda Brannock",
        "Maple Hollow",
    ],
)
def test_the_letters_own_lines_are_none(line: str):
    """Who reads, who works where and where an agency is are told of no service user."""
    assert references(f"{HEAD}{line}\n\n{BODY}") == []


@pytest.mark.parametrize("head", ["Name: Tilda Brannock\nCourse: HUS 201", "Author: Tilda Brannock"])
def test_the_head_of_a_course_paper_names_its_writer(head: str):
    """A name that also signs, or stands beside the course, is the student's."""
    assert references(f"{head}\n\n{BODY}") == []
    assert references(f"{BODY}\n\n{head}") == []


def test_lines_in_one_run_go_on_telling():
    """A number and an address below the name are the person's, with a label or without."""
    assert references(f"{HEAD}Rider: Ingeborg Vasseur\nRider card 60-22191\nHome: 77 Pepper Lane\n\n{BODY}") == [
        "Rider: Ingeborg Vasseur",
        "Rider card 60-22191",
        "Home: 77 Pepper Lane",
    ]


def test_a_subject_line_stays_one():
    """What stands behind "Re:" is the subject, also where it names somebody."""
    document = Document.of_text(f"{HEAD}Re: Ingeborg Vasseur\n\n{BODY}")
    assert document.subject_line is not None
    assert document.subject_line.identifies
