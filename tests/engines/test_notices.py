"""What the reader is told about engines that did not answer."""

from __future__ import annotations

import pytest

from hartcity.engines.base import Answer, NoAnswer, Silence
from hartcity.engines.notices import notices
from hartcity.model import NoticeKind


ANSWERED = (Answer(()),)


def test_nothing_is_said_when_all_answered():
    """A report that rests on all engines that were asked needs no notice."""
    assert notices({"languagetool": ANSWERED, "harper": ANSWERED}) == ()


@pytest.mark.parametrize("silence", Silence)
def test_each_silence_has_words_of_its_own(silence: Silence):
    """Timed out, too long, overloaded and away are told apart, and Harper alone is named as what was rested on."""
    others = {other for other in Silence if other is not silence}
    (told,) = notices({"languagetool": (NoAnswer(silence),), "harper": ANSWERED})
    assert told.words.startswith("LanguageTool ")
    assert (told.kind, told.engine) == (NoticeKind.ENGINE_SILENT, "languagetool")
    assert told.words.endswith("checked by Harper alone.")
    assert all(told not in notices({"languagetool": (NoAnswer(other),), "harper": ANSWERED}) for other in others)


def test_an_answer_for_a_part_is_told_as_one():
    """When an engine fell silent in the middle, the notice speaks of a part of the text."""
    (told,) = notices({"languagetool": (*ANSWERED, NoAnswer(Silence.AWAY)), "harper": ANSWERED * 2})
    assert "part of the text" in told.words


def test_nobody_is_named_when_nobody_answered():
    """With every engine silent the notices say that nothing was checked."""
    told = notices({"languagetool": (NoAnswer(Silence.AWAY),), "harper": (NoAnswer(Silence.AWAY),)})
    assert len(told) == len([each for each in told if each.words.endswith("not checked this time.")]) == 2
