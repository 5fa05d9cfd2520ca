"""What a tutor and the student say to each other, as the editor reads it: short, with places in UTF-16 units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hartcity.ui.editor.offsets import utf16_offsets
from hartcity.ui.sharing.threads import heading, speaker
from hartcity.ui.workspace import assignment_in_use, session


if TYPE_CHECKING:
    from collections.abc import Iterable

    from hartcity.storage import Comment
    from hartcity.ui.editor.phrasebook import Phrasebook
    from hartcity.ui.sharing.threads import Thread
    from hartcity.ui.workspace.session import Work


def packed_threads(threads: Iterable[Thread], work: Work, book: Phrasebook) -> list[list[Any]]:
    """Return the threads as JSON; new phrases are written into ``book``.

    Each is its number, the place of its words in the draft (``[]`` when they are gone or it is about no words), what it
    is about, the words that it was about, whether it waits, whether it overrides, and its comments.
    """
    unit, assignment = utf16_offsets(work.text), assignment_in_use.assignment_of(work.preferences)
    return [
        [
            thread.root.number,
            [] if thread.span is None else [unit(thread.span.start), unit(thread.span.end)],
            book.number(heading(thread.root.remark, assignment)),
            book.number(" ".join(thread.root.remark.quote.split())),
            int(thread.is_open),
            int(thread.root.remark.overrides),
            [_comment(comment, book) for comment in (thread.root, *thread.answers)],
        ]
        for thread in threads
    ]


def _comment(comment: Comment, book: Phrasebook) -> list[Any]:
    name = speaker(comment)
    when = session.on_this_clock(comment.created_at, "%b %d, %H:%M")
    return [
        comment.number,
        book.number(name),
        book.number(when),
        book.number(comment.remark.text),
        int(comment.is_mine),
    ]
