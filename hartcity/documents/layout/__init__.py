"""Paragraphs from the lines of printed pages: what runs on, what begins anew, in which order columns are read.

A page only says where its lines stand. Running text is told from addresses and lists by the room that a line left:
where the next word had room, the writer ended the line. Line spacing is measured on lines that certainly run on, so
that double-spaced papers read as single-spaced letters do.
"""

from hartcity.documents.layout.pages import paragraphs
from hartcity.documents.layout.values import Edges, Line, Page


__all__ = ["Edges", "Line", "Page", "paragraphs"]
