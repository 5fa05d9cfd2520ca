"""Bytes become text whatever program wrote them."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.files import RefusedFileError, check_xml, clean, decode, shown_name, unscrambled


TEXT = "Café \N{EN DASH} “intake”, naïve, $20\nSecond line of words"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_of_ordinary_programs_are_read(encoding):
    """The same text comes back from every encoding that an ordinary program writes."""
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read(encoding):
    """Two bytes for each letter are recognized by their zeros."""
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The client’s letter says “yes” \N{EN DASH} café.", "mac-roman"),  # noqa: RUF001
        ("I read “it” twice.", "mac-roman"),
        ("L’École à Montréal, ÉCOLE", "cp1252"),  # noqa: RUF001
        ("Òpera, Ñandú \N{EM DASH} señor", "cp1252"),
        ("Здравствуйте, я пишу вам с её согласия.", "cp1251"),  # noqa: RUF001
        ("Здравствуйте, я пишу вам с её согласия.", "koi8-r"),  # noqa: RUF001
    ],
)
def test_older_encodings_are_told_by_their_letters(text, encoding):
    """A text of one byte a letter is read in the encoding in which its letters stand as in words."""
    assert decode(text.encode(encoding)) == text


def test_a_stray_byte_does_not_spoil_a_text():
    """One byte of another program's among UTF-8 is read by itself, and the rest stays as it is."""
    assert decode("Café “yes” Nguyễn: the client".encode() + b"\x92s") == "Café “yes” Nguyễn: the client’s"  # noqa: RUF001


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
@pytest.mark.parametrize("text", ["The client’s letter says “now” – café.", "Nguyễn Thị", "Señora, 5 € 🙂"])  # noqa: RUF001
def test_text_that_was_read_wrongly_before_is_set_right(text, wrong):
    """What another program read in the wrong encoding and saved again comes back, be it once or twice."""
    scrambled = text
    for times in range(2):
        held = scrambled.encode()
        if wrong == "cp1252" and any(byte in held for byte in b"\x81\x8d\x8f\x90\x9d"):
            break
        scrambled = held.decode(wrong)
        assert (times, unscrambled(scrambled)) == (times, text)
        assert decode(scrambled.encode()) == text


@pytest.mark.parametrize(
    "text",
    ["CAFÉ — NOW", "IRMÃ— Ana", "NÃO “SIM”", "Â plain, Ã plain", "São Paulo, Ñandú", "5 × 3"],  # noqa: RUF001
)
def test_ordinary_letters_are_left_alone(text):
    """Capitals with accents beside a dash or a quotation mark are what they are."""
    assert unscrambled(text) == text


def test_nuls_and_lone_surrogates_are_dropped():
    """No text comes out that a database could not store."""
    assert clean("a\x00b\ud800c\r\nd\re") == "abc\nd\ne"


def test_a_picture_is_no_text():
    """Bytes of another kind are refused."""
    with pytest.raises(RefusedFileError):
        decode(b"\x89PNG\r\n\x1a\n" + bytes(range(1, 32)) * 40)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    """Decoding is total: text that can be stored, or the refusal."""
    with contextlib.suppress(RefusedFileError):
        decode(data).encode("utf-8")


@pytest.mark.parametrize(
    "xml",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="cp037"?><a/>',
        b'<?xml version="1.0" encoding="utf-7"?>+ADw-a/>',
        "<!DOCTYPE a><a/>".encode("utf-32"),
        "<!DOCTYPE a><a/>".encode("cp037"),
    ],
)
def test_declarations_are_refused_in_every_encoding(xml):
    """No document type or entity comes through, however it is spelled."""
    with pytest.raises(RefusedFileError):
        check_xml(xml)


def test_ordinary_xml_passes():
    """What an office program writes is let through."""
    check_xml(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document>&lt;!DOCTYPE</w:document>')


@pytest.mark.parametrize(
    ("name", "shown"),
    [("../../etc/passwd", "passwd"), ("C:\\a\\b.csv", "b.csv"), ("a\u202eb\x00.csv", "ab.csv"), ("", "file")],
)
def test_names_are_shown_without_their_path(name, shown):
    """A file's name is its last part, without controls and direction marks."""
    assert shown_name(name) == shown
    assert len(shown_name("x" * 70_000)) == 120


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12 Mill Road\u2028Fairmont\u2029Dear Kim,\u2029I write.", "12 Mill Road\nFairmont\n\nDear Kim,\n\nI write."),
        ("Dear Kim,\u2029\u2029I write.\u2029 \u2029Sam\u2029Intern", "Dear Kim,\n\nI write.\n \nSam\nIntern"),
        ("Dear Kim,\u2029\r\nI write.\u2028\u2028Sam\r\nIntern", "Dear Kim,\n\nI write.\n\nSam\nIntern"),
    ],
)
def test_separators_of_lines_and_paragraphs_are_line_ends(text, shown):
    """A line's separator ends a line; a paragraph's leaves an empty one, unless empty paragraphs do that already."""
    assert clean(text) == shown
