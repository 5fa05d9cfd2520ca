"""Templates that were not filled in, lists within lists, and blanks that set a line in, in files of word processors."""

import pytest

from tests.documents.here import read_here
from tests.documents.test_kinds import FIRST, SECOND
from tests.documents.test_more_kinds import content, item, paragraph, word


LOEXT = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
PROMPT = '<text:placeholder text:placeholder-type="text">&lt;Company Name&gt;</text:placeholder>'
CONTROL = f'<loext:content-control {LOEXT} loext:showing-place-holder="{{}}">Choose a date</loext:content-control>'
SERIAL = '<text:database-display text:column-name="First">{}</text:database-display>'


@pytest.mark.parametrize("field", [PROMPT, CONTROL.format("true"), SERIAL.format("&lt;First&gt;")])
def test_a_field_that_was_never_filled_is_named(field):
    """What a template asks for is not the writer's: alone on a line it leaves no gap, in a sentence no words."""
    body = "".join(f"<text:p>{text}</text:p>" for text in (field, FIRST, f"{SECOND} {field}", "Sincerely,", "Dara"))
    found = read_here(content(body), "x.fodt")
    assert found.text == f"{FIRST}\n\n{SECOND}\n\nSincerely,\n\nDara"
    assert found.notices == ("2 empty fields of the template were left out.",)


@pytest.mark.parametrize(
    "field", [CONTROL.format("false"), SERIAL.format("Ana"), "<text:text-input>May 3</text:text-input>"]
)
def test_a_field_that_was_filled_is_read(field):
    """What was put in its place are the writer's words."""
    found = read_here(content(f"<text:p>{FIRST} {field}.</text:p>"), "x.fodt")
    assert found.text.removeprefix(FIRST) in {" Choose a date.", " Ana.", " May 3."}
    assert found.notices == ()


NESTED = (
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def test_a_list_within_a_list_of_signs_is_counted_anew():
    """Below each item the deeper ones begin at one, whatever marks the items above them."""
    body = "".join(item(text, 1, level) for text, level in (("a", 0), ("x", 1), ("y", 1), ("b", 0), ("z", 1)))
    assert read_here(word(body, numbering=NESTED), "x.docx").text == "- a\n  1. x\n  2. y\n- b\n  1. z"


@pytest.mark.parametrize("blanks", ["     ", "\t", "\u2003\u2003", "\u00a0\u00a0\u00a0", "\u3000"])
def test_typed_indents_of_word_processors_are_white_space(blanks):
    """However a first line was set in by hand, its paragraph begins with its first word."""
    written = "".join(
        paragraph(f"{blanks}{text}").replace("<w:t>", '<w:t xml:space="preserve">') for text in (FIRST, SECOND)
    )
    assert read_here(word(written), "x.docx").text == f"{FIRST}\n\n{SECOND}"
    opened = "".join(f"<text:p>{blanks}{text}</text:p>" for text in (FIRST, SECOND))
    assert read_here(content(opened), "x.fodt").text == f"{FIRST}\n\n{SECOND}"
