"""Emails that hold other messages and files, and signs at the beginning of a line that are no quotation marks."""

import base64

import pytest

from hartcity.files import RefusedFileError
from tests.documents.here import read_here
from tests.documents.test_kinds import FIRST, OWN, SECOND
from tests.documents.test_more_kinds import mail


THEIRS = "Your client is number 14 on the list."
INNER = f"From: intake@north.example\nSubject: waiting list\nContent-Type: text/plain\n\n{THEIRS}\n"
WORDS = f"Content-Type: text/plain\n\n{OWN}\n"
NAMED = 'Content-Type: message/rfc822; name="waiting list.eml"\nContent-Disposition: attachment\n\n'
PACKED = (
    f"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{base64.b64encode(INNER.encode()).decode()}"
)


def parts(*each, kind="mixed"):
    """Return a saved email of these parts."""
    inner = "".join(f"--b\n{part}\n" for part in each)
    return mail(f"Content-Type: multipart/{kind}; boundary=b", f"{inner}--b--\n")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (parts(WORDS, NAMED + INNER), "waiting list.eml"),
        (parts(WORDS, f"Content-Type: message/rfc822\nContent-Disposition: inline\n\n{INNER}"), "waiting list"),
        (parts(WORDS, f"Content-Type: message/global\n\n{INNER}"), "waiting list"),
        (parts(WORDS, PACKED), "waiting list"),
        (parts(NAMED + INNER, WORDS), "waiting list.eml"),
        (parts(f"Content-Type: multipart/alternative; boundary=c\n\n--c\n{WORDS}\n--c--", NAMED + INNER),
         "waiting list.eml"),
    ],
    ids=["attached", "between", "in another script", "packed", "above", "beside alternatives"],
)  # fmt: skip
def test_a_message_that_is_attached_stays_closed(data, name):
    """The words of an attached message are another person's: they are no part of the draft, and it is named."""
    found = read_here(data, "x.eml")
    assert found.text == OWN
    assert found.notices == (f"1 attached message was left closed: {name}.",)


def test_several_attached_messages_are_all_named():
    """Each message that stays closed is told of, by its file or by what it is about."""
    bare = f"Content-Type: message/rfc822\n\n{INNER.replace('Subject: waiting list', 'X-None: 1')}"
    found = read_here(parts(WORDS, NAMED + INNER, bare), "x.eml")
    assert found.notices == ("2 attached messages were left closed: waiting list.eml.",)


@pytest.mark.parametrize("data", [parts(NAMED + INNER), parts(PACKED), parts(f"\n{INNER}", kind="digest"),
                                  parts(f"Content-Type: message/rfc822\n\nSubject: y\n{NAMED}{INNER}")])  # fmt: skip
def test_a_message_that_was_only_sent_on_is_opened(data):
    """Where the email has no words of its own, those of the message in it are the draft."""
    found = read_here(data, "x.eml")
    assert (found.text, found.notices) == (THEIRS, ())


def test_a_text_with_a_name_below_other_words_is_a_file():
    """Some programs say of an attached text that it is to be shown; it has a name, and stays closed as others do."""
    notes = (
        'Content-Type: text/plain; name="notes.txt"\nContent-Disposition: inline; filename="notes.txt"\n\nTheir notes.'
    )
    found = read_here(parts(WORDS, notes), "x.eml")
    assert (found.text, found.notices) == (OWN, ("Attachments were left closed: notes.txt.",))
    assert read_here(parts(notes), "x.eml").text == "Their notes."


def test_an_email_of_attachments_alone_is_still_refused():
    """A message within that holds no words does not make the email one with words."""
    empty = "Content-Type: message/rfc822\n\nSubject: y\nContent-Type: image/png\n\nx"
    with pytest.raises(RefusedFileError):
        read_here(parts(empty), "x.eml")


def flowed(*lines):
    """Return a flowed email of these lines."""
    return mail("Content-Type: text/plain; format=flowed", "\n".join(lines))


def test_a_line_that_flowed_text_protects_is_the_writers_own():
    """A blank at the beginning of a flowed line only protects what follows; a real quotation has none."""
    found = read_here(
        flowed("Dear Kim,", "", " >50 hours of work ", "stand behind this.", "", " > more than that", "", "> Who are ",
               "> you?", "", " From our side, any ", "day works."), "x.eml")  # fmt: skip
    assert found.text == (
        "Dear Kim,\n\n>50 hours of work stand behind this.\n\n> more than that\n\nFrom our side, any day works."
    )
    assert found.quoted == "> Who are you?"


@pytest.mark.parametrize("figure", [">50 hours", ">$20 a week", ">=3 visits", " >50 hours"])
def test_a_figure_that_something_is_more_than_is_no_quotation(figure):
    """In any text, a sign directly before a figure is the writer's, unless lines around it are quoted."""
    text = f"{FIRST}\n\n{figure} stand behind this.\n\n{SECOND}"
    assert read_here(text, "x.txt").text == text


@pytest.mark.parametrize(
    "theirs",
    [
        "On Mon, Mar 2, 2026 at 4:05 PM Kim <kim@north.example> wrote:\n>50 people asked.",
        "> We have\n>50 people on the list.",
        ">Hello,\n>\n>50 people asked.",
        "Kim said:\n>50 people asked.",
    ],
)
def test_a_figure_that_is_quoted_stays_quoted(theirs):
    """Below the line that says who wrote, or among marked lines, a figure is the other person's."""
    found = read_here(f"{FIRST}\n\n{theirs}\n\n{SECOND}", "x.txt")
    assert "50 people" not in found.text
    assert ">50 people" in found.quoted
