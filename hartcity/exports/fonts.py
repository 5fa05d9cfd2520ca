"""The fonts of every PDF, embedded with the letters that are used, so that a name stays as it is spelled in any script.

Noto Serif holds Latin with every mark, Greek and Cyrillic; Noto Sans stands in for the scripts that it lacks, and Noto
Sans CJK for Chinese, Japanese and Korean (all OFL-1.1). The files are read where their packages stand.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg_noto_serif
import manimgx_fonts
import manimgx_fonts_cjk
import typst
from fontTools.ttLib import TTFont


_SERIF = Path(fontpkg_noto_serif.ROOT) / "files"
_SANS = Path(manimgx_fonts.__path__[0])
_HAN = Path(manimgx_fonts_cjk.__path__[0])
_FILES = {
    "Noto Serif": _SERIF / "NotoSerif[wdth,wght].ttf",
    "Noto Sans CJK": _HAN / "NotoSansCJK-VF.otf.ttc",
    "Noto Sans": _SANS / "NotoSans[wght].ttf",
    "Noto Sans Symbols": _SANS / "NotoSansSymbols[wght].ttf",
    "Noto Emoji": _SANS / "NotoEmoji[wght].ttf",
}
_SCRIPTS = (
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Gujarati",
    "Gurmukhi",
    "Oriya",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Sinhala",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
    "Ethiopic",
    "Armenian",
    "Georgian",
)
_KANA = range(0x3040, 0x3100)
_SYLLABLES = range(0xAC00, 0xD7A4)


@cache
def _order() -> tuple[tuple[str, Path], ...]:
    """Return families and their files in the order in which a letter is looked for."""
    scripts = {f"Noto Sans {script}": _SANS / f"NotoSans{script}[wght].ttf" for script in _SCRIPTS}
    first = ("Noto Serif", "Noto Sans")
    order = {name: _FILES[name] for name in first} | scripts | {n: f for n, f in _FILES.items() if n not in first}
    return tuple(order.items())


def families(words: str) -> list[str]:
    """Return the fonts for a document of these words; signs that Chinese, Japanese and Korean share are of its own."""
    codes = set(map(ord, words))
    region = "SC"
    if any(code in _KANA for code in codes):
        region = "JP"
    elif any(code in _SYLLABLES for code in codes):
        region = "KR"
    return [f"{name} {region}" if name == "Noto Sans CJK" else name for name, _ in _order()]


@cache
def known() -> typst.Fonts:
    """Return the fonts as the writer of PDFs takes them; without those of the machine, so that pages are alike."""
    folders = [str(folder) for folder in (_SERIF, _SANS, _HAN)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def _letters(file: Path) -> frozenset[int]:
    font = TTFont(file, fontNumber=0, lazy=True)
    held = frozenset(font.getBestCmap())
    font.close()
    return held


def can_show(code: int) -> bool:
    """Return whether a font holds this code point; a font's file is read when those before it lack the letter."""
    return any(code in _letters(file) for _, file in _order())
