"""Copies that came by the class code are files of the class like those that were dropped."""

from __future__ import annotations

from dataclasses import replace

from hartcity.classes.handed_in import HandedInCopy, take, unread
from hartcity.classes.sources import gather
from hartcity.classes.students import students


ANA = HandedInCopy("Ana_Ruiz", "a1" * 32, {"text": "Dear Team,", "subject": "A flat", "kind": "email"}, {})
OTHER = replace(ANA, key="b2" * 32)


def test_copies_are_read_as_their_students(tmp_path):
    """Beside a dropped file each copy is its student's, two of one name are two, and what is known is not read anew."""
    (tmp_path / "Bo Lee.txt").write_text("Dear Team,")
    assert unread([ANA, OTHER], tmp_path) == 2
    take([ANA, OTHER], tmp_path)
    assert unread([ANA, OTHER], tmp_path) == 0
    found, left_out = students(gather(tmp_path))
    assert [student.name for student in found] == ["Ana Ruiz", "Ana Ruiz", "Bo Lee"]
    assert left_out == []
    assert unread([replace(ANA, plan={"coordination": "x"}), OTHER], tmp_path) == 1


def test_a_copy_that_was_taken_back_goes(tmp_path):
    """It stands among the files no longer; a dropped file stays."""
    (tmp_path / "Bo Lee.txt").write_text("Dear Team,")
    take([ANA, OTHER], tmp_path)
    take([OTHER], tmp_path)
    assert [student.name for student in students(gather(tmp_path))[0]] == ["Ana Ruiz", "Bo Lee"]


def test_a_long_name_of_any_letters_is_a_folder(tmp_path):
    """Names are cut by bytes, as file systems count them; two that begin alike stay two."""
    copies = [replace(copy, name="\N{GRINNING FACE}" * 80) for copy in (ANA, OTHER)]
    assert unread(copies, tmp_path) == 2
    take(copies, tmp_path)
    assert unread(copies, tmp_path) == 0
