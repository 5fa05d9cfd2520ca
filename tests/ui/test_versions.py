"""The Versions page: what changed, what became of the findings, and what can be done with what is kept."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies
from streamlit.testing.v1 import AppTest

from hartcity.assignment import load
from hartcity.model import Family, Finding, Report, Severity, Span
from hartcity.storage import Store, Version, Writing, new_id
from hartcity.storage.location import database_url
from hartcity.ui.versions.changes import MOST_WORDS, edits, follow
from hartcity.ui.versions.milestones import milestones
from hartcity.ui.versions.scores import Scored
from hartcity.ui.versions.sides import listed, marked
from hartcity.ui.versions.timeline import rows


APP = str(Path(__file__).parents[2] / "app.py")
DRAFT = (
    "Dear Intake Team,\n\nI am a case management intern at Northside Family Services. Due to the fact that a mother "
    "of two needs housing, I would like to ask about your family shelter.\n\nShe agreed in writing that I may contact "
    "you. Could we meet on Tuesday at 10 or Thursday at 2, by phone or in your office? Thank you for your time.\n\n"
    "Sincerely,\nJordan Reyes"
)


def report(text: str, *words: str, check: str = "wordy.x") -> Report:
    """Return a report with one finding for each of these words, where they stand first in the text."""
    findings = []
    for word in words:
        start = text.index(word)
        span = Span(start, start + len(word))
        findings.append(Finding(check, Family.WORDY, span, word, f"About {word}", Severity.ADVICE))
    return Report("", None, {}, (), (), tuple(findings), {}, {})


def words_of(found) -> list[tuple[str, int | None]]:
    """Return the words and edits of followed findings."""
    return [(followed.finding.text, followed.edit) for followed in found]


@given(strategies.text("ab \n.", max_size=60), strategies.text("ab \n.", max_size=60))
@settings(max_examples=200, deadline=None)
def test_edits_turn_one_text_into_the_other(before: str, after: str) -> None:
    """Putting the new words in the place of the old ones gives the newer text, white space aside."""
    text, end = "", 0
    for edit in edits(before, after):
        text += before[end : edit.before.start] + " " + edit.after.of(after) + " "
        end = edit.before.end
    text += before[end:]

    def words(of: str) -> list[str]:
        return re.findall(r"\w+|\.|\n+", of)

    assert [word for word in words(text) if word.strip()] == [word for word in words(after) if word.strip()]


def test_edits_are_told_by_the_word() -> None:
    """One changed word is one edit of that word, and nothing around it."""
    before, after = "We would like to meet soon.", "We would love to meet soon."
    assert [(edit.before.of(before), edit.after.of(after)) for edit in edits(before, after)] == [("like", "love")]
    assert edits(before, before) == ()
    assert edits("", "") == ()


def test_very_long_drafts_are_compared_by_line() -> None:
    """A draft of many thousand words is compared without taking forever, and the changed line is found."""
    lines = [f"This is line {n} of a very long draft." for n in range(MOST_WORDS)]
    before = "\n".join(lines)
    lines[700] = "Another line."
    (edit,) = edits(before, "\n".join(lines))
    assert edit.before.of(before).strip() == "This is line 700 of a very long draft."


def test_findings_are_followed() -> None:
    """A finding whose words went is resolved, one whose words moved is kept, one in new words is new."""
    before = "Due to the fact that she moved, we utilize a lot of time."
    after = "Because she moved, we utilize a lot of time. Please respond asap."
    changes = edits(before, after)
    progress = follow(report(before, "Due to the fact that", "utilize"), report(after, "utilize", "asap"), changes)
    assert words_of(progress.resolved) == [("Due to the fact that", 0)]
    assert words_of(progress.kept) == [("utilize", None)]
    assert words_of(progress.new) == [("asap", len(changes) - 1)]


def test_a_moved_sentence_keeps_its_finding() -> None:
    """Words that were cut here and pasted there count as kept, not as resolved and new."""
    before, after = "utilize it. We can meet on Monday or on Friday.", "We can meet on Monday or on Friday. utilize it."
    progress = follow(report(before, "utilize"), report(after, "utilize"), edits(before, after))
    assert (len(progress.resolved), len(progress.kept), len(progress.new)) == (0, 1, 0)


def test_the_same_words_found_by_another_check_are_not_the_same() -> None:
    """A finding is followed by its check and its words together."""
    text = "we utilize it"
    progress = follow(report(text, "utilize"), report(text, "utilize", check="informal.y"), ())
    assert (len(progress.resolved), len(progress.kept), len(progress.new)) == (1, 0, 1)


def test_every_finding_is_followed_once() -> None:
    """Each finding of the older draft is resolved or kept, each of the newer kept or new, also when words repeat."""
    before, after = "asap asap asap", "asap asap"
    old = Report(
        "", None, {}, (), (),
        tuple(Finding("c", Family.VAGUE, Span(n, n + 4), "asap", "m", Severity.ADVICE) for n in (0, 5, 10)), {}, {},
    )  # fmt: skip
    new = Report(
        "", None, {}, (), (),
        tuple(Finding("c", Family.VAGUE, Span(n, n + 4), "asap", "m", Severity.ADVICE) for n in (0, 5)), {}, {},
    )  # fmt: skip
    progress = follow(old, new, edits(before, after))
    assert (len(progress.resolved), len(progress.kept), len(progress.new)) == (1, 2, 0)


def test_marked_text_is_harmless() -> None:
    """Whatever a draft holds is shown as it stands: no tag of the student's own reaches the page."""
    text = "<script>alert(1)</script> & <b onclick='x'>hi</b>"
    html = marked(text, "ins", [Span(0, 8), Span(20, 20), Span(24, 26)])
    assert "<script" not in html
    assert "<b" not in html
    assert html.count("<ins") == html.count("</ins>") == 2
    assert "<sup" in html
    shown = re.sub(r"<sup[^>]*>\d+</sup>|<[^>]+>", "", html)
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&#x27;", "'").replace("&amp;", "&") == text


def test_listed_findings_are_harmless() -> None:
    """Words and messages of findings are shown as they stand."""
    text = "<img src=x onerror=y>"
    assert "<img" not in listed(follow(report("", *()), report(text, text), ()).new)


@pytest.fixture
def stored():
    """Give a store whose clock goes on by five minutes at each look."""
    time = [datetime(2026, 3, 2, 9, 0, tzinfo=UTC)]

    def clock() -> datetime:
        time[0] += timedelta(minutes=5)
        return time[0]

    store = Store(database_url(), clock=clock)
    yield store
    store.close()


def page(workspace: str = "") -> AppTest:
    """Run the page at a workspace's address."""
    app = AppTest.from_file(APP, default_timeout=90)
    app.switch_page("pages/versions.py")
    if workspace:
        app.query_params["w"] = workspace
    app.run()
    assert not app.exception
    return app


def address_of(app: AppTest) -> str:
    """Return the workspace in the address bar; Streamlit gives a list for what came in with the address."""
    found = app.query_params["w"]
    return found if isinstance(found, str) else found[0]


def click(app: AppTest, key: str) -> None:
    """Click the button with this key."""
    app.button(key=key).click().run()
    assert not app.exception


def drafted(store: Store, *texts: str) -> str:
    """Store a workspace whose draft read so, one version after the other."""
    workspace = new_id()
    for text in texts:
        store.save_draft(workspace, Writing(text, "Request to meet"), base=0, writer="a")
    return workspace


def texts(store: Store, workspace: str) -> list[str]:
    """Return the texts of all versions, oldest first."""
    return [version.writing.text for version in store.versions.list(workspace)]


def test_without_a_version_the_page_says_how_they_come(stored: Store) -> None:
    """An empty workspace is met with a sentence of help, and nothing can be exported or deleted yet."""
    app = page()
    assert any("Versions appear by themselves" in text.value for text in app.markdown)
    assert [button.key for button in app.button] == []
    assert stored.erasure.purge() == 0


def test_two_versions_are_shown_side_by_side(stored: Store) -> None:
    """The page says what the last change did: counts of findings, marked words, and the numbers of the plot."""
    app = page(drafted(stored, DRAFT, DRAFT.replace("Due to the fact that", "Because")))
    shown = " ".join(text.value for text in app.markdown)
    assert re.search(r"Resolved [1-9]\d* · kept \d+ · new \d+", shown)
    html = " ".join(block.proto.body for block in app.get("html"))
    assert re.search(r"<del[^>]*>Due to the fact that<sup", html)
    assert re.search(r"<ins[^>]*>Because<sup", html)
    table = app.dataframe[0].value
    assert len(table) == 2
    assert {"Diplomacy", "Clarity", "Advocacy"} <= set(table.columns)


def test_scores_are_kept_with_the_versions(stored: Store) -> None:
    """A version is read once; the next visit finds its scores stored with it."""
    workspace = drafted(stored, DRAFT, DRAFT + " More.")
    page(workspace)
    for version in stored.versions.list(workspace):
        assert set(version.summary["criteria"]) >= {"clarity", "advocacy"}


def _made(number: int, text: str, minute: float, name: str = "") -> Version:
    """Return a version that was begun and saved last in this minute."""
    at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC) + timedelta(minutes=minute)
    return Version(number, Writing(text), at, at, name=name)


def test_milestones_are_drafts_that_stood_or_were_revised() -> None:
    """A beginning, and a draft that was only typed on, are steps on the way; a name makes a milestone of anything."""
    half, revised = " ".join(DRAFT.split()[:45]), DRAFT.replace("a mother of two needs housing", "they need a home")
    versions = [
        _made(1, "Dear Intake Team,", 0),
        _made(2, half, 3),
        _made(3, DRAFT, 4),
        _made(4, revised, 5),
        _made(5, f"{revised} More.", 5.5),
        _made(6, f"{revised} More. And more.", 9),
    ]
    assert [version.number for version in milestones(versions)] == [3, 5, 6]
    named = [replace(versions[0], name="first words"), *versions[1:]]
    assert [version.number for version in milestones(named)] == [1, 3, 5, 6]
    assert milestones(versions[:1]) == versions[:1]


def test_the_plot_leaves_out_what_cannot_be_said() -> None:
    """A version too short for a score has no point in the plot, instead of a zero."""
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    first = Version(1, Writing(DRAFT), now, now)
    data = rows([Scored(first, {"clarity": None, "concision": 0.0})], load("advocacy-email"))
    assert [(row["Criterion"], row["Score"]) for row in data.to_dict("records")] == [("Concision", 0)]


def test_restore_and_undo(stored: Store) -> None:
    """Restore makes the draft read as that version, undo as before, and nothing is lost by either."""
    workspace = drafted(stored, DRAFT, "Something else.")
    app = page(workspace)
    click(app, "restore-1")
    found = stored.load(workspace)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == DRAFT
    undo = next(button for button in app.button if button.label == "Undo the last restore")
    undo.click().run()
    assert not app.exception
    assert texts(stored, workspace) == [DRAFT, "Something else.", DRAFT, "Something else."]
    assert not [button for button in app.button if button.label == "Undo the last restore"]


def test_a_version_is_named_and_deleted(stored: Store) -> None:
    """A name typed on the page is shown as it stands; a deleted version leaves the list; the draft cannot go so."""
    workspace = drafted(stored, DRAFT, "Something else.")
    app = page(workspace)
    app.text_input(key="name-1").set_value("*first* <b>draft</b>").run()
    click(app, "rename-1")
    assert stored.versions.list(workspace)[0].name == "*first* <b>draft</b>"
    assert any(r"\*first\* \<b\>draft" in text.value for text in app.markdown)
    assert "delete-2" not in [button.key for button in app.button]
    click(app, "delete-1")
    assert texts(stored, workspace) == ["Something else."]


def test_many_versions_come_in_pages(stored: Store) -> None:
    """Of ten versions eight are listed at once, the newest first."""
    app = page(drafted(stored, *(f"{DRAFT} {n}" for n in range(10))))
    listed_numbers = [int(button.key.split("-")[1]) for button in app.button if str(button.key).startswith("rename-")]
    assert listed_numbers == [10, 9, 8, 7, 6, 5, 4, 3]


def test_every_step_on_the_way_can_be_reached() -> None:
    """Older steps come a page at a time, and each stands on exactly one of them."""

    def screen() -> None:
        from datetime import UTC, datetime  # noqa: PLC0415 - runs as a script of its own

        from hartcity.storage import Origin, Version, Writing  # noqa: PLC0415
        from hartcity.ui.versions.listing import version_list  # noqa: PLC0415

        at = datetime(2026, 11, 30, tzinfo=UTC)
        kept = [Version(n, Writing(f"Step {n}."), at, at, Origin.TYPED) for n in range(1, 72)]
        version_list(kept, kept[-1:])

    app = AppTest.from_function(screen, default_timeout=120).run()
    reached: list[int] = []
    for page_number in (1, 2, 3):
        app.session_state["steps_page"] = page_number
        app.run()
        assert not app.exception
        numbers = [int(button.key.split("-")[1]) for button in app.button if str(button.key).startswith("rename-")]
        reached += [number for number in numbers if number != 71]
    assert reached == list(range(70, 0, -1))


def test_what_another_tab_left_is_listed_but_not_plotted(stored: Store) -> None:
    """A draft that lost a race can be restored, and does not break the line of the plot."""
    workspace = drafted(stored, DRAFT, DRAFT + " More.")
    stored.save_draft(workspace, Writing("from the other tab " * 20), base=0, writer="b")
    app = page(workspace)
    assert "restore-3" in [button.key for button in app.button]
    assert list(app.dataframe[0].value["Version"]) == [1, 2]


def test_everything_is_deleted_only_when_sure(stored: Store) -> None:
    """The button waits for a tick; after it the workspace is gone and the page is empty."""
    workspace = drafted(stored, DRAFT)
    app = page(workspace)
    assert app.button(key="delete_everything").disabled
    app.checkbox(key="delete_everything_sure").check().run()
    click(app, "delete_everything")
    assert stored.load(workspace) is None
    assert "w" not in app.query_params
    assert any("Versions appear by themselves" in text.value for text in app.markdown)


def test_the_draft_goes_and_the_plan_stays(stored: Store) -> None:
    """Deleting the draft leaves the plan where it is."""
    workspace = drafted(stored, DRAFT)
    stored.save_plan(workspace, {"coordination": "kept"}, base=0, writer="a")
    app = page(workspace)
    app.checkbox(key="delete_draft_sure").check().run()
    click(app, "delete_draft")
    found = stored.load(workspace)
    assert found is not None
    assert found.draft is None
    assert found.plan == {"coordination": "kept"}


def test_days_are_set(stored: Store) -> None:
    """The number of days that a student chooses is stored."""
    workspace = drafted(stored, DRAFT)
    app = page(workspace)
    app.selectbox(key="retention_days").select(90).run()
    assert not app.exception
    found = stored.load(workspace)
    assert found is not None
    assert found.retention_days == 90


def test_a_copy_comes_back_as_a_new_workspace(stored: Store) -> None:
    """A downloaded copy opens in a workspace of its own, at an address of its own, with every version."""
    workspace = drafted(stored, DRAFT, "Something else.")
    app = page(workspace)
    copy = stored.archive.export(workspace)
    assert copy is not None
    app.file_uploader(key="import_file").upload("copy.json", copy).run()
    assert not app.exception
    address = address_of(app)
    assert address != workspace
    assert texts(stored, address) == [DRAFT, "Something else."]
    assert any("Your work is back" in box.value for box in app.info)


@pytest.mark.parametrize("content", [b"not json", b"{}", json.dumps({"format": "hartcity-workspace"}).encode()])
def test_a_file_that_is_no_copy_is_refused_plainly(stored: Store, content: bytes) -> None:
    """Another file changes nothing and is answered with a plain sentence."""
    workspace = drafted(stored, DRAFT)
    app = page(workspace)
    app.file_uploader(key="import_file").upload("copy.json", content).run()
    assert not app.exception
    assert app.info[0].value.startswith("The file ")
    assert address_of(app) == workspace
