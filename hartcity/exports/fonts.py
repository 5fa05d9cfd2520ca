"""The font of every PDF: Noto Serif, embedded with the letters that are used, so that a name stays as it is spelled.

The font comes as one file of all weights, and taking one out costs seconds: so the four faces stand ready in ``faces``
(OFL-1.1, its licence beside them). ``python -m hartcity.exports.fonts`` makes them again.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import fontpkg_noto_serif
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont as Variable
from fontTools.varLib.instancer import instantiateVariableFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Serif", "Serif-Bold", "Serif-Italic", "Serif-BoldItalic"

_NORMAL, _HEAVY = 400, 700
_FACES = {
    REGULAR: ("NotoSerif[wdth,wght].ttf", _NORMAL),
    BOLD: ("NotoSerif[wdth,wght].ttf", _HEAVY),
    ITALIC: ("NotoSerif-Italic[wdth,wght].ttf", _NORMAL),
    BOLD_ITALIC: ("NotoSerif-Italic[wdth,wght].ttf", _HEAVY),
}
_FOLDER = Path(__file__).parent / "faces"
_POSTSCRIPT_NAME = 6
_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x192, 0x192),
    (0x1A0, 0x1B0),
    (0x218, 0x21B),
    (0x300, 0x304),
    (0x370, 0x3FF),
    (0x400, 0x4FF),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2044),
    (0x20A0, 0x20BF),
    (0x2116, 0x2122),
    (0x2190, 0x2193),
    (0x2200, 0x2265),
)
"""Latin with every mark that a living language uses, Greek, Cyrillic, punctuation and signs of money."""


@cache
def register() -> None:
    """Make the four faces known to the writer of PDFs, once in a process."""
    for name in _FACES:
        pdfmetrics.registerFont(TTFont(name, str(_FOLDER / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)


def _face(name: str, file: str, weight: int) -> bytes:
    """Return one weight, with our letters alone, of a font file that holds all weights."""
    font = Variable(fontpkg_noto_serif.ROOT / "files" / file)
    options = Options(layout_features=[], hinting=False, glyph_names=False, notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "MVAR"]
    cut = Subsetter(options)
    cut.populate(unicodes=_wanted(file))
    cut.subset(font)
    # A PDF tells its fonts apart by this name, and all weights of a file share one.
    for record in font["name"].names:
        if record.nameID == _POSTSCRIPT_NAME:
            record.string = f"Noto{name}"
    out = io.BytesIO()
    instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True).save(out, reorderTables=False)
    return out.getvalue()


@cache
def letters() -> frozenset[int]:
    """Return the code points that every face can show."""
    register()
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def _wanted(file: str) -> frozenset[int]:
    held = Variable(fontpkg_noto_serif.ROOT / "files" / file).getBestCmap()
    return frozenset(code for first, last in _RANGES for code in range(first, last + 1) if code in held)


if __name__ == "__main__":
    _FOLDER.mkdir(exist_ok=True)
    for _name, (_file, _weight) in _FACES.items():
        (_FOLDER / f"{_name}.ttf").write_bytes(_face(_name, _file, _weight))
    (_FOLDER / "LICENSE").write_bytes((fontpkg_noto_serif.ROOT / "LICENSE").read_bytes())
