"""Words of a student or an engine never become markup."""

import pytest
from markdown_it import MarkdownIt

from hartcity.ui.safe import safe, safe_html


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](https://example.com/x.png)",
    "**bold** _it_ `code` ~~gone~~ # head",
    ":material/home: :red[text] :smile:",
    "$x^2$ and $$y$$",
    "https://example.com/tracking www.example.com",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "1. one\n- two\n> three\n\n---",
    "&lt;b&gt; &amp; &#60;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_it_as_it_stands(text):
    """Rendered as Markdown, the words are one paragraph of plain text."""
    shown = MarkdownIt("js-default").render(safe(text))
    assert shown.startswith("<p>")
    inner = shown.removeprefix("<p>").removesuffix("</p>\n")
    assert "<" not in inner
    assert " ".join(text.split()) == inner.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace(
        "&amp;", "&"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_colons_dollars_and_brackets_are_disarmed(text):
    """What Streamlit adds to Markdown (icons, colors, formulas) needs characters that are all escaped."""
    shown = safe(text)
    for character in ":$[]":
        assert shown.count(character) == shown.count("\\" + character)


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_it_as_it_stands(text):
    """Put into HTML, the words hold no tag, no quote and no half entity."""
    shown = safe_html(text)
    assert not set('<>"') & set(shown)
