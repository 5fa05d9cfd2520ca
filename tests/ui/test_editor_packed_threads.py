"""What the editor is told of a tutor's comments and overrides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hartcity.analysis import check_draft
from hartcity.engines import GrammarStatus
from hartcity.model import Draft, Family, Finding, ReceiptLine, Severity, Span
from hartcity.storage import Comment, Remark
from hartcity.text.anchor import anchor
from hartcity.ui import overrides
from hartcity.ui.editor import PackedReport
from hartcity.ui.editor.packed_threads import packed_threads
from hartcity.ui.editor.phrasebook import Phrasebook
from hartcity.ui.sharing.threads import threads_of
from hartcity.ui.workspace.session import Work


TEXT = "Dear Team \U0001f642,\n\nCould we meet on Tuesday?\n\nSincerely,\nJo"
AT = datetime(2026, 11, 29, 15, tzinfo=UTC)


def said(number: int, remark: Remark, thread: int | None = None, *, mine: bool = False) -> Comment:
    """Return a comment of a tutor, or the student's own."""
    return Comment(number, thread, remark, "" if mine else "Dr. Rivera", not mine, mine, AT)


def on(words: str, text: str = TEXT) -> Remark:
    """Return a remark on words of the draft."""
    place = anchor(text, Span(text.index(words), text.index(words) + len(words)))
    return Remark("Which one?", place.quote, place.before, place.after, place.start)


def test_places_count_utf16_units_and_follow_the_words() -> None:
    """A thread's words stand where the browser counts them, also after words were put before them."""
    comments = [said(1, on("Tuesday")), said(2, Remark("The first."), 1, mine=True)]
    for text in (TEXT, f"Good morning. {TEXT}"):
        book = Phrasebook()
        (thread,) = packed_threads(threads_of(comments, text), Work("w", text=text), book)
        start, end = thread[1]
        assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "Tuesday"
        names = [(book.phrases[comment[1]], book.phrases[comment[3]], comment[4]) for comment in thread[6]]
        assert names == [("Dr. Rivera", "Which one?", 0), ("You", "The first.", 1)]


def test_words_that_are_gone_have_no_place_and_keep_their_quotation() -> None:
    """The editor can tell words that were deleted from a comment about no words."""
    book = Phrasebook()
    comments = [said(1, on("Tuesday")), said(2, Remark("Well done", criterion="clarity"))]
    gone, whole = packed_threads(threads_of(comments, "Dear Team"), Work("w", text="Dear Team"), book)
    assert (gone[1], book.phrases[gone[3]]) == ([], "Tuesday")
    assert (whole[1], whole[3], book.phrases[whole[2]]) == ([], None, "Clarity")


def test_an_override_of_a_finding_stands_beside_it_and_in_the_receipt_that_counts_it() -> None:
    """The finding says so, and so does the line that costs points for its family; other lines say nothing."""
    text = "Dear Team, could we meet due to the fact that it is late? " * 3
    report = check_draft(Draft(text), engines=())
    finding = Finding("wordy.x", Family.WORDY, Span(0, 4), "Dear", "Shorter?", Severity.ADVICE)
    first, *rest = report.criteria
    costs = ReceiptLine(Family.WORDY, -2, 0, (finding.span,), "Findings: 1.")
    report = replace(report, findings=(finding,), criteria=(replace(first, receipt=(*first.receipt, costs)), *rest))
    comment = said(1, Remark("It is a quotation.", "Dear", check="wordy.x", overrides=True))
    told = overrides.told(report, overrides.overrides_of([comment]))
    book = Phrasebook()
    packed = PackedReport(Draft(text), report, GrammarStatus(()), {}, told).packed(book)
    assert "It is a quotation." in book.phrases[packed["findings"][0][14]]
    lines = [line for criterion in packed["criteria"] for line in criterion[4] if len(line) > 5]
    assert {book.phrases[line[0]] for line in lines} == {"Wordy"}
    assert -2 in [line[1] for line in lines]
    assert all(
        "“Dear” does not hold here (the points are as the assistant counted them): It is a quotation."
        in book.phrases[line[5]]
        for line in lines
    )
