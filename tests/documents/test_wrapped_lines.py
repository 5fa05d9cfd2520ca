"""Line ends in Markdown: those that only keep lines short go, those of addresses, lists and signatures stay."""

import textwrap

import pytest

from hartcity.documents.wrapped import runs_on
from tests.documents.here import read_here
from tests.documents.test_kinds import FIRST, FIRST_LONG, SECOND, SECOND_LONG


SIGNATURE = "Sincerely,\nDara Whitlow\nIntern at the family center of Maple Bridge and its partners\n555-013-0142"
LETTER = f"Dear Intake Team,\n\n{FIRST_LONG}\n\n{SECOND_LONG}\n\n{SIGNATURE}"
RAGGED = FIRST_LONG.replace(" Center,", "\nCenter,").replace("consent, for", "consent,\nfor").replace(" near", "\nnear")


def wrapped(width, first="", rest=""):
    """Return the letter with its paragraphs wrapped by hand, their first lines and the others set in."""
    parts = LETTER.split("\n\n")
    shown = [textwrap.fill(part, width, initial_indent=first, subsequent_indent=rest) for part in parts[:3]]
    return "\n\n".join([*shown, parts[3]])


@pytest.mark.parametrize("width", [25, 40, 66, 72, 80, 100])
@pytest.mark.parametrize(
    ("first", "rest"), [("", ""), ("     ", ""), ("\t", ""), ("    ", "    "), ("&emsp;", ""), ("\u3000", "")]
)
def test_a_paragraph_that_was_wrapped_by_hand_is_one(width, first, rest):
    """Whatever the width, and however the first line or all of them are set in, the words stand in one paragraph."""
    assert read_here(wrapped(width, first, rest), "x.md").text == LETTER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RAGGED, FIRST_LONG),
        ("I am an intern.\nI write for a woman who lives alone and needs a ride.\nShe agreed.",
         "I am an intern. I write for a woman who lives alone and needs a ride. She agreed."),
        (f"Dear Intake Team,\n{textwrap.fill(FIRST, 70)}\nThank you for your time.\nSincerely,\nDara",
         f"Dear Intake Team,\n{FIRST} Thank you for your time.\nSincerely,\nDara"),
        ("I can be reached until five, and I can meet you on\nTuesday at 2,\nWednesday at 4, or\nFriday at 9.",
         "I can be reached until five, and I can meet you on Tuesday at 2, Wednesday at 4, or Friday at 9."),
        ("- her lease, which was signed in May and\n  renewed last week\n- photo ID",
         "- her lease, which was signed in May and renewed last week\n- photo ID"),
        (f"# A letter\n{textwrap.fill(FIRST, 70)}", f"A letter\n\n{FIRST}"),
    ],
    ids=["ragged", "a sentence a line", "greeting and closing", "lower and upper", "item", "heading"],
)  # fmt: skip
def test_what_runs_on_is_joined(text, expected):
    """Lines of any length run on where a sentence does; a greeting, a closing and a name keep theirs."""
    assert read_here(text, "x.md").text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ferncliff House\n12 Mill Road, Suite 4\nHarbor Valley, OH 44000",
        "Ms. Ada Okafor\nDirector of Intake and Referrals at the Northgate Housing Coalition\n4 Elm Street",
        "To: Ms. Okafor\nFrom: Dara Whitlow\nSubject: A request to meet about a home for a family of three",
        "Could we meet at one of these times?\nMonday at 10\nTuesday at 2",
        f"{SECOND}\n\u2014 Dara Whitlow\n555-013-0142",
        f"{SECOND}\nSincerely,\nDara Whitlow\nIntern at the family center of Maple Bridge\nd@maple.example",
        f"Dear Intake Team,\n{FIRST} She agreed.\n{SECOND}\nSincerely,\nDara",
    ],
    ids=["address", "long title", "memo", "times", "dash", "signature", "a paragraph a line"],
)
def test_line_ends_that_were_meant_stay(text):
    """Addresses, heads of memos, lists without marks and signatures keep their lines without any markup."""
    assert read_here(text, "x.md").text == text


@pytest.mark.parametrize("end", ["  \n", "\\\n", "<br>", "<br>\n", "<br/>\n"])
def test_a_break_that_is_marked_stays_one_break(end):
    """Two spaces, a backslash or a tag end a line, and no line end beside them does it again."""
    assert read_here(end.join(["I write for a man who", "agreed, and", "Dara"]), "x.md").text == (
        "I write for a man who\nagreed, and\nDara"
    )


@pytest.mark.parametrize("blanks", ["&emsp;&emsp;", "&nbsp;" * 4, "&ensp;", "&#9;", "\u3000\u3000", "\u00a0 "])
def test_blanks_before_a_paragraph_are_none_of_it(blanks):
    """However wide the blanks are by which a first line is set in, they are white space."""
    assert read_here(f"Dear Intake Team,\n\n{blanks}{FIRST}\n\n{blanks}{SECOND}", "x.md").text == (
        f"Dear Intake Team,\n\n{FIRST}\n\n{SECOND}"
    )


def test_lists_that_follow_each_other_are_one():
    """Items that are set in too little for a list within another stand below each other, without a gap."""
    text = "1. a bed\n  - Monday\n2. a ride\n\n* photo ID\n    1. the front\n    2. the back\n* a lease"
    assert read_here(text, "x.md").text == (
        "1. a bed\n- Monday\n2. a ride\n- photo ID\n  1. the front\n  2. the back\n- a lease"
    )


def test_a_sign_for_more_is_no_quotation():
    """A quotation in Markdown is marked as one; a sign that was written with a backslash is the writer's own."""
    found = read_here(f"{FIRST}\n\n\\> 50 hours of work.\n\n> Who are you?\n\n{SECOND}", "x.md")
    assert found.text == f"{FIRST}\n\n> 50 hours of work.\n\n{SECOND}"
    assert found.quoted == "> Who are you?"


def test_one_line_and_none_are_no_lines_that_run_on():
    """A paragraph of one line has no line end to judge."""
    assert (runs_on(["words"]), runs_on([""])) == ([], [])
