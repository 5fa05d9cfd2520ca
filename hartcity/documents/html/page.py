"""The words of a page: its main part where it names one, without notes, and with its lists marked."""

from __future__ import annotations

from lxml import etree

from hartcity.documents.html.found import Found
from hartcity.documents.html.notes import notes_of
from hartcity.documents.html.styles import Stylesheet
from hartcity.documents.html.typed_lists import take_marks
from hartcity.documents.html.walk import Walk
from hartcity.documents.text import joined


_LEAST_MAIN_WORDS = 40
_PUBLISHED = "doc-content"
"""The class of the document on a page that Google Docs publishes."""

_AROUND = "What stands around the main part of the page"


def words_of(html: str, *, is_every_quotation_foreign: bool = False) -> Found:
    """Return the words of ``html``, which may be damaged.

    A block quotation that a mail program marks as another person's words begins each line with ``>``; with
    ``is_every_quotation_foreign`` each block quotation does, as in Markdown.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    if root is None:
        return Found()
    sheet = Stylesheet.of(root)
    notes = notes_of(root)
    marks = take_marks(root, sheet)
    main = _main_of(root)
    walk = Walk(sheet, marks, frozenset(notes.elements), is_every_quotation_foreign)
    found = _walked(walk, root if main is None else main)
    found.notes = notes.texts
    if main is not None:
        around = _walked(Walk(sheet, marks, frozenset([main, *notes.elements])), root)
        found.aside |= around.aside
        if any(map(str.isalnum, around.text)):
            found.aside[_AROUND] = [" ".join(around.text.split())]
    return found


def _walked(walk: Walk, root: etree._Element) -> Found:
    flow = walk.flow()
    walk.element(root, flow)
    walk.found.text = joined(flow.end())
    return walk.found


def _main_of(root: etree._Element) -> etree._Element | None:
    """Return the one part that a page names as its main one, unless it is too short to hold a draft."""
    named = [each for each in root.iter("main", "div") if each.tag == "main" or _is_main(each)]
    is_long = len(named) == 1 and len("".join(named[0].itertext()).split()) >= _LEAST_MAIN_WORDS
    return named[0] if is_long else None


def _is_main(element: etree._Element) -> bool:
    return element.get("role") == "main" or _PUBLISHED in element.get("class", "").split()
