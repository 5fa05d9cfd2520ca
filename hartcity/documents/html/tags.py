"""The tags of HTML by how they are read."""

from __future__ import annotations


PARAGRAPHS = frozenset(
    "address article aside blockquote caption center dd details dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr legend main menu nav p pre section summary textarea".split()
)
"""What stands apart from its neighbors by an empty line."""

LINES = frozenset({"div", "option"})
"""What begins on a line of its own."""

LISTS = frozenset({"ul", "ol"})
SILENT = frozenset("script style title template xml head noscript rt rp".split())
EMBEDDED_TAGS = frozenset("iframe object embed audio video canvas svg applet".split())
CONTROLS = frozenset("button select datalist".split())
NAVIGATION = frozenset("navigation search menu menubar toolbar".split())
"""Roles of what leads about a page and is none of its words."""

OPEN_ENDED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option".split()
)
"""What needs no closing tag."""

OTHERS = frozenset(
    "a abbr acronym audio b bdi bdo big body button canvas cite code colgroup data datalist del dfn dialog em font "
    "html i iframe ins kbd label map mark meter noscript object output picture progress q rp rt ruby s samp select "
    "small span strike strong sub sup svg table tbody tfoot thead time tt u var video".split()
)
KNOWN = PARAGRAPHS | LINES | LISTS | SILENT | OPEN_ENDED | OTHERS
