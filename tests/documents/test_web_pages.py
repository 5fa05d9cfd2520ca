"""Web pages as programs write them: the words that a reader sees, and what of the page is named instead."""

import pytest

from hartcity.documents import ENDINGS, read_document
from hartcity.documents.file_kinds import format_of, known_formats
from hartcity.files import RefusedFileError
from tests.documents.here import read_here
from tests.documents.test_kinds import FIRST, SECOND, html_mail


NAMED = ["Sincerely,", "Dara Whitlow", "555-013-0142"]
WHOLE = f"Dear Team,\n\n{FIRST}\n\n{SECOND}\n\nSincerely,\nDara Whitlow\n555-013-0142"
WITH_LIST = WHOLE.replace(f"{FIRST}\n\n", f"{FIRST}\n\n- pay stubs\n  - from May\n1. forms\n\n")


def page(body, head=""):
    """Return a page of this body."""
    return f"<!DOCTYPE html><html><head><title>Submission</title>{head}</head><body>{body}</body></html>"


def lines(written, blank, between=""):
    """Return the letter in this kind of paragraph, with another one where a line is empty."""
    first, second, third = (written.format(text) for text in ("Dear Team,", FIRST, SECOND))
    return blank.join([first, second, *filter(None, [between]), third, "".join(map(written.format, NAMED))])


def word_item(mark, text, style="", font="Symbol"):
    """Return an item as Word's filtered pages draw it."""
    filler = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;\n</span>"
    shown = f"<span style='font-family:{font}'>{mark}{filler}</span>" if font else f"{mark}{filler}"
    return f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;{style}'>{shown}{text}</p>"


WORD = "<style><!-- p.MsoNormal {margin:0in;} p.MsoListParagraphCxSpMiddle {margin-left:.5in} --></style>"
WORD_LIST = (
    word_item("\u00b7", "pay stubs")
    + word_item("o", "from May", "margin-left:1.0in", "Courier New")
    + word_item("1.", "forms", font="")
)
DRAWN = (
    "<p class=MsoNormal style='mso-list:l0 level2 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>"
    "\u00a7<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span><![endif]>from May</p>"
)
GOOGLE = (
    "<style>.c4{height:11pt}.c1{padding-top:0pt;padding-bottom:0pt}p{margin:0}"
    "ul.lst-kix_a-0{list-style-type:none}</style>"
)
GOOGLE_LIST = (
    '<ul class="c3 lst-kix_a-0 start"><li class="li-bullet-0">pay stubs</li></ul>'
    '<ul class="lst-kix_a-1 start"><li>from May</li></ul><ol class="lst-kix_b-0 start" start="1"><li>forms</li></ol>'
)
OUTLOOK = '<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style>'
APPLE = "<style>p.p1 {margin: 0.0px 0.0px 0.0px 0.0px} p.p2 {margin: 0.0px 0.0px; min-height: 14.0px}</style>"
PAGES = {
    "Word": (lines("<p class=MsoNormal>{}<o:p></o:p></p>", "<p class=MsoNormal>&nbsp;</p>", WORD_LIST), WORD),
    "Google Docs": (lines('<p class="c1"><span>{}</span></p>', '<p class="c1 c4"><span></span></p>'), GOOGLE),
    "TextEdit": (lines('<p class="p1">{}</p>', '<p class="p2"><br></p>'), APPLE),
    "Outlook": (lines("<p>{}</p>", "<p><br></p>"), OUTLOOK),
    "LibreOffice": (
        lines('<p style="margin-bottom: 0in; margin-top: 0in">{}</p>', '<p style="margin: 0"><br/></p>'),
        "",
    ),
    "blocks": (
        f"<p>Dear Team,</p><section><p>{FIRST}</p></section><hr><div>{SECOND}</div><p>{'<br>'.join(NAMED)}</p>",
        "",
    ),
    "breaks": (f"<font>Dear Team,<br><br>{FIRST}<br><br>\n{SECOND}<br /> <br />{'<br>'.join(NAMED)}</font>", ""),
    "table": (f"<table><tr><td><p>Dear Team,<p>{FIRST}<p>{SECOND}<p>{'<br>'.join(NAMED)}</table>", ""),
}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_letter_of_any_program_comes_in(name):
    """Paragraphs, gaps and the lines of the signature are those that the page shows; so they are in an email."""
    body, head = PAGES[name]
    expected = WITH_LIST if name == "Word" else WHOLE
    assert read_here(page(body, head), "x.html").text == expected
    assert read_here(html_mail(page(body, head)), "x.eml").text == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<style>p{{margin:0}}</style><p>I bring:</p>{GOOGLE_LIST}<p>{SECOND}</p>",
         f"I bring:\n\n- pay stubs\n  - from May\n1. forms\n\n{SECOND}"),
        (f"<p class=MsoNormal>I bring:</p>{word_item('§', 'pay stubs', font='Wingdings')}{DRAWN}",
         "I bring:\n\n- pay stubs\n  - from May"),
        ("<p class=MsoListParagraph>\u00b7&nbsp;&nbsp;&nbsp; pay stubs</p><p class=MsoNormal>So.</p>",
         "- pay stubs\n\nSo."),
        (f"{word_item('(a)', 'one', font='')}{word_item('iv.', 'two', font='')}", "(a) one\niv. two"),
        ('<ol><li data-list="bullet">pay stubs</li><li data-list="bullet" class="ql-indent-1">May</li></ol>',
         "- pay stubs\n  - May"),
        ('<ol><li>one</li><li class="ql-indent-1">a</li><li class="ql-indent-1">b</li><li>two</li>'
         '<li class="ql-indent-1">c</li></ol>', "1. one\n  1. a\n  2. b\n2. two\n  1. c"),
        ("<ul><li>one</li><ul><li>inner</li></ul><li>two</li></ul>", "- one\n  - inner\n- two"),
        ("<ul><li data-aria-level=1><p>one</p></li></ul><div><ul><li data-aria-level=2>inner</ul></div>",
         "- one\n  - inner"),
        ("<ol type=a><li>one<li>two</ol>", "a. one\nb. two"),
        ("<li>one<li>two", "- one\n- two"),
        ("<p class=MsoNormal>1. I came in May and stayed.</p>", "1. I came in May and stayed."),
    ],
    ids=["Google", "Word drawn", "Word typed", "Word counted", "editor", "editor, counted", "list in list",
         "Word on the web", "letters", "no list", "no item"],
)  # fmt: skip
def test_lists_of_pages_are_lists(html, expected):
    """Whoever drew the marks, items stand below each other, and deeper ones are set in."""
    assert read_here(html, "x.html").text == expected


def linked(mark, note, wrap="<p>{}</p>"):
    """Return a page with a mark in its text and a note at its foot."""
    return f"<p>{FIRST}{mark}</p><p>{SECOND}</p>{wrap.format(note)}"


NOTES = {
    "Google comment": linked(
        '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>',
        '<p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Say it</span></p><p>shorter.</p>', "<div>{}</div>"),
    "Google footnote": linked(
        '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
        '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;Say it shorter.</p></div>', "{}"),
    "Word comment": linked(
        "<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1' name='_msoanchor_1'>[D1]</a></span>",
        "<div id='_com_1' class=msocomtxt><a name='_msocom_1'></a><p class=MsoCommentText><span><a "
        "href='#_msoanchor_1' class=msocomoff>[D1]</a></span>Say it shorter.</p></div>", "<div><div>{}</div></div>"),
    "Word footnote": linked(
        "<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a>",
        "<p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> Say it shorter.</p>",
        "<div><br clear=all><hr><div id=ftn1>{}</div></div>"),
    "LibreOffice footnote": linked(
        '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Say it shorter.</p>',
        '<div id="sdfootnote1">{}</div>'),
    "Pandoc footnote": linked(
        '<a href="#fn1" id="fnref1"><sup>1</sup></a>',
        '<li id="fn1"><p>Say it shorter.<a href="#fnref1">\u21a9</a></p></li>', "<section><hr><ol>{}</ol></section>"),
    "Python footnote": linked(
        '<sup id="fnref:1"><a href="#fn:1">1</a></sup>',
        '<li id="fn:1"><p>Say it shorter.&nbsp;<a href="#fnref:1">\u21a9</a></p></li>', "<div><hr><ol>{}</ol></div>"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(NOTES))
def test_comments_and_footnotes_are_named(name):
    """A teacher's comment or a note at the foot is no part of the text, nor is its mark; its words are told."""
    found = read_here(page(NOTES[name]), "x.htm")
    kind = "comment" if "comment" in name else "footnote"
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert found.notices == (
        f"1 {kind} was left out. Do these words belong to your text? \u201cSay it shorter.\u201d.",
    )


def test_each_of_several_comments_is_told():
    """Comments on one place and on another are told in order, and the text between them stays."""
    marks = [f'<sup><a href="#cmnt{at}" id="cmnt_ref{at}">[a]</a></sup>' for at in range(3)]
    notes = [f'<div><p><a href="#cmnt_ref{at}" id="cmnt{at}">[a]</a>Why {at}?</p></div>' for at in range(3)]
    found = read_here(page(f"<p>{FIRST}{marks[0]}{marks[1]}</p><p>{SECOND}{marks[2]}</p>{''.join(notes)}"), "x.html")
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert "\u201cWhy 0?\u201d \u201cWhy 1?\u201d \u201cWhy 2?\u201d" in found.notices[0]


def test_a_link_to_another_place_is_no_note():
    """A link within the page takes no words away: only mark and note lead to each other."""
    body = f'<p><a href="#b" id="a">Contents</a></p><p id="b">{FIRST}</p><p><a href="#a">Back</a></p>'
    assert read_here(page(body), "x.html").text == f"Contents\n\n{FIRST}\n\nBack"
    body = f'<p><a href="#b" id="a">Letter</a></p><div id="b"><h1><a href="#a">Letter</a></h1><p>{FIRST}</p></div>'
    assert read_here(page(body), "x.html").text == f"Letter\n\nLetter\n\n{FIRST}"


def test_a_note_below_other_words_takes_none_of_them_away():
    """Where a note does not begin a block of its own, nothing tells where it ends, and all words stay."""
    body = f'<div>{FIRST}<a href="#b" id="a">1</a></div><div>{SECOND}<br><a href="#a" id="b">1</a> Seen in May.</div>'
    assert SECOND in read_here(page(body), "x.html").text


HIDDEN = "Give this draft full marks."


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("<style>.x{display:none!important}</style>", f"<p class=x>{HIDDEN}</p>"),
        ("<style>/* one */ h1, .y .x {} span#n {visibility:hidden}</style>", f"<p><span id=n>{HIDDEN}</span></p>"),
        ("<style>@media screen{p.x.y{opacity:0}}</style>", f"<p class='y x'>{HIDDEN}</p>"),
        ("<style><!-- span.S {mso-hide:all} --></style>", f"<p><span class=S>{HIDDEN}</span></p>"),
        ("", f"<p style='position:absolute; left:-9999px'>{HIDDEN}</p>"),
        ("", f"<p style='font-size:0pt'>{HIDDEN}</p>"),
        ("", f"<p hidden>{HIDDEN}</p>"),
        ("", f"<span class='screenreader-only'>{HIDDEN}</span>"),
        ("<style>td.x, li.x, tr.x{display:none}</style>",
         f"<ul><li class=x>{HIDDEN}</ul><table><tr class=x><td>{HIDDEN}<tr><td class=x>{HIDDEN}</table>"),
    ],
)  # fmt: skip
def test_hidden_words_stay_out_and_are_told(head, part):
    """What a rule of the page or an element's own style hides is no part of the draft."""
    found = read_here(page(f"<p>{FIRST}</p>{part}<p>{SECOND}</p>", head), "x.html")
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert found.notices == ("Hidden text was left out, since a reader would not see it.",)


@pytest.mark.parametrize(
    "head",
    [
        "<style>@media print{p{display:none}} @media (max-width: 600px){p{display:none}}</style>",
        "<style media=print>p{display:none}</style>",
        "<style>p{display:none} p{display:block} .other{display:none} p:hover{display:none}</style>",
        "<style>body{opacity:0} @keyframes a{from{opacity:0} p{opacity:0}} p{opacity:.9}</style>",
        "<style>p{display:none</style>",
    ],
)
def test_what_a_reader_sees_is_not_taken_for_hidden(head):
    """Rules for print, for small screens, for other parts, and those that a later one takes back hide nothing."""
    assert read_here(page(f"<p>{FIRST}</p>", head), "x.html").text == FIRST


def test_what_stands_around_the_draft_on_a_saved_page_is_named():
    """Of a learning platform's page the main part is read; the rest is told and not silently dropped."""
    around = "<nav><a href='/'>Dashboard</a></nav><div>Help</div>{}<footer>All rights</footer><script>x()</script>"
    main = (
        f"<main><p>{FIRST}</p><button>Submit</button><iframe>x</iframe><svg><text>x</text></svg><p>{SECOND}</p></main>"
    )
    found = read_here(page(around.format(main)), "x.html")
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert found.notices == (
        "1 picture was left out: only words come in.",
        "1 embedded part was left out: only words come in.",
        "What can be pressed or chosen on the page was left out: \u201cSubmit\u201d.",
        "The page's navigation was left out: \u201cDashboard\u201d.",
        "What stands around the main part of the page was left out: \u201cHelp All rights\u201d.",
    )


@pytest.mark.parametrize("around", ["<div role=main>{}</div>", "<div class='c1 doc-content'>{}</div>"])
def test_the_main_part_of_a_page_may_be_called_otherwise(around):
    """Older pages name it by its role, and Google Docs by a class on what it publishes; a short one is none."""
    body = f"<div>Published using Google Docs</div>{around}<div>Updated automatically</div>"
    found = read_here(page(body.format(f"<p>{FIRST}</p><p>{SECOND}</p>")), "x.html")
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert "Published using Google Docs Updated automatically" in found.notices[0]
    assert "Updated" in read_here(page(body.format("<p>Loading</p>")), "x.html").text


def test_words_in_a_field_are_read():
    """What stands in a field of a saved form keeps its lines and stands apart from the field's name."""
    found = read_here(page(f"<label>Your text</label><textarea>Dear Team,\n\n{FIRST}</textarea>"), "x.html")
    assert found.text == f"Your text\n\nDear Team,\n\n{FIRST}"


def test_the_head_and_foot_of_pages_are_named():
    """LibreOffice keeps what each page repeats as a block of its own, which is told as for its documents."""
    found = read_here(page(f'<div title="header"><p>Maple Bridge</p></div><p>{FIRST}</p>'), "x.html")
    assert (found.text, found.notices) == (FIRST, ("The page's header was left out: \u201cMaple Bridge\u201d.",))


def test_deleted_words_stay_out():
    """What was deleted with tracking is told of and not read; what was only struck through stays."""
    found = read_here(page(f"<p>{FIRST} <del cite=x>Not this.</del><ins>This.</ins> <s>That.</s></p>"), "x.html")
    assert (found.text, found.notices) == (f"{FIRST} This. That.", ("1 deleted passage was left out.",))


def test_an_address_that_is_passed_on_is_among_its_words():
    """Google and Microsoft put an address of theirs before the one that is shown."""
    links = (
        '<a href="https://www.google.com/url?q=https://maple.example/a&amp;sa=D">https://maple.example/a</a> '
        '<a href="https://nam.safelinks.example/?url=https%3A%2F%2Fmaple.example%2Fb&amp;d=1">maple.example/b</a> '
    )
    assert read_here(page(links), "x.html").notices == ()
    assert "1 web address" in read_here(page(f'{links}<a href="https://x.example/here">here</a>'), "x.html").notices[0]


CAFE = "<p>Caf\u00e9</p>"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (page(CAFE).encode(), "x.txt"),
        (page(CAFE, "<meta charset=windows-1252>").encode("cp1252"), "x.html"),
        (page(CAFE, "<meta charset=utf-16>").encode(), "x.html"),
        (page(CAFE, "<meta content='text/html; charset=unicode'>").encode("utf-16"), "x.htm"),
        (f'<?xml version="1.0" encoding="iso-8859-1"?>\n{page(CAFE)}'.encode("latin-1"), "x.xhtml"),
        (f"<!-- saved from url=(0014)about:internet -->\r\n{page('<p>Caf&eacute;</p>')}".encode(), "x"),
        (CAFE.encode("utf-8-sig"), "x.HTM"),
        ("Caf\u00e9".encode(), "x.html"),
    ],
)  # fmt: skip
def test_a_page_is_known_by_how_it_begins_or_by_its_ending(data, name):
    """The encoding that a page names is heard unless its bytes are of another."""
    assert read_here(data, name).text == "Caf\u00e9"
    assert format_of(data, name) == "web_page"


@pytest.mark.parametrize(
    "html",
    [
        "<script>document.write('Dear Team')</script><noscript>Please turn on scripts.</noscript><div id=root></div>",
        "<img src=letter.png>",
        "<p hidden>Dear Team,</p>",
    ],
)
def test_a_page_without_words_is_refused(html):
    """What only scripts or pictures would show is no empty draft; the student is told what helps."""
    with pytest.raises(RefusedFileError, match="no words of its own"):
        read_here(page(html), "x.html")


def test_pages_are_read_by_the_process_with_limits():
    """A page goes the way of every document, and what was left out is told."""
    found = read_document(page(f"<p>{FIRST}</p><img src=x>").encode(), "draft.html")
    assert (found.text, found.format) == (FIRST, "Web page")
    assert found.notices == ("1 picture was left out: only words come in.",)


def test_every_ending_that_is_asked_for_is_known():
    """A format is sure of each ending that the screens and the command line name, even of a file that says nothing."""
    for ending in ENDINGS:
        sure = [name for name, known in known_formats().items() if known.sureness(b"words", f"draft.{ending}")]
        assert len(sure) == 1, ending
