"""``python -m hartcity read FILE …``."""

import json

from typer.testing import CliRunner

from hartcity.cli import app


RUN = CliRunner()
DRAFT = "Dear Intake Team,\n\nI am writing about a parent of two.\n\nThank you,\nSam Reyes\n"
MAIL = "From: sam@example.org\r\nSubject: A place in your program\r\n\r\n" + DRAFT.replace("\n", "\r\n")


def answers(*files):
    """Run the command and return its exit status with what it printed, one value a file."""
    done = RUN.invoke(app, ["read", *map(str, files)])
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()]


def test_each_file_gives_one_line_in_order(tmp_path):
    """What a document brings into the editor stands on its line, in the order of the files, with exit status 0."""
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "draft.eml").write_bytes(MAIL.encode("ascii"))
    status, (text, mail) = answers(tmp_path / "draft.txt", tmp_path / "draft.eml")
    assert status == 0
    assert [text["file"], mail["file"]] == ["draft.txt", "draft.eml"]
    assert text["text"].split() == mail["text"].split() == DRAFT.split()
    assert (text["subject"], mail["subject"]) == (None, "A place in your program")
    assert set(text) == set(mail) == {"file", "text", "subject", "quoted", "notices", "error"}
    assert text["error"] is mail["error"] is None


def test_what_is_refused_says_why_and_stops_nobody_else(tmp_path):
    """A file that is no document has the reason on its line, the others are read all the same, and the status is 1."""
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    status, (refused, missing, read) = answers(
        tmp_path / "picture.txt", tmp_path / "missing.txt", tmp_path / "draft.txt"
    )
    assert status == 1
    assert "picture" in refused["error"]
    assert "cannot be read" in missing["error"]
    assert refused["text"] == missing["text"] == ""
    assert read["error"] is None
    assert read["text"].split() == DRAFT.split()
