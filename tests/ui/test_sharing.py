"""What both sides see of comments and overrides, and the tutor's own quick comments."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hartcity.analysis import Reviewed, check_draft
from hartcity.assignment import COURSE, load
from hartcity.model import Draft, Span
from hartcity.storage import Comment, Remark
from hartcity.storage import store as storage_store
from hartcity.text.anchor import anchor
from hartcity.ui import labels, overrides
from hartcity.ui.directory import current
from hartcity.ui.export import gathering
from hartcity.ui.sharing.threads import GONE, about, remarks_of, threads_of
from hartcity.ui.tutor.composer import read_quick_comments
from hartcity.ui.workspace import privacy, self_rating, set_aside


ROOT = Path(__file__).parents[2]
DRAFT = "Dear Team,\n\nCould we meet on Tuesday? Ms. A needs shelter.\n\nSincerely,\nJo"
AT = datetime(2026, 11, 29, tzinfo=UTC)


def said(number: int, remark: Remark, *, thread: int | None = None, done: bool = False) -> Comment:
    """Return a tutor's comment."""
    return Comment(
        number, thread, remark, "T", by_guest=True, is_mine=False, created_at=AT, resolved_at=AT if done else None
    )


def on(words: str, text: str = "Why?") -> Remark:
    """Return a remark on words of the draft."""
    place = anchor(DRAFT, Span(DRAFT.index(words), DRAFT.index(words) + len(words)))
    return Remark(text, place.quote, place.before, place.after, place.start)


def test_threads_stand_in_the_order_of_the_draft() -> None:
    """Open threads come first, in the order of their words; those without words follow; settled ones come last."""
    comments = [
        said(1, on("needs shelter")),
        said(2, on("Dear Team"), done=True),
        said(3, on("Tuesday")),
        said(4, Remark("In general", criterion="diplomacy")),
        said(5, Remark("An answer"), thread=1),
    ]
    threads = threads_of(comments, DRAFT)
    assert [thread.root.number for thread in threads] == [3, 1, 4, 2]
    assert [answer.number for answer in threads[1].answers] == [5]


def test_words_that_are_gone_are_told() -> None:
    """A thread whose words were deleted says so and still quotes them."""
    (thread,) = threads_of([said(1, on("needs shelter"))], "Dear Team, hello")
    assert thread.span is None
    assert about(thread, "Dear Team, hello").startswith(GONE)
    assert "needs shelter" in about(thread, "Dear Team, hello")


def test_words_of_a_tutor_are_shown_as_they_stand() -> None:
    """Markup in a quotation is escaped."""
    text = "Dear [x](http://evil) **Team**, hello to all of you there"
    remark = Remark("?", quote="[x](http://evil) **Team**, hello to all")
    (thread,) = threads_of([said(1, remark)], text)
    assert "](http" not in about(thread, text)


def test_the_brief_tells_overrides_apart_from_comments() -> None:
    """An open override is told with what it is about; comments that wait are the others, and settled ones are none."""
    override = Remark("By phone", check="consent_statement", overrides=True)
    threads = threads_of([said(1, Remark("In general")), said(2, override), said(3, override, done=True)], DRAFT)
    comments, overridden = remarks_of(threads)
    assert comments == [("In general", None)]
    assert overridden == [(f"{labels.title('consent_statement')}: By phone", None)]


def test_the_brief_to_hand_in_tells_overrides_apart_too() -> None:
    """The page among the documents has an override as one, and no comment that waits for it."""
    draft = Draft(f"{DRAFT} {DRAFT} {DRAFT}")
    override = Remark("By phone", check="consent_statement", overrides=True)
    threads = threads_of([said(1, Remark("In general")), said(2, override)], draft.text)
    brief = gathering.brief_of(Reviewed(draft, check_draft(draft, engines=())), threads, load(COURSE))
    assert [one.point for one in brief.comments] == ["In general"]
    assert [one.point for one in brief.overrides] == [f"{labels.title('consent_statement')}: By phone"]


def test_an_override_is_told_in_the_receipt_and_changes_no_point() -> None:
    """The line keeps its points and says what the tutor said; one that was taken back says nothing."""
    practice = json.loads((ROOT / "assets" / "practice" / "email.json").read_text(encoding="utf-8"))
    report = check_draft(Draft(text=practice["text"], subject=practice["subject"]), engines=("reader",))
    line = next(line for result in report.criteria for line in result.receipt if line.points < line.of)
    remark = Remark("Said on the phone", check=line.check, overrides=True)
    noted = overrides.noted(report, overrides.overrides_of([said(1, remark)]))
    told = [one for result in noted.criteria for one in result.receipt if one.check == line.check]
    assert told
    said_so = "Your tutor says that this does not hold here (the points are as the assistant counted them): Said on"
    assert all(said_so in one.reason for one in told)
    assert [[one.points for one in result.receipt] for result in noted.criteria] == [
        [one.points for one in result.receipt] for result in report.criteria
    ]
    assert [result.score for result in noted.criteria] == [result.score for result in report.criteria]
    assert overrides.noted(report, overrides.overrides_of([said(1, remark, done=True)])) == report


def test_what_a_guest_is_shown_of_the_preferences_is_what_screens_keep_there() -> None:
    """The names that the store lets through are those under which choices, decisions and ratings are kept.

    So is the directory, without which a tutor's page could not say of the plan what the student's says.
    """
    named = {
        current.PREFERENCE,
        set_aside.ONCE,
        set_aside.RULES,
        set_aside.WORDS,
        privacy.DECISIONS,
        self_rating.PREFERENCE,
        set_aside.BECAUSE,
    }
    assert named < storage_store.SHOWN_TO_GUESTS


@pytest.mark.parametrize(
    ("data", "marks"),
    [
        (b'{"quick_comments": ["Who?", 3, "Why?"]}', ["Who?", "Why?"]),
        (b'{"quick_comments": "no"}', None),
        (b"[]", None),
        (b"\xff\xfe", None),
        (b"[" * 100_000, None),
    ],
)
def test_quick_comments_are_read_with_care(data: bytes, marks: list[str] | None) -> None:
    """A file that holds none, or is broken, is refused without a fault."""
    assert read_quick_comments(data) == marks
