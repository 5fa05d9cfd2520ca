"""Passages: the pieces of a text that are checked and remembered one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartcity.engines.passages import LONGEST_PASSAGE, LONGEST_SENTENCE, passages


def test_blank_lines_part_passages_and_single_line_breaks_do_not():
    """A hard-wrapped paragraph is one passage; a blank line, with or without spaces in it, begins another."""
    text = "Dear Ms. Rivera,\n \nI am writing to ask\nfor your help.\r\n\r\nKind regards,\nSam\n"
    assert [piece.text for piece in passages(text)] == [
        "Dear Ms. Rivera,",
        "I am writing to ask\nfor your help.",
        "Kind regards,\nSam",
    ]


@given(st.text(alphabet=st.sampled_from("ab. !\n\r\t\u2028\u00a0\U0001f600\u202e\x00"), max_size=300))
def test_passages_are_slices_and_leave_out_only_white_space(text: str):
    """Each passage stands in the text at its place, they follow each other, and no visible character is lost."""
    end = 0
    for piece in passages(text):
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        assert not text[end : piece.start].strip()
        end = piece.start + len(piece.text)
    assert not text[end:].strip()


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence():
    """No passage of ordinary sentences is longer than the limit, and each ends with a full stop."""
    pieces = passages("We serve the families of this town and their neighbors. " * 200)
    assert len(pieces) > 5
    assert all(len(piece.text) <= LONGEST_PASSAGE and piece.text.endswith(".") for piece in pieces)


@pytest.mark.parametrize("text", ["x" * 1_000_000, " " * 1_000_000, "\n" * 1_000_000, "a " * 500_000, ". " * 300_000])
def test_a_huge_odd_text_is_cut_into_short_passages(text: str):
    """A megabyte of one letter, of spaces, of line breaks or of one sentence gives passages that can be sent."""
    assert all(len(piece.text) <= LONGEST_SENTENCE for piece in passages(text))


def test_an_edit_in_one_paragraph_leaves_the_others_as_they_were():
    """Only the passage that holds the edit is a new one."""
    text = "\n\n".join(f"Paragraph {number} says something. " * 60 for number in range(5))
    edited = text.replace("Paragraph 2 says", "Paragraph 2 tells", 1)
    before, after = ({piece.text for piece in passages(each)} for each in (text, edited))
    assert len(after - before) == 1
