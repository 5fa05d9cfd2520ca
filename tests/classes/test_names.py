"""Whose file it is and which part, by names alone."""

import pytest

from hartcity.classes.name_words import is_note
from hartcity.classes.names import Part, file_names, owner_of, place


FOLDERS = {
    "a Moodle download with a folder a student": (
        [
            "Ruiz Ana_12345_assignsubmission_file_/plan.docx",
            "Ruiz Ana_12345_assignsubmission_file_/My email.docx",
            "lastname_firstname_999_assignsubmission_file_/essay.docx",
        ],
        ["Ruiz Ana", "Ruiz Ana", "Lastname Firstname"],
        [Part.PLAN, Part.DRAFT, Part.UNSAID],
    ),
    "a flat Moodle download": (
        ["Ana Ruiz_12345_assignsubmission_file_plan.docx", "Ana Ruiz_12345_assignsubmission_file_letter.docx"],
        ["Ana Ruiz", "Ana Ruiz"],
        [Part.PLAN, Part.DRAFT],
    ),
    "two students of one name, told apart by Moodle's numbers": (
        ["Lee Sam_77777_assignsubmission_file_/a.txt", "Lee Sam_77778_assignsubmission_file_/a.txt"],
        ["Lee Sam", "Lee Sam"],
        [Part.UNSAID, Part.UNSAID],
    ),
    "a Canvas download": (
        ["ruizana_12345_67890_email-1.docx", "leesam_LATE_12346_67891_my letter.docx"],
        ["Ruizana", "Leesam"],
        [Part.DRAFT, Part.DRAFT],
    ),
    "a Blackboard download": (
        ["Part 2_jdoe_attempt_2026-11-20-10-20-30_email.docx"],
        ["Jdoe"],
        [Part.DRAFT],
    ),
    "a Brightspace download": (
        ["12345-67890 - Jane Doe - Nov 20, 2026 1020 AM/email.docx"],
        ["Jane Doe"],
        [Part.DRAFT],
    ),
    "folders named with the last name first": (
        [
            "Ruiz, Ana/plan.docx",
            "Ruiz, Ana/Advocacy Email.docx",
            "Lee, Sam/Part1.docx",
            "Lee, Sam/Lee Part2 final.docx",
        ],
        ["Ruiz, Ana", "Ruiz, Ana", "Lee, Sam", "Lee, Sam"],
        [Part.PLAN, Part.DRAFT, Part.PLAN, Part.DRAFT],
    ),
    "files in one folder, each named in its writer's own way": (
        ["ana_ruiz_plan.docx", "Ruiz, Ana - Advocacy Email v2 (final).docx", "sam.lee.email.txt", "SamLee_Plan.pdf"],
        ["Ana Ruiz", "Ruiz, Ana", "Sam Lee", "Sam Lee"],
        [Part.PLAN, Part.DRAFT, Part.DRAFT, Part.PLAN],
    ),
    "a folder a part": (
        ["Part 1/ana ruiz.docx", "Part 2/ana ruiz.docx", "Part 2/Ben Okafor.docx"],
        ["Ana Ruiz", "Ana Ruiz", "Ben Okafor"],
        [Part.PLAN, Part.DRAFT, Part.DRAFT],
    ),
    "sections with a folder a student": (
        ["Section A/Ana Ruiz/plan.docx", "Section B/Ben O/email draft 1.docx"],
        ["Ana Ruiz", "Ben O"],
        [Part.PLAN, Part.DRAFT],
    ),
    "a wrapper around everything": (
        ["download/ana.docx", "download/ben.docx"],
        ["Ana", "Ben"],
        [Part.UNSAID, Part.UNSAID],
    ),
    "numbered students": (
        ["student_01.txt", "student_02_plan.txt", "Student 02/email.txt"],
        ["Student 01", "Student 02", "Student 02"],
        [Part.UNSAID, Part.PLAN, Part.DRAFT],
    ),
    "numbers alone": (
        ["12345_plan.docx", "12345_email.docx", "67890_email.docx"],
        ["12345", "12345", "67890"],
        [Part.PLAN, Part.DRAFT, Part.DRAFT],
    ),
    "many drafts of nobody's name": (
        [f"class 1/draft{number:02}.txt" for number in range(14)],
        [f"Draft{number:02}" for number in range(14)],
        [Part.DRAFT] * 14,
    ),
    "five drafts of one student beside another's": (
        [*(f"Ana/draft{number}.txt" for number in range(1, 6)), "Ben/draft1.txt"],
        [*["Ana"] * 5, "Ben"],
        [Part.DRAFT] * 6,
    ),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_file_finds_its_student_and_its_part(name):
    """Each way in which folders and files of a class are named gives the right owner and part."""
    paths, names, parts = FOLDERS[name]
    placed = place(paths)
    assert [one.owner.name for one in placed] == names
    assert [one.part for one in placed] == parts


def test_spellings_of_one_name_are_one_student():
    """Order, case, accents and dividers do not make another student."""
    keys = {owner_of(name).key for name in ("Núñez, José", "jose_nunez", "José Núñez", "NUNEZ JOSE")}
    assert len(keys) == 1


def test_two_of_one_name_stay_two():
    """A platform's numbers keep two students of one name apart, and one student's two downloads together."""
    two = place(["Lee Sam_11111_assignsubmission_file_/a.txt", "Lee Sam_22222_assignsubmission_file_/a.txt"])
    one = place(
        ["Part 1/Lee Sam_11111_assignsubmission_file_/a.txt", "Part 2/Lee Sam_33333_assignsubmission_file_/a.txt"]
    )
    assert len({placed.owner.key for placed in two}) == 2
    assert len({placed.owner.key for placed in one}) == 1


def test_the_newest_version_comes_last():
    """Version numbers count as numbers, and what calls itself final comes after them."""
    placed = place(["Ana/email final.txt", "Ana/email v10.txt", "Ana/email v2.txt"])
    assert [one.path for one in sorted(placed, key=lambda one: one.order)] == [
        "Ana/email v2.txt",
        "Ana/email v10.txt",
        "Ana/email final.txt",
    ]


@pytest.mark.parametrize(
    "path",
    [
        ".DS_Store",
        "__MACOSX/Ana/._email.docx",
        "Ana/~$email.docx",
        "Thumbs.db",
        "index.html",
        "Part 2_jdoe_attempt_2026-11-20-10-20-30.txt",
    ],
)
def test_what_no_student_wrote_is_passed_over(path):
    """Notes of systems and platforms are no work."""
    assert is_note(path)
    assert not is_note("Ana/email.docx")


def test_every_report_has_a_file_name_of_its_own():
    """Names that differ by signs or case alone do not share a file, and no name leaves the folder."""
    owners = [
        owner_of(name, number) for name, number in (("A/B", "1"), ("a b", "2"), ("A.B", "3"), ("../x", ""), ("…", ""))
    ]
    names = list(file_names(owners).values())
    assert len(names) == len(set(names)) == 5
    assert all("/" not in name and not name.startswith(".") for name in names)
