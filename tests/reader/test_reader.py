"""The trained reader: whole or absent, and the same wherever and whenever it reads."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hartcity import analysis, reader
from hartcity.model import Draft, Family, State
from hartcity.reader import Reader, ReaderError
from hartcity.reader.encoder import MANIFEST
from hartcity.reader.weights import WEIGHTS
from hartcity.text import Act, Document, Line
from hartcity.training.drafts import drafts


MOST_BYTES = 25_000_000
LETTER = Draft(
    subject="Asking about an evening class",
    text=(
        "Dear Mr. Vance,\n\n"
        "I am an intern at Fern Street Family Center, and I am writing about a mother of two who hopes to learn to read"
        " English. She agreed to this letter and read it. She has kept a notebook of new words since March. Could your"
        " Tuesday class make room for one more learner?\n\n"
        "Might we talk by phone on Monday at nine, or at another time? I will bring the form that she filled in, and"
        " we could look at her first month together in June. Thank you for your time.\n\n"
        "Kind regards,\nRosa Lind\n555-0143"
    ),
)


@pytest.fixture(scope="module")
def project_reader() -> Reader:
    """Return the reader that ships."""
    loaded = reader.load()
    assert loaded is not None
    return loaded


def _copied(folder: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, folder / "weights", ignore=shutil.ignore_patterns("__pycache__")))


def test_the_weights_are_small_enough_to_carry():
    """All that the reader needs stays within what the package may carry."""
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir() if file.is_file()) < MOST_BYTES


def test_whole_numbers_decide_as_32_bits_do():
    """Weights in whole numbers decide otherwise than what they were made from in at most two of a hundred cases."""
    told = json.loads((WEIGHTS / MANIFEST).read_text(encoding="utf-8"))["rounding"]
    assert told["decisions"] > 10_000
    assert told["different"] <= 0.02 * told["decisions"]


def test_a_long_sentence_is_read_to_its_end():
    """What stands behind seventy words of one sentence still counts."""
    story = ", and then she took the bus to the other end of the city" * 6
    text = f"Dear Ms. Okoro,\n\nShe left home at six{story}, and so could you please give her a place in your class?"
    report = analysis.check_draft(Draft(text=text), engines=("reader",))
    states = {result.check: result.state for result in report.checks}
    assert states["service_request"] is State.MET


def test_damaged_weights_are_refused(tmp_path: Path):
    """One changed byte is enough, since the digest no longer fits."""
    folder = _copied(tmp_path)
    held = bytearray((folder / "reader.onnx").read_bytes())
    held[len(held) // 2] ^= 1
    (folder / "reader.onnx").write_bytes(held)
    with pytest.raises(ReaderError, match="damaged"):
        Reader(folder)


@pytest.mark.parametrize("name", ["reader.onnx", "heads.onnx", "tokenizer.json", "reader.json", "thresholds.json"])
def test_missing_weights_are_told(tmp_path: Path, name: str):
    """Without any one of its files there is no reader."""
    folder = _copied(tmp_path)
    (folder / name).unlink()
    with pytest.raises(ReaderError):
        Reader(folder)


def test_a_report_without_a_reader_says_so(monkeypatch: pytest.MonkeyPatch):
    """Rules and structure go on; what takes a reader is not claimed either way."""
    monkeypatch.setattr(reader, "load", lambda: None)
    report = analysis.check_draft(LETTER, engines=("reader",))
    states = {result.check: result.state for result in report.checks}
    assert any("rules alone" in notice.words for notice in report.notices)
    assert report.engines["reader"] is None
    assert states["consent_statement"] is State.NOT_APPLICABLE
    assert states["two_paragraphs"] is State.MET
    assert all(line.of for result in report.criteria for line in result.receipt if line.points > 0)


def test_a_letter_is_understood(project_reader: Reader):
    """What the sentences of a plain letter do is seen, each with its own words."""
    document = Document(LETTER, project_reader)
    for act in (Act.INTRODUCTION, Act.CONSENT, Act.ASK_SERVICE, Act.ASK_MEETING, Act.TIMES, Act.OFFER, Act.THANKS):
        shown = [each for each in document.showing(act) if each.firm]
        assert shown, act
        assert len(shown) < len(document.body)


def test_the_same_sentence_reads_the_same(project_reader: Reader):
    """Neither what else is read, nor the order, nor a second thread, nor having forgotten changes a number."""
    lines = [placed.line for draft in drafts("a")[:12] for placed in Document(draft.draft).placed_lines]
    first = [project_reader.probabilities(line) for line in lines]
    project_reader.forget()
    backwards = [project_reader.probabilities(line) for line in reversed(lines)][::-1]
    project_reader.forget()
    with ThreadPoolExecutor(4) as pool:
        side_by_side = list(pool.map(project_reader.probabilities, lines))
    assert first == backwards == side_by_side


def test_marks_stand_in_the_text(project_reader: Reader):
    """Each mark is a range of whole words of the draft, in order."""
    for labelled in drafts("g"):
        document = Document(labelled.draft, project_reader)
        marks = project_reader.marks(document)
        assert [mark.span for mark in marks] == sorted(mark.span for mark in marks)
        for mark in marks:
            assert 0 <= mark.span.start < mark.span.end <= len(document.text)
            assert mark.span.of(document.text).strip() == mark.span.of(document.text)
            assert 0 < mark.certainty <= 1


@pytest.mark.parametrize("mark", ["P.S. ", "PS - ", "p. s. ", "P/S ", "PPS: "])
def test_a_postscript_is_read_alike_in_every_spelling(project_reader: Reader, mark: str):
    """The same words are marked, at their own place."""
    text = f"Dear Ms. Ito,\n\nCould we meet on Friday?\n\nSincerely,\nAna Ruiz\n\n{mark}Rufus's shift ends at six."
    document = Document.of_text(text)
    marked = [one.span for one in project_reader.marks(document) if one.family is Family.IDENTIFIER]
    assert [span.start for span in marked] == [text.index("Rufus")]


def test_every_mark_has_look_alikes_of_its_family():
    """A finding of the reader shows a sentence at fault and one that is fine, never the student's own."""
    shown = 0
    for labelled in drafts("k"):
        for finding in analysis.check_draft(labelled.draft, engines=("reader",)).findings:
            if finding.check.endswith(".reads_like"):
                assert finding.like is not None
                assert finding.like.at_fault != finding.like.fine
                shown += 1
    assert shown > 5


def test_odd_lines_are_read(project_reader: Reader):
    """Nothing, signs, other scripts and endless words give numbers like any other line."""
    for text in ("", " ", "?!", "\U0001f600" * 40, "a" * 5000, "мама мыла раму", "\u0000", "Hi"):
        assert all(0 <= value <= 1 for value in project_reader.probabilities(Line(text)).values())


@pytest.mark.parametrize(
    ("recipient", "asked"),
    [("Willow Bend Recovery Center", False), ("Lakeside Furniture Bank", True)],
)
def test_a_private_matter_is_weighed_against_the_service(recipient: str, *, asked: bool):
    """Recovery is what a recovery center is for; a furniture bank need not hear of it."""
    text = (
        f"Dear {recipient} team,\n\nI am an aide at Fern Street Family Center. A man I work with relapsed on heroin in"
        " May and was in detox for two weeks, and he hopes to start again.\n\nThank you,\nRosa Lind"
    )
    report = analysis.check_draft(Draft(text=text), engines=("reader",))
    assert any(finding.family is Family.SENSITIVE for finding in report.findings) is asked
