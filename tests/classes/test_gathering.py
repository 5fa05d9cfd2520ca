"""What a class is made of: folders, zips, tables, and files that nobody can read."""

import io
import json
import zipfile

import pytest

from hartcity.classes.file_contents import MOST_VERSIONS, read_work, some
from hartcity.classes.many_in_one import rows
from hartcity.classes.names import Part
from hartcity.classes.sources import gather
from hartcity.classes.students import students
from hartcity.files import RefusedFileError


EMAIL = "Dear Intake Team,\n\nCould your pantry see a father of three?\n\nCould we talk on Monday at 10:00?\n\nAna Ruiz"


def packed(files):
    """Return a zip of ``files``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def names(root, **more):
    """Return the students' names with the files of each."""
    found = gather(root, **more)
    listed, left_out = students(found)
    result = {student.name: [work.file for work in student.works] for student in listed}
    read = {student.name: [work.read() for work in student.works] for student in listed}
    found.close()
    return result, read, {one.file: one.reason for one in left_out}


def test_a_zip_and_a_folder_hold_the_same_class(tmp_path):
    """The same files give the same students from a folder, a zip, and a zip with one zip a student."""
    files = {"Ana Ruiz/plan.txt": b"plan", "Ana Ruiz/email.txt": EMAIL.encode(), "Ben Okafor/email.txt": b"hello"}
    folder = tmp_path / "class"
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (tmp_path / "class.zip").write_bytes(packed(files))
    ana = packed({"plan.txt": b"plan", "email.txt": EMAIL.encode()})
    (tmp_path / "nested.zip").write_bytes(
        packed({"Ana Ruiz.zip": ana, "Ben Okafor.zip": packed({"email.txt": b"hello"})})
    )
    expected = {"Ana Ruiz": ["Ana Ruiz/email.txt", "Ana Ruiz/plan.txt"], "Ben Okafor": ["Ben Okafor/email.txt"]}
    for source in ("class", "class.zip", "nested.zip"):
        found, read, left_out = names(tmp_path / source)
        assert (found, left_out) == (expected, {})
        assert read["Ana Ruiz"] == [EMAIL.encode(), b"plan"]


def test_what_a_program_saves_beside_a_page_is_no_work(tmp_path):
    """Word and browsers keep pictures, scripts and more pages in a folder beside the page; any other folder is read."""
    page = f"<p>{EMAIL}</p>".encode()
    files = {"Ana/email.htm": page, "Ana/email_files/header.htm": b"<p>1</p>", "Ana/email_files/a/b.png": b"\x89PNG"}
    (tmp_path / "class.zip").write_bytes(packed({**files, "Ben/letter_files/letter.html": page}))
    found, _, left_out = names(tmp_path / "class.zip")
    assert (found, left_out) == ({"Ana": ["Ana/email.htm"], "Ben": ["Ben/letter_files/letter.html"]}, {})


def test_the_reports_of_an_earlier_run_are_no_work(tmp_path):
    """A folder for the reports may stand within the class."""
    (tmp_path / "out" / "reports").mkdir(parents=True)
    (tmp_path / "out" / "reports" / "ana.json").write_text("{}", encoding="utf-8")
    (tmp_path / "Ana.txt").write_text(EMAIL, encoding="utf-8")
    assert names(tmp_path, besides=tmp_path / "out")[0] == {"Ana": ["Ana.txt"]}


def test_what_cannot_be_opened_is_listed_and_the_rest_goes_on(tmp_path):
    """A hostile zip, a link and a file that is too large are left out, each with its reason."""
    (tmp_path / "Ana.txt").write_text(EMAIL, encoding="utf-8")
    (tmp_path / "Ben.zip").write_bytes(packed({"../../etc/passwd": b"x"}))
    (tmp_path / "Cy.txt").symlink_to("/etc/hostname")
    (tmp_path / "Di.txt").write_bytes(b"x" * 5_000_001)
    found, _, left_out = names(tmp_path)
    assert list(found) == ["Ana"]
    assert set(left_out) == {"Ben.zip", "Cy.txt", "Di.txt"}
    assert all(reason.endswith((".", "?")) for reason in left_out.values())


def test_a_class_that_is_not_there_is_refused(tmp_path):
    """No folder, and a zip that is cut short, are told at once."""
    with pytest.raises(RefusedFileError):
        gather(tmp_path / "nothing")
    (tmp_path / "cut.zip").write_bytes(packed({"Ana.txt": b"x"})[:-30])
    with pytest.raises(RefusedFileError):
        gather(tmp_path / "cut.zip")


def test_rows_of_a_form_are_drafts():
    """A form's table gives a draft a row: names from one column or two, the draft from the column that holds it."""
    form = f'Timestamp,Email Address,Paste your email here\n2026,ana@x.edu,"{EMAIL}"\n2026,ben@x.edu,\n'
    first, second = rows(form.encode(), "csv", "form.csv")
    assert (first.name, first.draft["text"]) == ("ana", EMAIL)
    assert (second.file, second.reason) == ("form.csv, row 3", "This row holds no draft.")
    two = f'Last Name;First Name;Subject;Draft\nRuiz;Ana;Pantry;"{EMAIL}"\n'
    (row,) = rows(two.encode("utf-16"), "csv", "two.csv")
    assert (row.name, row.draft) == ("Ruiz, Ana", {"text": EMAIL, "subject": "Pantry"})
    with pytest.raises(RefusedFileError, match="No column"):
        list(rows(b"a,b\n1,2\n", "csv", "short.csv"))


def test_lines_of_json_are_drafts_and_two_of_one_student_are_versions(tmp_path):
    """JSONL gives a draft a line; a broken line is listed; two lines of one student are told in their order."""
    lines = [
        json.dumps({"id": "Ana Ruiz", "text": "first \u2028 draft"}, ensure_ascii=False),
        "{broken",
        json.dumps({"student": "Ruiz, Ana", "id": "7", "text": "second"}),
        json.dumps({"id": "Ben", "text": EMAIL}),
    ]
    (tmp_path / "drafts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    _, read, left_out = names(tmp_path)
    assert [draft["text"] for draft in read["Ruiz, Ana"]] == ["first \u2028 draft", "second"]
    assert list(left_out) == ["drafts.jsonl, line 2"]
    assert len(read) == 2


def test_both_parts_in_one_document_are_told_apart():
    """Headings divide the plan from the email; the email's head gives its subject, and references are no part of it."""
    plan = "Part 1: Service Plan\n\nShe needs food and child care, and two organizations will help with both."
    head = "To: Harbor Light Pantry\nSubject: A visit"
    text = f"{plan}\n\nPart 2: Advocacy Email\n\n{head}\n\n{EMAIL}\n\nReferences\n\nA Book. (2020)."
    brought = read_work(text.encode(), "Ana.txt", Part.UNSAID)
    assert brought.plan_text == plan
    assert brought.drafts == ({"text": EMAIL, "subject": "A visit", "kind": "email"},)


def test_a_text_that_was_typed_into_a_learning_platform_is_read():
    """Canvas and Moodle give what was typed into their own field as a page, with or without a page around it."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in EMAIL.split("\n\n"))
    for text in (body, f"<html><head><title>Submission</title></head><body>{body}</body></html>"):
        brought = read_work(text.encode(), "Ruiz Ana_12345_assignsubmission_onlinetext_/onlinetext.html", Part.UNSAID)
        assert brought.drafts == ({"text": EMAIL, "subject": "", "kind": "email"},)


def test_a_file_that_calls_itself_a_plan_is_no_draft():
    """A plan written as running text is kept from the email's checks."""
    brought = read_work(b"She needs food. Two organizations will help.", "Ana/plan.txt", Part.PLAN)
    assert (brought.drafts, brought.plan_text) == ((), "She needs food. Two organizations will help.")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("{", "cut short"),
        ("[]", "holds no draft"),
        ('{"criteria": {}, "findings": []}', "report"),
        ('{"format": "hartcity-workspace", "format_version": 1}', "not complete"),
    ],
)
def test_json_of_another_kind_is_refused_in_plain_words(value, said):
    """What is no draft, plan or workspace is told so."""
    with pytest.raises(RefusedFileError, match=said):
        read_work(value.encode(), "x.json", Part.UNSAID)


def test_of_many_versions_the_first_and_the_newest_stay():
    """However many versions a workspace holds, a bounded number is checked, in order."""
    kept = some([{"text": str(number)} for number in range(100)])
    assert len(kept) == MOST_VERSIONS
    numbers = [int(draft["text"]) for draft in kept]
    assert (numbers[0], numbers[-1]) == (0, 99)
    assert numbers == sorted(numbers)
