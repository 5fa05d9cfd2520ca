"""What two engines say becomes one list."""

from __future__ import annotations

import re

import pytest

from hartcity.engines.base import Answer, NoAnswer, Reply, Silence
from hartcity.engines.merge import merge
from hartcity.engines.passages import passages
from hartcity.engines.tiers import load_tiers
from hartcity.model import Family, Finding, Severity, Span


def _said(check: str, text: str, words: str, *suggestions: str, message: str = "Odd.") -> Finding:
    start = text.index(words)
    span = Span(start, start + len(words))
    engine = check.partition(".")[0]
    return Finding(
        check, Family.GRAMMAR, span, words, message, Severity.ADVICE, suggestions=suggestions, engines=(engine,)
    )


def _merged(text: str, languagetool: list[Finding] | Silence, harper: list[Finding] | Silence) -> tuple[Finding, ...]:
    def reply(said: list[Finding] | Silence) -> list[Reply]:
        return [NoAnswer(said) if isinstance(said, Silence) else Answer(tuple(said))]

    replies = {"languagetool": reply(languagetool), "harper": reply(harper)}
    return merge(text, passages(text), replies, tiers=load_tiers())


def test_words_that_both_mark_are_one_error_with_both_names():
    """Two findings for the same words become one, an error, that bears both names and the first engine's rule."""
    text = "They is here."
    found = _merged(text, [_said("languagetool.A", text, "is", "are")], [_said("harper.B", text, "is", "are")])
    assert [(each.check, each.severity, each.engines) for each in found] == [
        ("languagetool.A", Severity.ERROR, ("languagetool", "harper")),
    ]


def test_one_engine_alone_gives_advice():
    """A finding of one engine whose rule is not named in the data is advice."""
    text = "They is here."
    (found,) = _merged(text, [], [_said("harper.B", text, "is", "are")])
    assert (found.severity, found.engines) == (Severity.ADVICE, ("harper",))


def test_a_rule_that_is_seldom_wrong_gives_an_error_alone():
    """The tier "error" needs no second engine."""
    text = "the the end"
    (found,) = _merged(text, [_said("languagetool.ENGLISH_WORD_REPEAT_RULE", text, "the the", "the")], Silence.AWAY)
    assert found.severity is Severity.ERROR


def test_a_yielding_rule_is_silent_where_the_other_engine_disagrees():
    """Harper's unknown word is dropped when LanguageTool knows it, and heard when LanguageTool was away."""
    text = "our mutualaid work"
    alone = [_said("harper.SpellCheck", text, "mutualaid", "mutual")]
    assert _merged(text, [], alone) == ()
    assert len(_merged(text, Silence.AWAY, alone)) == 1


def test_a_rule_that_needs_agreement_is_silent_alone():
    """The tier "agreed" is heard with the other engine only."""
    text = "some child care"
    said = [_said("harper.CompoundNouns", text, "child care", "childcare")]
    assert _merged(text, [], said) == _merged(text, Silence.AWAY, said) == ()
    assert len(_merged(text, [_said("languagetool.A", text, "child care", "childcare")], said)) == 1


def test_suggestions_that_both_make_come_first():
    """Agreed replacements lead, then the first engine's, then the other's; nothing twice, nor the words themselves."""
    text = "a lettter here"
    (found,) = _merged(
        text,
        [_said("languagetool.A", text, "lettter", "latter", "letter")],
        [_said("harper.B", text, "lettter", "litter", "letter", "lettter")],
    )
    assert found.suggestions == ("letter", "latter", "litter")


def test_suggestions_for_other_ends_are_fitted_to_the_finding():
    """Where one engine marks more words than the other, its replacement is brought to the words of the finding."""
    text = "I has gone"
    (found,) = _merged(
        text,
        [_said("languagetool.A", text, "has", "had")],
        [_said("harper.B", text, "I has", "I have", "We have")],
    )
    assert found.suggestions == ("had", "have")


@pytest.mark.parametrize(("typed", "meant"), [("alot", "a lot"), ("dont", "don't"), ("thier", "their")])
def test_where_it_is_clear_what_was_meant_one_fix_is_shown(typed: str, meant: str):
    """A slip that everybody makes has one replacement, and not all that a dictionary offers."""
    (found,) = _merged(typed, [_said("languagetool.MORFOLOGIK_RULE_EN_US", typed, typed, "plot", "slot")], [])
    assert found.suggestions == (meant,)


@pytest.mark.parametrize("rule", ["THERE_THEIR", "MISSING_APOSTROPHE", "EN_CONTRACTION_SPELLING"])
def test_confused_words_and_missing_apostrophes_are_errors(rule: str):
    """A slip that is no matter of taste is an error though one engine alone marks it."""
    (found,) = _merged("there house", [_said(f"languagetool.{rule}", "there house", "there", "their")], [])
    assert found.severity is Severity.ERROR


def test_a_suggestion_is_never_a_sentence():
    """A replacement of six words or more is left out: the draft is the student's."""
    text = "it are"
    (found,) = _merged(text, [_said("languagetool.A", text, "are", "is one two three four five", "is")], [])
    assert found.suggestions == ("is",)


def test_messages_are_plain():
    """Code marks become quotation marks, exclamation marks go, and a full stop stands at the end."""
    text = "so whose there"
    (found,) = _merged(text, [_said("languagetool.A", text, "whose", message="Use `who's` here!")], [])
    assert found.message == "Use \u201cwho's\u201d here."


def test_findings_of_later_passages_stand_where_they_belong():
    """Offsets count in the whole text, in its order, also after line breaks of two characters and emoji."""
    text = "It is \U0001f600 fine.\r\n\r\nThey is here."
    pieces = passages(text)
    second = pieces[1].text
    replies = {"harper": [Answer(()), Answer((_said("harper.B", second, "is", "are"),))]}
    (found,) = merge(text, pieces, replies, tiers=load_tiers())
    assert text[found.span.start : found.span.end] == "is"
    assert found.span.start > text.index("They")


@pytest.mark.parametrize("check", ["languagetool.UPPERCASE_SENTENCE_START", "harper.SentenceCapitalization"])
def test_items_of_a_list_may_begin_small(check: str):
    """Rules about capitals do not hold for bullets, and do elsewhere."""
    text = "We ask for:\n- beds for two"
    assert _merged(text, [_said(check, text, "beds")], Silence.AWAY) == ()
    text = "beds for two"
    assert len(_merged(text, [_said(check, text, "beds")], Silence.AWAY)) == 1


def test_every_finding_names_its_source_and_asks():
    """A finding says which engine it rests on, without a rule's id, why it is shown, and leaves the decision open."""
    text = "They is here."
    (found,) = _merged(text, [_said("languagetool.A", text, "is", "are")], [])
    assert found.source == "LanguageTool"
    assert found.question.endswith("?")
    assert re.search("[.]$", found.why)


@pytest.mark.parametrize(
    ("text", "words", "is_closing"),
    [
        ("Could we meet?\n\nThanks\nJordan", "Thanks", True),
        ("Could we meet?\n\nThank you\nJordan Reyes\nCase manager", "Thank you", True),
        ("Could we meet?\n\nThanks Jordan", "Thanks", True),
        ("Thanks Jordan for your help. Could we meet?", "Thanks", False),
        ("Hi Maria\n\nCould we meet?", "Hi", False),
    ],
)
def test_a_comma_after_a_closing_has_a_true_reason(text: str, words: str, is_closing: bool):
    """Nobody is addressed where a closing stands before the writer's own name; elsewhere the engine's reason holds."""
    rule, message = "languagetool.MISSING_COMMA_WITH_NNP", "When a person is directly addressed."
    pieces = passages(text)
    said = [(_said(rule, piece.text, words, message=message),) if words in piece.text else () for piece in pieces]
    (found,) = merge(text, pieces, {"languagetool": [Answer(each) for each in said]}, tiers=load_tiers())
    assert ("directly addressed" not in found.message) is is_closing
    assert ("sets a closing apart" in found.message) is is_closing
