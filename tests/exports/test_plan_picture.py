"""The picture of a plan as a file."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from hartcity.exports import picture_file
from hartcity.exports.picture_file import PictureError, draw_plan
from hartcity.plan.example import COMPLETE


def test_the_picture_is_a_drawing_with_the_plans_words():
    """SVG is well formed and holds the words of the plan."""
    root = ET.fromstring(draw_plan(COMPLETE, "svg"))  # noqa: S314 - what our own program drew
    words = " ".join(root.itertext())
    assert root.tag.endswith("svg")
    assert "Mr. T" in words
    assert "weekday lunches" in words


def test_the_picture_can_be_pasted_into_a_paper():
    """PNG is a picture of a size that prints."""
    drawn = draw_plan(COMPLETE, "png")
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(drawn[16:20]) > 1000


def test_the_same_plan_gives_the_same_bytes():
    """Two drawings of one plan are equal."""
    assert draw_plan(COMPLETE, "svg") == draw_plan(COMPLETE, "svg")


@pytest.mark.parametrize("words", ['"] evil [label="', "<b>bold</b> & co", "\\N \\G \\", "né 日本 🙂", "-" * 400])
def test_odd_words_are_drawn_too(words):
    """Quotes, markup, backslashes and other scripts in a field do not stop the drawing."""
    plan = replace(COMPLETE, service_user=replace(COMPLETE.service_user, alias=words))
    assert b"<svg" in draw_plan(plan, "svg")


def test_a_missing_program_is_said(monkeypatch):
    """Where the drawing program is absent, that is said in one sentence."""
    monkeypatch.setattr(picture_file, "_PROGRAM", "no-such-program")
    with pytest.raises(PictureError, match="not installed"):
        draw_plan(COMPLETE, "svg")
