"""What the editor is told about a draft."""

from dataclasses import replace

import pytest

from hartcity import assignment
from hartcity.analysis import check_draft
from hartcity.engines import EngineState, EngineStatus, GrammarStatus
from hartcity.model import Draft, Family, Finding, LookAlikes, Notice, NoticeKind, Severity, Span
from hartcity.ui import labels
from hartcity.ui.editor import PackedReport
from hartcity.ui.editor.phrasebook import Phrasebook
from hartcity.ui.workspace import set_aside


DRAFT = Draft(
    "Dear Intake Team,\n\nI am an intern at Fairview Center and I write for a father of one who needs a place to stay. "
    "Could we talk by phone on Monday or Thursday?\n\nThank you for your time.\n\nSincerely,\nSam Otis"
)
READY = GrammarStatus((EngineStatus("harper", EngineState.READY, "2"),))


@pytest.fixture
def told():
    """Return a function from a draft to what is packed of it, with its phrases spelled out."""

    def pack(draft, status=READY, **changed):
        report = replace(check_draft(draft, engines=("reader",)), **changed)
        book = Phrasebook()
        return PackedReport(draft, report, status, {}).packed(book), lambda number: book.phrases[number]

    return pack


def test_checks_keep_their_order_while_the_draft_grows(told):
    """The list fills up in place: the same checks in the same order, whatever is met already."""
    short, say_short = told(Draft(DRAFT.text[:120]))
    whole, say_whole = told(DRAFT)
    order = [say_short(check[0]) for check in short["checks"]]
    assert order == [say_whole(check[0]) for check in whole["checks"]]
    assert len(order) == len(set(order))


def test_the_essentials_are_those_of_the_assignment(told):
    """Which checks the calm view shows is the assignment's data, and they come first."""
    (stage,) = (stage for stage in assignment.load("advocacy-email").stages if stage.name == "essentials")
    packed, say = told(DRAFT)
    essentials = [say(check[0]) for check in packed["checks"] if check[5]]
    assert essentials == [labels.title(check) for check in stage.checks]
    assert [say(check[0]) for check in packed["checks"]][: len(essentials)] == essentials


@pytest.mark.parametrize(("text", "early"), [("Dear", True), ("Dear team,", True), (DRAFT.text, False)])
def test_a_beginning_is_told_from_a_text_that_gets_no_score(told, text, early):
    """Too few words yet is the way every draft begins, and no reason for a warning."""
    packed, _ = told(Draft(text))
    assert packed["early"] is early


def test_what_an_engine_could_not_do_stands_with_the_engines(told):
    """A notice about an engine is no news about the draft; one about the draft stays above the report."""
    silent = Notice("It took too long over this text.", NoticeKind.ENGINE_SILENT, "languagetool")
    cut = Notice("LanguageTool or not, only the first 10 characters were read.", NoticeKind.CUT)
    both = GrammarStatus((EngineStatus("languagetool", EngineState.READY, "6.8"), *READY.engines))
    packed, say = told(DRAFT, both, notices=(silent, cut), engines={"languagetool": None, "harper": "2"})
    assert [say(notice) for notice in packed["notices"]] == [cut.words]
    assert [say(engine[3]) for engine in packed["engines"]] == [silent.words, "Harper 2"]


def test_an_engine_on_its_way_is_no_engine_that_failed(told):
    """While LanguageTool starts the screen says so, with its progress, and not that it is away."""
    away = Notice("LanguageTool is not available at the moment.", NoticeKind.ENGINE_SILENT, "languagetool")
    coming = EngineStatus("languagetool", EngineState.INSTALLING, progress=0.4, message="LanguageTool is on its way.")
    engines = GrammarStatus((coming, *READY.engines))
    packed, say = told(DRAFT, engines, notices=(away,), engines={"languagetool": None, "harper": "2"})
    (name, _, progress, saying) = packed["engines"][0]
    assert (say(name), progress, say(saying)) == ("LanguageTool", 0.4, "LanguageTool is on its way.")


def test_an_engine_is_named_once(told):
    """A finding of an engine names it where engines are named, and not again as its source."""
    rule = Finding("wordy.x", Family.WORDY, Span(0, 4), "Dear", "Long.", Severity.ADVICE, source="Plain language")
    names = {"engines": ("languagetool",), "source": "LanguageTool"}
    packed, say = told(DRAFT, findings=(rule, replace(rule, check="languagetool.A", **names)))
    own, engines = packed["findings"]
    assert (say(own[9]), own[10]) == ("Plain language", None)
    assert (engines[9], say(engines[10])) == (None, "LanguageTool")


def test_two_sentences_that_teach_are_called_what_they_are(told):
    """One is said to be at fault in the same way and one to be fine; each ends once, inside its quotation marks."""
    like = LookAlikes("Be at your desk when I call.", "I answer at the counter, extension 4")
    finding = Finding("demand.x", Family.DEMAND, Span(0, 4), "Dear", "It presses.", Severity.ADVICE, like=like)
    packed, say = told(DRAFT, findings=(replace(finding, why="A choice makes a yes easier."),))
    assert say(packed["findings"][0][7]) == (
        "A choice makes a yes easier. A sentence at fault in the same way: \u201cBe at your desk when I call.\u201d "
        "One that is fine: \u201cI answer at the counter, extension 4.\u201d"
    )


@pytest.mark.parametrize("is_set_aside", [False, True])
def test_the_recap_quotes_no_harmful_words_that_were_set_aside(is_set_aside):
    """A finding that the student ignores is not shown, and its sentence is no strength for that."""
    report = check_draft(DRAFT, engines=("reader",))
    said = "Could we talk by phone on Monday or Thursday?"
    start = DRAFT.text.index(said)
    found = Finding("pity.x", Family.PITY, Span(start, start + 5), "Could", "Pity.", Severity.WARNING)
    assert set_aside.hidden(replace(report, findings=(found,)), DRAFT.text, {set_aside.RULES: ["pity.x"]}) == (found,)
    hidden = (found,) if is_set_aside else ()
    packed = PackedReport(DRAFT, report, READY, {}, set_aside=hidden).packed(Phrasebook())
    assert (said in [DRAFT.text[start:end] for _, start, end in packed["strengths"]]) is not is_set_aside
