"""What the reader of a report is told about the engines that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hartcity.engines.base import NoAnswer, Reply, Silence
from hartcity.model import ENGINE_NAMES, Notice, NoticeKind


_WHY = {
    Silence.TIMED_OUT: "took too long over this text",
    Silence.TOO_LONG: "found this text too long",
    Silence.OVERLOADED: "has too much to do at the moment",
    Silence.AWAY: "is not available at the moment",
}


def notices(replies: Mapping[str, Sequence[Reply]]) -> tuple[Notice, ...]:
    """Return a sentence for each engine that was asked and did not answer for all of the text.

    ``replies`` gives, for each engine that was asked, its reply for each passage. Silence is never passed over, since
    a reader would take it for a text without errors.
    """
    silences = {
        name: next((reply.silence for reply in said if isinstance(reply, NoAnswer)), None)
        for name, said in replies.items()
    }
    answering = [name for name, silence in silences.items() if silence is None]
    told: list[Notice] = []
    for name, silence in silences.items():
        if silence is None:
            continue
        partly = any(not isinstance(reply, NoAnswer) for reply in replies[name])
        rest = "part of the text" if partly else "grammar and spelling"
        by = f"checked by {ENGINE_NAMES[answering[0]]} alone" if answering else "not checked this time"
        verb = "were" if not partly else "was"
        words = f"{ENGINE_NAMES[name]} {_WHY[silence]}, so {rest} {verb} {by}."
        told.append(Notice(words, NoticeKind.ENGINE_SILENT, name))
    return tuple(told)
