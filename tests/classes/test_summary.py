"""What a class is told: needs, shared words, hidden counts, and documents to take along."""

import csv
import datetime as dt
import io
import json
import os
import zipfile

import openpyxl
import pypdfium2
import pytest

from hartcity import check_draft
from hartcity.assignment import COURSE, load
from hartcity.classes.alike import alike
from hartcity.classes.downloads import as_csv, as_workbook, reports_zip
from hartcity.classes.finished import FinishedClass
from hartcity.classes.folder import (
    KEPT_DAYS,
    BusyError,
    ClassFolder,
    Settings,
    delete_old_classes,
    new_class,
    open_class,
)
from hartcity.classes.names import place
from hartcity.classes.needs import MOST_QUOTATIONS, Need, needs
from hartcity.classes.run import _write
from hartcity.classes.run_process import Stage, Standing
from hartcity.classes.small_counts import hide
from hartcity.classes.summary import summary_pdf
from hartcity.classes.summary_table import columns, row
from hartcity.identity import Account
from hartcity.storage import NotStoredError, Reason
from hartcity.storage.inboxes import inbox_name
from tests.classes.test_class_command import EMAIL


DAY = dt.date(2026, 12, 1)


def report(name, text):
    """Return a student's report as a run keeps it."""
    made = check_draft({"id": name, "text": text}, engines=["reader"])
    more = {"student": name, "text": text, "subject": "", "has_draft": True, "has_plan": False, "plan_report": None}
    return {**made, **more, "versions": [], "left_out": [], "files": [f"{name}.txt"]}


@pytest.fixture(scope="module")
def reports():
    """Return the reports of a small class: six that offer no time to meet, two that do, one of them with a name."""
    bare = EMAIL.split("Could we talk")[0] + "Could we talk by phone? Thank you for your time.\n\nSincerely,\nAna Ruiz"
    return [
        *(report(f"Student {number}", bare) for number in range(6)),
        report("=Evil", EMAIL.format(number=7)),
        report("Monday Jones", EMAIL.format(number=8)),
    ]


@pytest.fixture
def finished(reports, tmp_path):
    """Return the class in a folder, as a run leaves it."""
    heads = columns(load("advocacy-email"))
    (tmp_path / "reports").mkdir()
    with (tmp_path / "class.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        for number, made in enumerate(reports):
            one = {**made, "id": f"s{number}"}
            writer.writerow(row(one, heads))
            _write(tmp_path / "reports" / f"s{number}.json", json.dumps(one).encode())
    return FinishedClass(tmp_path)


def test_a_class_needs_what_most_drafts_miss(reports):
    """The most missed check comes first with its counts, and quotations are whole sentences without a writer's name."""
    found = needs(reports, most=30)
    times = next(need for need in found if need.check == "meeting_options")
    assert (times.drafts, times.not_seen + times.partly) == (8, 6)
    assert times.quotations == (
        "Could we talk by phone on Monday, December 7, at 10:00 a.m. or Tuesday, December 8, at 2:00 p.m.?",
    )
    weights = [need.not_seen + need.partly / 2 for need in found if need.drafts == 8]
    assert weights == sorted(weights, reverse=True)
    assert len(needs(reports)) <= 3 <= MOST_QUOTATIONS


@pytest.mark.parametrize("family", ["stigmatizing", "pity", "blame", "demand", "identifier", "sensitive"])
def test_no_sentence_with_harmful_words_does_it_well(reports, family):
    """A sentence that bears such a finding is not offered to the class, whatever check it meets."""
    offered = {one for need in needs(reports, most=30) for one in need.quotations}
    said = "I will bring the form."
    assert said in offered
    marked = [
        {**one, "findings": [*one["findings"], {"family": family, "start": place, "end": place + 3}]}
        for one in reports
        if (place := one["text"].find(said)) >= 0
    ]
    assert said not in {one for need in needs(marked, most=30) for one in need.quotations}


def test_shared_words_are_found_and_the_assignments_own_are_not():
    """Two drafts that share sentences are a pair with the places of the words; given words and common ones are none."""
    words = [f"word{number}" for number in range(400)]
    shared = " ".join(words[:60])
    texts = [
        f"{shared} {' '.join(words[100:160])}.",
        f"{' '.join(words[200:260])} {shared.upper()}",
        " ".join(words[300:]),
    ]
    (pair,) = alike(texts)
    assert (pair.first, pair.second) == (0, 1)
    assert 0.4 < pair.share < 0.6
    ((start, end),) = pair.spans[1]
    assert texts[1][start:end] == shared.upper()
    assert alike(texts, left_out=[shared]) == []
    assert alike([shared] * 6) == []


def test_small_counts_are_hidden_and_cannot_be_counted_back():
    """A count under five is hidden, a zero is not, and a single hidden count takes the next smallest with it."""
    assert hide({"a": 20, "b": 3, "c": 0}) == {"a": "hidden", "b": "hidden", "c": "0"}
    assert hide({"a": 20, "b": 3, "c": 4}) == {"a": "20", "b": "hidden", "c": "hidden"}
    assert hide({"a": 20, "b": 5}) == {"a": "20", "b": "5"}


def test_tables_hold_the_class_and_run_nothing(finished):
    """CSV and Excel hold every student; what begins like a formula is text; numbers are numbers."""
    table = list(csv.DictReader(io.StringIO(as_csv(finished.rows).decode("utf-8-sig"))))
    assert [one["student"] for one in table][6] == "'=Evil"
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(finished.rows, {"student": "Student"})))
    sheet = book["Class"]
    assert sheet["A1"].value == "Student"
    assert sheet["A8"].value == "'=Evil"
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)
    words = next(cell.column for cell in sheet[1] if cell.value == "words")
    assert sheet.cell(2, words).value > 50


def test_the_workbook_speaks_plainly_and_the_table_keeps_its_ids(finished):
    """Levels and states are words, a report is named where there is one, and versions are told when several."""
    unread = dict.fromkeys(finished.rows[0], "") | {"student": "Hugo Lin", "report": "hugo-lin.json"}
    several = {**finished.rows[0], "versions": "71 80 96", "clarity": "79.6", "score_clarity": "61.3"}
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([several, finished.rows[1], unread], {})))
    heads, *lines = ([cell.value for cell in line] for line in book["Class"].iter_rows())
    first, second, third = (dict(zip(heads, line, strict=True)) for line in lines)
    assert (first["check_meeting_options"], first["check_recipient_from_plan"]) == ("Not seen", "Does not apply")
    assert {first["clarity_level"], first["advocacy_level"]} <= {"Met", "Partly", "Not yet"}
    assert [each["Report among the PDFs"] for each in (first, third)] == ["s0.pdf", None]
    assert (first["clarity"], first["score_clarity"]) == (79, 61)
    told = "Mean score of each version, oldest first"
    assert (first[told], second[told]) == ("71, 80, 96", None)
    table = as_csv(finished.rows).decode("utf-8-sig")
    assert "not_applicable" in table
    assert "s0.json" in table


def test_every_report_comes_as_pdf_in_one_zip(finished):
    """The zip holds one PDF a student, the same bytes each time, and tells how far it is."""
    told = []
    data = reports_zip(finished, DAY, load(COURSE), told.append)
    assert told[-1] == 1.0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(archive.namelist()) == 8
        assert archive.read("s0.pdf").startswith(b"%PDF")
    assert reports_zip(finished, DAY, load(COURSE), told.append) == data


@pytest.mark.parametrize("for_others", [True, False])
def test_the_summary_names_nobody(finished, for_others):
    """The summary says what the class needs, names no student and no grade, and hides small counts for others."""
    said = "Could we talk on Monday?"
    data = summary_pdf(
        "HS 101",
        finished.rows,
        [Need("meeting_options", 8, 6, 0)],
        {"meeting_options": [said]},
        criteria=["clarity"],
        checks=["meeting_options", "salutation"],
        titled=str,
        as_of=DAY,
        for_others=for_others,
    )
    text = words_of(data)
    assert said in text
    assert "not a grade" in text
    assert not any(name in text for name in ("Student 0", "Evil", "Jones"))
    assert ("under 5" in text) is for_others


def summary(met, missed, checks=("closing",)):
    """Return the words of a summary for others, of a class where ``met`` drafts do what ``missed`` do not."""
    states = ["met"] * met + ["not_seen"] * missed
    rows = [
        {"draft": "read", "clarity": "80", "clarity_level": state} | {f"check_{check}": state for check in checks}
        for state in states
    ]
    needed = [Need("closing", met + missed, missed, 0)]
    more = {"criteria": ["clarity"], "checks": checks, "titled": str, "as_of": DAY, "for_others": True}
    return words_of(summary_pdf("HS 101", rows, needed, {}, **more))


def words_of(data):
    """Return the words of a PDF."""
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)).split())


def test_what_is_hidden_is_never_told_as_a_number():
    """A large count that is hidden to keep a small one is called hidden, not small; the page says why, once."""
    told = summary(20, 6)
    assert "closing: not seen in 6, partly in 0, met in 20." in told
    some = summary_pdf(
        "HS 101",
        [{"draft": "read", "check_closing": "met", "check_facts": "met" if place else "not_seen"} for place in range(9)]
        + [{"draft": "read", "check_closing": "not_seen", "check_facts": "met"} for _ in range(6)],
        [Need("facts", 15, 1, 0)],
        {},
        criteria=[],
        checks=["closing", "facts"],
        titled=str,
        as_of=DAY,
        for_others=True,
    )
    told = words_of(some)
    assert "facts: not seen: hidden, partly in 0, met: hidden." in told
    assert "closing 9 0 6" in told
    assert "facts hidden 0 hidden" in told
    assert told.count("under 5") == 1
    assert "in under" not in told


def test_a_class_so_small_that_nearly_all_is_hidden_says_so_in_one_sentence():
    """What the class needs and middle scores stand without a page of hidden counts."""
    told = summary(6, 1, ("closing", "facts", "salutation"))
    assert "so small that nearly every count is left out" in told
    assert "closing." in told
    assert "clarity 80" in told
    assert "hidden" not in told


def test_a_summary_tells_what_drafts_carry_that_hurts_and_hides_small_groups():
    """Families that some drafts carry are told; with few drafts, or few without, no number is."""
    rows = [
        {
            "draft": "read",
            "findings_demand": "1",
            "findings_blame": str(place % 2),
            "findings_identifier": str(place // 15),
        }
        for place in range(16)
    ]
    more = {"criteria": [], "checks": [], "titled": str, "as_of": DAY}
    told = {each: words_of(summary_pdf("", rows, [], {}, **more, for_others=each)) for each in (True, False)}
    for line in ("demand: in 16 of 16 drafts.", "blame: in 8 of 16 drafts."):
        assert line in told[True]
        assert line in told[False]
    assert "identifier: in some drafts, how many is hidden." in told[True]
    assert "identifier: in 1 of 16 drafts." in told[False]
    assert "sensitive" not in told[True] + told[False]
    few = [{"draft": "read", "check_closing": "met" if place else "not_seen", **rows[-1]} for place in range(6)]
    few[0]["findings_identifier"] = few[0]["findings_demand"] = "0"
    more["checks"] = ["closing"]
    small = words_of(summary_pdf("", few, [], {}, **more, for_others=True))
    assert "so small" in small
    assert "blame: in 6 of 6 drafts." in small
    assert "demand" not in small
    assert "identifier" not in small


def test_a_class_that_nobody_opened_goes_with_its_inbox(tmp_path, monkeypatch):
    """The inbox of an old class is closed by a name that does not open it; while it cannot be, the class stays too."""
    monkeypatch.setenv("HARTCITY_DATA", str(tmp_path))
    old, fresh, closed = new_class(Settings("HS 101")), new_class(Settings("HS 102")), []
    long_ago = old.path.stat().st_mtime - (KEPT_DAYS + 1) * 86_400

    def cannot(_name: str) -> bool:
        raise NotStoredError(Reason.BUSY)

    os.utime(old.path, (long_ago, long_ago))
    with pytest.raises(NotStoredError):
        delete_old_classes(cannot)
    assert old.path.exists()
    delete_old_classes(closed.append)
    assert closed == [inbox_name(old.id)]
    assert not old.path.exists()
    assert fresh.is_there
    assert old.id not in inbox_name(old.id)


def test_a_class_is_kept_under_a_name_that_does_not_open_it(tmp_path, monkeypatch):
    """The folder's name is no part of the address; settings come back; what is deleted is gone; odd ids are refused."""
    monkeypatch.setenv("HARTCITY_DATA", str(tmp_path))
    made = new_class(Settings("HS 101"))
    made.drop("../../Ana: plan.txt", io.BytesIO(b"words"))
    assert [file.parent for file in made.path.rglob("*.txt")] == [made.source]
    again = ClassFolder(made.id)
    assert again.is_there
    assert again.settings == Settings("HS 101")
    assert again.standing().stage is Stage.DROPPED
    assert made.id not in str(made.path)
    again.delete()
    assert not ClassFolder(made.id).is_there
    with pytest.raises(ValueError, match="no id"):
        ClassFolder("../other")


def test_nothing_is_brought_into_a_class_while_another_is_read(tmp_path, monkeypatch):
    """What would be brought stays new, so that it can be read once the other class is done."""
    monkeypatch.setenv("HARTCITY_DATA", str(tmp_path))
    made, brought = new_class(Settings("HS 101")), []
    monkeypatch.setattr(ClassFolder, "standing", lambda _folder: Standing(Stage.RUNNING))
    with pytest.raises(BusyError):
        made.start(bring=lambda: brought.append(1))
    assert brought == []


def test_files_of_one_name_stay_two(tmp_path, monkeypatch):
    """Two students whose file is called email.docx are two; a second file under a student's name is a later version."""
    monkeypatch.setenv("HARTCITY_DATA", str(tmp_path))
    made = new_class(Settings("HS 101"))
    for number, name in enumerate(("email.docx", "email.docx", "email.docx", "Ana Ruiz.docx", "Ana Ruiz.docx")):
        made.drop(name, io.BytesIO(str(number).encode()))
    placed = place(sorted(file.name for file in made.source.iterdir()))
    assert sorted(file.read_bytes() for file in made.source.iterdir()) == [b"0", b"1", b"2", b"3", b"4"]
    assert len({each.owner.key for each in placed}) == 4
    assert [each.path for each in sorted(placed, key=lambda each: each.order) if each.owner.key == "ana ruiz"] == [
        "Ana Ruiz.docx",
        "Ana Ruiz (2).docx",
    ]


def test_a_class_opens_for_the_account_that_made_it(tmp_path, monkeypatch):
    """Another tutor who knows the id, and who is signed out, find nothing; without accounts the id is enough."""
    monkeypatch.setenv("HARTCITY_DATA", str(tmp_path))
    mine, other = Account("https://school.example", "1"), Account("https://school.example", "2")
    made, free = new_class(Settings("HS 101", owner=mine.id)), new_class(Settings("HS 102"))
    found = open_class(made.id, mine)
    assert found is not None
    assert found.settings.name == "HS 101"
    assert open_class(made.id, other) is None
    assert open_class(made.id, None) is None
    assert all(open_class(free.id, account) is not None for account in (mine, other, None))
    assert open_class("../other", mine) is None
