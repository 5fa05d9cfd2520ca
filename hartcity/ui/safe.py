"""The one place where words of a student or an engine are made harmless before they reach Markdown or HTML."""

from __future__ import annotations

import html
import re


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&@/=^\"'])")


def safe(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it stands: no markup, link, color, icon, formula or raw HTML."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def safe_html(text: str) -> str:
    """Return ``text`` so that HTML shows it as it stands, in an element or in a quoted attribute."""
    return html.escape(text, quote=True)
