"""The parts of an email survive real formatting."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.text import Document, Part
from hartcity.text.characters import plain


FIRST = (
    "I am a case aide at Birch Hill Family Services, and I am writing to ask for a bed for a veteran. He works nights"
    " at a bakery and has not missed a shift since the middle of May."
)
SECOND = (
    "Could we meet at your office on Monday at 10 or Tuesday at 2? I will bring his papers and the form that he has"
    " signed for us, and I thank you for reading this."
)
SIGNATURE = "Ana Ruiz\nCase Aide, Birch Hill Family Services\n555-010-0101"
LETTER = f"Dear Ms. Okoro,\n\n{FIRST}\n\n{SECOND}\n\nWith kind regards,\n{SIGNATURE}\n"
LETTERHEAD = (
    "Birch Hill Family Services\n9 Hill Road, Suite 2\n\nNovember 30, 2026\n\nNight Shelter\nAttention: Intake\n\n"
)
REPLY = "\nOn Mon, Nov 23, 2026 at 9:01 AM Intake <in@x.example.org> wrote:\n> Who are you?\n> We do not know you.\n"


def parts(text: str) -> dict[Part, list[str]]:
    """Return the parts of a draft with their words."""
    document = Document.of_text(text)
    found: dict[Part, list[str]] = {}
    for block in document.blocks:
        found.setdefault(block.part, []).append(block.span.of(document.plain))
    return found


def body(text: str) -> list[str]:
    """Return the body paragraphs with their white space made even."""
    return [" ".join(paragraph.split()) for paragraph in parts(text)[Part.BODY]]


def hard_wrapped(text: str) -> str:
    """Cut the long lines of a text at 60 characters."""
    return "\n".join(textwrap.fill(line, 60) if len(line) > 60 else line for line in text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        LETTER.replace("\n\n", "\n"),
        LETTER.replace("\n", "\r\n"),
        LETTER.replace(" ", "\u00a0"),
        LETTER.replace(FIRST, "    " + FIRST).replace(SECOND, "    " + SECOND),
        "".join("\t" + line for line in LETTER.splitlines(keepends=True)),
        hard_wrapped(LETTER),
        LETTER.replace("\n\n", "\n\n\n\n"),
        LETTER.replace("Okoro,\n\n", "Okoro, "),
        LETTER.replace("regards,\n", "regards, "),
        "Part 2: Advocacy email\n\n" + LETTER + "\nWord count: 58",
        "Subject: A bed for a veteran\n\n" + LETTER,
        LETTER.replace("Okoro,\n", "Okoro,\n\nRe: A bed for a veteran\n"),
        LETTERHEAD + LETTER,
        LETTER + REPLY,
        LETTER + "\nP.S. The form is two pages long.\n",
    ],
    ids=[
        "plain", "single-newlines", "crlf", "no-break-spaces", "indented", "tabs", "hard-wrapped", "wide-gaps",
        "greeting-and-body", "closing-and-name", "worksheet", "subject-line", "re-line", "letterhead", "quoted-reply",
        "postscript",
    ],
)  # fmt: skip
def test_formatting_changes_no_part(text: str):
    """The same email keeps its greeting, two paragraphs, closing and signature in every form it may be pasted in."""
    document = Document.of_text(text)
    assert body(text) == [FIRST, SECOND]
    assert [" ".join(words.split()) for words in parts(text)[Part.SALUTATION]] == ["Dear Ms. Okoro,"]
    assert [" ".join(words.split()) for words in parts(text)[Part.CLOSING]] == ["With kind regards,"]
    assert document.signature_name is not None
    assert " ".join(document.signature_name.of(document.plain).split()) == "Ana Ruiz"
    assert document.writer_contact is not None
    assert document.writer_contact.of(text) == "555-010-0101"


def test_one_blob_keeps_its_ends():
    """A draft on a single line still has a greeting, a closing and a signature."""
    found = parts(" ".join(LETTER.replace("With kind regards,", "Sincerely,").split()))
    assert found[Part.SALUTATION] == ["Dear Ms. Okoro,"]
    assert found[Part.CLOSING] == ["Sincerely,"]
    assert len(found[Part.BODY]) == 1


def test_a_quoted_reply_is_nobodys_words():
    """What was quoted is neither body nor signature."""
    quoted = "-----Original Message-----\nFrom: Intake\nCould we meet on Friday at 10?\n"
    document = Document.of_text(LETTER + "\n" + quoted)
    assert all("Friday" not in sentence.plain for sentence in document.body)


def test_a_signature_needs_no_closing():
    """A name and a number below the last paragraph are a signature."""
    found = parts(f"Dear Team,\n\n{FIRST}\n\n{SECOND}\n\nAna Ruiz, Birch Hill, 555-010-0101")
    assert found[Part.SIGNATURE] == ["Ana Ruiz, Birch Hill, 555-010-0101"]
    assert Part.CLOSING not in found


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_what_is_said_below_a_signature_is_no_signature(gap: str):
    """Running text behind the writer's number is read as a postscript, and the closing stays a closing."""
    found = parts(LETTER.rstrip() + gap + "The last thing I want to say is that your staff were rude to us.")
    assert found[Part.POSTSCRIPT] == ["The last thing I want to say is that your staff were rude to us."]
    assert found[Part.CLOSING] == ["With kind regards,"]
    assert found[Part.SIGNATURE] == [SIGNATURE]


def test_a_notice_below_a_signature_belongs_to_it():
    """What a mail program puts under every message is not the student's prose."""
    notice = "This message is confidential. If you are not the intended recipient, please delete it and tell us."
    found = parts(f"{LETTER.rstrip()}\n{notice}")
    assert Part.POSTSCRIPT not in found
    assert found[Part.SIGNATURE] == [f"{SIGNATURE}\n{notice}"]


def test_bullets_are_list_items():
    """Each bullet is a part of its own."""
    found = parts(f"Dear Team,\n\n{FIRST}\n\nWhat we ask for:\n- a bed\n- a locker\n* a meal\n\nBest,\nAna")
    assert found[Part.LIST_ITEM] == ["- a bed", "- a locker", "* a meal"]


@pytest.mark.parametrize(
    "greeting",
    [
        "Attention: Scheduling Desk",
        "To the night crew:",
        "Hi all!",
        "Millbrook Legal Clinic,",
        "Good evening, front desk,",
    ],
)
def test_greetings_of_many_kinds(greeting: str):
    """A line that greets is a salutation, with or without a greeting word."""
    assert parts(f"{greeting}\n\n{FIRST}\n\n{SECOND}")[Part.SALUTATION] == [greeting]


@pytest.mark.parametrize(
    "opening",
    ["hey can u help my guy with a bed", "Dear me, what a week it was for all of us here.", "Hello is what he said."],
)
def test_a_sentence_is_no_greeting(opening: str):
    """Words of greeting inside a sentence make no salutation."""
    assert Part.SALUTATION not in parts(f"{opening}\n\n{SECOND}") or len(
        parts(f"{opening}\n\n{SECOND}")[Part.SALUTATION][0]
    ) < len(opening)


_PIECES = st.sampled_from(
    [
        *(
            "Dear ",
            "Ms. Okoro",
            ",",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "\t",
            "Sincerely,",
            "Re: bed",
            "- ",
            "> ",
            "A",
            "1",
            ".",
        ),
        *("I need a bed.", "Could we meet?", "555-010-0101", "P.S. ", "\U0001f600", "\u200b", "\x00", "Thanks!", "!!!"),
        *("Part 2:", "On Monday wrote:", "[name]"),
    ]
)
_DRAFTS = st.one_of(st.lists(_PIECES, max_size=40).map("".join), st.text(max_size=200))


@settings(max_examples=150, deadline=None)
@given(_DRAFTS)
def test_blocks_are_in_order_apart_and_inside(text: str):
    """Whatever was pasted, blocks follow each other, share nothing, and stand in the text."""
    blocks = Document.of_text(text).blocks
    assert all(0 <= block.span.start < block.span.end <= len(text) for block in blocks)
    assert all(one.span.end <= other.span.start for one, other in pairwise(blocks))


@settings(max_examples=150, deadline=None)
@given(_DRAFTS)
def test_sentences_and_times_stand_in_the_text(text: str):
    """Every sentence, line and time stands inside the draft, and nothing raises."""
    document = Document.of_text(text)
    for sentence in document.sentences:
        assert sentence.plain == sentence.span.of(document.plain)
        for moment in sentence.moments:
            assert sentence.span.start <= moment.span.start <= moment.span.end <= sentence.span.end
    assert [placed.span.of(document.plain) for placed in document.placed_lines] == [
        placed.line.sentence for placed in document.placed_lines
    ]


@given(st.text(max_size=200))
def test_the_plain_view_keeps_every_offset(text: str):
    """The view for matching is as long as the text."""
    assert len(plain(text)) == len(text)
