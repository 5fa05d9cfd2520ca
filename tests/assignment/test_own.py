"""A teacher's own assignment: rules that carry their proof, versions, and TOML in and out."""

import re

import pytest
import tomli_w

from hartcity import analysis
from hartcity.analysis import check_draft
from hartcity.assignment import AssignmentError, load, parse, source
from hartcity.assignment.unfit import MOST_OF_CLEAN, spoken_share
from hartcity.classes.own_assignments import OwnAssignment, as_toml, as_values, given, new_assignment
from hartcity.model import Draft
from hartcity.rules import all_rules


RULE = {
    "name": "own_office_talk",
    "family": "informal",
    "kind": "existence",
    "phrases": ["reach out", "touch base"],
    "message": "\u201c{text}\u201d is office talk.",
    "question": "Which plain verb says it?",
    "why": "Plain verbs read faster.",
    "source": "our course's style sheet",
    "flagged": ["We will reach out soon.", "Let us touch base on Monday."],
    "clean": ["We will write to you soon.", "Let us talk on Monday."],
}


def with_rules(*rules):
    """Return the email assignment's TOML with rules of one's own."""
    return f"{source('advocacy-email')}\n{tomli_w.dumps({'rules': list(rules)})}"


def test_a_rule_of_ones_own_speaks_beside_ours():
    """A rule in the assignment's TOML gives findings like ours, and costs what its family costs."""
    asked = parse("own", with_rules(RULE))
    draft = Draft("Dear Team,\n\nI will reach out to you about a bed for a father of two. Could we meet on Monday?")
    plain, own = (check_draft(draft, assignment=one, engines=()) for one in ("advocacy-email", asked))
    (finding,) = [one for one in own.findings if one.check == "informal.own_office_talk"]
    assert finding.text == "reach out"
    assert finding.question == RULE["question"]
    assert {one.check for one in plain.findings} == {one.check for one in own.findings} - {finding.check}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"clean": ["One."]}, "At least 2 flagged and 2 clean"),
        ({"flagged": ["Nothing here.", "We reach out."]}, "does not speak on its flagged example"),
        ({"clean": ["We reach out.", "b"]}, "speaks on its clean example"),
        ({"phrases": ["the"], "flagged": ["the a", "the b"], "clean": ["a", "b"]}, "of clean sentences"),
        ({"kind": "pattern", "phrases": None, "pattern": r"(\w+\s?)+$", "flagged": ["a b", "c"]}, "very long"),
        ({"kind": "pattern", "phrases": None, "pattern": "("}, "own_office_talk"),
        ({"kind": "oracle"}, "no kind 'oracle'"),
        ({"name": "wordy"}, "begins with own_"),
        ({"message": "{text.__class__}"}, "no other brace"),
        ({"question": "Say it plainly."}, "question mark"),
        ({"why": "x" * 301}, "at most 300"),
        ({"color": "red"}, "color"),
    ],
)
def test_a_rule_that_is_unfit_is_refused_with_the_reason(change, said):
    """What can blow up, cannot speak, speaks too often, or lacks its proof is refused, and told why."""
    rule = {key: value for key, value in {**RULE, **change}.items() if value is not None}
    with pytest.raises(AssignmentError, match=re.escape(said)):
        parse("own", with_rules(rule))


def test_our_own_rules_keep_the_share_that_a_teachers_must():
    """The bar is one that the project's own rules pass, nearly all of them."""
    sample = all_rules()[::12]
    over = [rule.id for rule in sample if spoken_share(rule) > MOST_OF_CLEAN]
    assert len(over) <= len(sample) / 10, over


def test_a_question_may_be_asked_in_the_teachers_words():
    """The wording of a check's question is the assignment's; one that is no question is refused."""
    asked = load("referral-letter")
    text = "Dear Team, I write on behalf of a man who needs food for his children. " * 2
    report = check_draft(Draft(text), assignment=asked, engines=("reader",))
    result = next(one for one in report.checks if one.check == "own_contribution")
    assert result.question == asked.questions["own_contribution"]
    with pytest.raises(AssignmentError, match="question mark"):
        parse("own", source("advocacy-email") + '\n[questions]\ngratitude = "Say thanks."\n')


def test_the_second_pack_scores_the_same_draft_otherwise():
    """A referral letter has criteria of its own, and every score is the sum of its receipt."""
    draft = analysis.draft_from_json({"id": "a", "text": "Dear Team, " + "we refer a man who needs food. " * 12})
    report = check_draft(draft, assignment="referral-letter", engines=("reader",))
    names = [result.criterion for result in report.criteria]
    assert names == ["referral", "confidentiality", "handover", "letter"]
    for result in report.criteria:
        assert result.score == pytest.approx(sum(line.points for line in result.receipt))


@pytest.mark.parametrize("name", ["advocacy-email", "referral-letter", "general"])
def test_values_come_back_from_toml_as_they_were(name):
    """An assignment that goes through the screen's values says the same as its file."""
    again = parse(name, as_toml(as_values(source(name))))
    assert again == load(name)


def test_each_saving_is_a_version_and_a_wrong_one_changes_nothing(tmp_path, monkeypatch):
    """Versions follow each other, the same text is no new one, and what cannot be read is not kept."""
    monkeypatch.setenv("HARTCITY_DATA", str(tmp_path))
    made = new_assignment(source("general"))
    made.save(source("general"))
    assert len(made.versions) == 1
    made.save(source("referral-letter"))
    with pytest.raises(AssignmentError):
        made.save("title = ")
    again = OwnAssignment(made.code)
    assert [again.toml(version) for version in again.versions] == [source("general"), source("referral-letter")]
    assert load(str(again.newest)).title == "Referral letter"
    with pytest.raises(ValueError, match="no code"):
        OwnAssignment("../../x")


def test_students_are_given_the_newest_version_and_no_way_to_change_it(tmp_path, monkeypatch):
    """The code for students opens what the teacher saved last, under a new name each time; it is no teacher's code."""
    monkeypatch.setenv("HARTCITY_DATA", str(tmp_path))
    made = new_assignment(source("general"))
    code = made.students_code
    assert code == OwnAssignment(made.code).students_code
    first = given(code)
    assert first.criteria == load("general").criteria
    made.save(source("referral-letter"))
    assert given(code).title == "Referral letter"
    assert given(code).name != first.name
    with pytest.raises(ValueError, match="no code"):
        OwnAssignment(code)
    for wrong in ("", "aaaaaaaaaa", made.code, "../../../x", code.upper()):
        with pytest.raises(AssignmentError):
            given(wrong)
