"""What a draft is made of: words, sentences, the parts of an email, and what each sentence does.

Everything here is worked out once for a draft and shared by all checks, rules and metrics. Offsets are code points
into the text as the student typed it.
"""

from hartcity.text.acts import Act, ActReader, Acts, Line, Shown
from hartcity.text.anatomy import Block, Part
from hartcity.text.document import Document
from hartcity.text.placed import PlacedLine, Sentence
from hartcity.text.times import Moment
from hartcity.text.words import Word


__all__ = [
    "Act",
    "ActReader",
    "Acts",
    "Block",
    "Document",
    "Line",
    "Moment",
    "Part",
    "PlacedLine",
    "Sentence",
    "Shown",
    "Word",
]
