"""Running heads and feet of printed pages are no part of the text, and are told in their words."""

import io

import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from hartcity.documents import read_document
from tests.documents.test_own_documents import BODY, GREETING, WHOLE, style


def printed(left, right, *, pages, height=750):
    """Return what is read of a letter of so many pages with these words at both sides of each page's margin."""
    out = io.BytesIO()

    def draw(page, document):
        page.setFont("Times-Roman", 12)
        page.drawString(72, height, left(document.page))
        page.drawRightString(540, height, right(document.page))

    before = [Paragraph("A title", style()), Spacer(1, 490)] if pages > 1 else []
    flowables = [each for text in WHOLE for each in (Paragraph(text, style()), Spacer(1, 10))]
    document = SimpleDocTemplate(out, pagesize=LETTER, topMargin=100, invariant=1)
    document.build([*before, *flowables], onFirstPage=draw, onLaterPages=draw)
    return read_document(out.getvalue(), "x.pdf")


def nothing(_):
    """Return no words for any page."""
    return ""


HEADS = {
    "APA": (lambda _: "LETTER OF REFERRAL", str, 750, ["LETTER OF REFERRAL"]),
    "APA, sixth edition": (lambda at: f"{'Running head: ' * (at == 1)}A LETTER", str, 750, ["Running head: A LETTER"]),
    "MLA": (nothing, lambda at: f"Whitlow {at}", 750, ["Whitlow 1"]),
    "MLA, in the text's own margin": (nothing, lambda at: f"Whitlow, Letter {at}", 709, ["Whitlow, Letter 1"]),
    "a course's": (
        lambda _: "HUS 210: Letter",
        lambda at: f"Dara Whitlow {at}",
        750,
        ["HUS 210: Letter", "Dara Whitlow 1"],
    ),
    "a foot": (lambda _: "Maple Bridge Center", lambda at: f"Page {at} of {at}", 40, ["Maple Bridge Center"]),
}


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize("name", sorted(HEADS))
def test_what_stands_with_the_number_of_its_page_is_left_out(name, pages):
    """On one page as on several, words beside a page's number are none of the letter's, and are told."""
    left, right, height, words = HEADS[name]
    found = printed(left, right, pages=pages, height=height)
    parts = found.text.split("\n\n")
    assert [part for part in parts if len(part) > 150] == BODY
    assert parts[0] == (GREETING if pages == 1 else "A title")
    margin = "footer" if height < 100 else "header"
    told = next(notice for notice in found.notices if notice.startswith(f"The page's {margin} was left out"))
    for each in words:
        assert f"\u201c{each}\u201d" in told
        assert each not in parts


@pytest.mark.parametrize(
    ("left", "right", "gone"),
    [
        (nothing, lambda at: f"Whitlow {at}" * (at > 1), "Whitlow 2"),
        (lambda _: "A REFERRAL", lambda at: str(at + 4), "A REFERRAL"),
        (lambda at: f"{at} | Advocacy letter of Dara Whitlow", nothing, "Advocacy letter"),
    ],
    ids=["from the second page on", "pages counted from five", "number first"],
)
def test_a_head_is_known_wherever_its_number_stands(left, right, gone):
    """A head may begin on the second page, pages may be counted from any number, and that may come first."""
    found = printed(left, right, pages=2)
    assert gone not in found.text
    assert [part for part in found.text.split("\n\n") if len(part) > 150] == BODY


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize(
    ("left", "right"),
    [("Maple Bridge Family Center", "Tel 555-013-0100"), ("12 Mill Road", "Suite 4"), ("", "MAY 2026")],
)
def test_a_letterhead_stays(left, right, pages):
    """What stands in the margin without the number of its page is the letter's own, once."""
    found = printed(lambda _: left, lambda _: right, pages=pages)
    assert found.text.startswith("\t".join(filter(None, [left, right])))
    assert found.text.count(right) == 1
