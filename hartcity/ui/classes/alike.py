"""Drafts that share many words, two at a time, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from hartcity.classes.alike import RUN_WORDS
from hartcity.ui.classes.current_class import Opened, class_alike
from hartcity.ui.safe import safe, safe_html


_MOST_WORDS = 20_000
_MARK = "background: color-mix(in srgb, currentColor 16%, transparent); color: inherit"


def draw_alike(this: Opened) -> None:
    """Draw the pairs; the assignment's own words, given by the tutor, do not count."""
    settings = this.folder.settings
    with st.expander("The assignment's own words"):
        words = st.text_area(
            "Words that every student was given: the sheet, a template, a model letter",
            value=settings.assignment_words,
            max_chars=_MOST_WORDS,
            key=this.key("own_words"),
        )
        st.caption("What stands here does not count as shared, and neither does what a fifth of the class writes.")
        if words != settings.assignment_words:
            this.folder.save(replace(settings, assignment_words=words))
    names, texts, pairs = class_alike(str(this.finished.out), this.stamp, words)
    if not pairs:
        st.markdown("No two drafts share many words.")
        return
    st.markdown(
        f"{len(pairs)} {'pair shares' if len(pairs) == 1 else 'pairs share'} runs of {RUN_WORDS} words or more. That "
        "can be a shared model, a study group, or a template, and says nothing about anybody. Would a talk help?"
    )
    chosen = st.selectbox(
        "Two drafts",
        range(len(pairs)),
        format_func=lambda place: (
            f"{names[pairs[place].first]} and {names[pairs[place].second]}: {pairs[place].share:.0%} shared"
        ),
        key=this.key("pair"),
    )
    pair = pairs[chosen]
    sides = ((pair.first, pair.spans[0]), (pair.second, pair.spans[1]))
    for column, (place, spans) in zip(st.columns(2), sides, strict=True):
        with column:
            st.markdown(f"**{safe(names[place])}**")
            st.html(_marked(texts[place], spans))


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in spans:
        pieces += [safe_html(text[last:start]), f'<mark style="{_MARK}">{safe_html(text[start:end])}</mark>']
        last = end
    pieces.append(safe_html(text[last:]))
    return f'<div style="white-space: pre-wrap">{"".join(pieces)}</div>'
