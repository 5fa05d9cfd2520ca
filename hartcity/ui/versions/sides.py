"""Two versions side by side: changed words marked, and under them what became of each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from hartcity.model import Kind, State
from hartcity.storage import Origin
from hartcity.ui import labels as words_for
from hartcity.ui.safe import safe, safe_html
from hartcity.ui.versions import labels
from hartcity.ui.versions.changes import Followed, edits, follow
from hartcity.ui.versions.scores import report_on


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hartcity.model import Report, Span
    from hartcity.storage import Version

_MARKS = {
    "del": "background:rgba(200,70,50,.20);text-decoration:line-through;text-decoration-thickness:1px;color:inherit",
    "ins": "background:rgba(40,150,90,.22);text-decoration:underline;text-underline-offset:3px;color:inherit",
}
_TEXT = "white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.7;margin:0"
_LIST = "margin:0;padding-left:1.1rem"
_LINE = "margin:0 0 .6rem 0;overflow-wrap:anywhere"
_NUMBER = "font-size:.72em;font-weight:600;padding-left:1px"


def marked(text: str, tag: str, places: Sequence[Span]) -> str:
    """Return ``text`` as safe HTML in which the words at ``places`` stand in numbered ``tag`` elements.

    The number of an edit is its place in the list, from 1, and stands on both sides; an empty place is left out.
    """
    parts, end = [], 0
    for number, place in enumerate(places, start=1):
        if place.start == place.end:
            continue
        parts += [safe_html(text[end : place.start]), f'<{tag} style="{_MARKS[tag]}">{safe_html(place.of(text))}']
        parts.append(f'<sup style="{_NUMBER}">{number}</sup></{tag}>')
        end = place.end
    parts.append(safe_html(text[end:]))
    return f'<p style="{_TEXT}">{"".join(parts)}</p>'


def _side(version: Version, html: str) -> None:
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{safe(labels.title(version))}**")
        st.caption(safe(f"{labels.details(version)}{_subject(version)}"))
        st.html(html)


def listed(found: Sequence[Followed]) -> str:
    """Return findings as a safe HTML list, each with its words, the number of its edit, and what was said about it."""
    lines = []
    for followed in found:
        edit = "" if followed.edit is None else f"<small> edit {followed.edit + 1}</small>"
        words, message = safe_html(followed.finding.text), safe_html(followed.finding.message)
        lines.append(f'<li style="{_LINE}"><strong>{words}</strong>{edit}<br>{message}</li>')
    return f'<ul style="{_LIST}">{"".join(lines)}</ul>' if lines else "<p>None.</p>"


def _checks(before: Report, after: Report) -> str:
    """Say which checks changed their state."""
    old = {result.check: result.state for result in before.checks}
    reached = {State.MET: 2, State.PARTLY: 1, State.NOT_SEEN: 0}
    lines = []
    for result in after.checks:
        was = old.get(result.check, result.state)
        if was != result.state and was in reached and result.state in reached:
            more = reached[result.state] > reached[was]
            icon = ":material/add_circle:" if more else ":material/remove_circle:"
            said = {
                State.MET: "is there now",
                State.PARTLY: "is partly there now",
                State.NOT_SEEN: "is not seen any more",
            }
            lines.append(f"- {icon} {safe(words_for.title(result.check))}: {said[result.state]}")
    return "\n".join(lines)


def choose_two(versions: Sequence[Version]) -> tuple[Version, Version]:
    """Let the student choose an older and a newer version: until then the first one, and the draft as it stands."""
    by_number = {version.number: version for version in versions}
    numbers = list(by_number)
    own_line = [version.number for version in versions if version.origin is not Origin.OTHER_TAB]
    first = own_line[0] if len(own_line) > 1 else numbers[0]
    older, newer = st.columns(2, gap="medium")
    before = older.selectbox("Older", numbers[:-1], index=numbers.index(first), format_func=_choice(by_number))
    later = [number for number in numbers if number > before]
    last = own_line[-1] if own_line[-1] in later else later[-1]
    after = newer.selectbox("Newer", later, index=later.index(last), format_func=_choice(by_number))
    return by_number[before], by_number[after]


def _subject(version: Version) -> str:
    """Return the subject to show; a letter has none."""
    return "" if version.writing.kind == Kind.LETTER else f" · Subject: {version.writing.subject or 'none'}"


def _choice(by_number: Mapping[int, Version]) -> Callable[[int], str]:
    return lambda number: labels.choice(by_number[number])


def side_by_side(before: Version, after: Version) -> None:
    """Draw two versions beside each other, the older one on the left, and what its edits did."""
    changes = edits(before.writing.text, after.writing.text)
    left, right = st.columns(2, gap="medium")
    with left:
        _side(before, marked(before.writing.text, "del", [edit.before for edit in changes]))
    with right:
        _side(after, marked(after.writing.text, "ins", [edit.after for edit in changes]))
    old, new = report_on(before.writing), report_on(after.writing)
    progress = follow(old, new, changes)
    counted = f"{len(changes)} edit{'' if len(changes) == 1 else 's'}"
    st.markdown(
        f"**Resolved {len(progress.resolved)} · kept {len(progress.kept)} · new {len(progress.new)}** in {counted}. "
        "The small numbers tie a finding to its edit in the texts above."
    )
    if before.writing.subject != after.writing.subject:
        st.markdown(
            f"Subject: “{safe(before.writing.subject or 'none')}” became “{safe(after.writing.subject or 'none')}”."
        )
    resolved, kept, fresh = st.columns(3, gap="medium")
    for column, heading, found in (
        (resolved, "Resolved", progress.resolved),
        (kept, "Kept", progress.kept),
        (fresh, "New", progress.new),
    ):
        with column:
            st.markdown(f"##### {heading} ({len(found)})")
            st.html(listed(found))
    said = _checks(old, new)
    if said:
        st.markdown(f"##### What the draft does\n{said}")
