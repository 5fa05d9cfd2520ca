"""The reader: what sentences do, and which words stand in the way, by thresholds that were set on left-out authors."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hartcity.model import Family, LookAlikes, Span
from hartcity.reader.error import ReaderError
from hartcity.reader.lookalikes import LookAlikeShelf
from hartcity.reader.weights import WEIGHTS
from hartcity.text import Act, Acts, Line, Part
from hartcity.text.postscript import postscript_length


if TYPE_CHECKING:
    from hartcity.reader.encoder import Encoder, Piece
    from hartcity.text import Document


__all__ = ["FAMILY_OF", "Mark", "Reader", "ReaderError", "load", "start"]

THRESHOLDS = "thresholds.json"
LOOK_ALIKES = "look_alikes.npz"
FAMILY_OF = {family.value: family for family in Family} | {"passive": Family.PASSIVE_HIDDEN_ACTOR}
"""The family that each label of the weights, and of the drafts they were fitted on, stands for."""

_BODY = frozenset({Part.BODY, Part.LIST_ITEM})
_ONE_OF = (
    frozenset({Act.CONSENT, Act.CONSENT_IN_DOUBT, Act.NO_CONSENT}),
    frozenset({Act.INTRODUCTION, Act.HALF_INTRODUCTION}),
)
"""What a sentence cannot do at once: the surest of them counts."""
_OWN_TO_THE_WRITER = frozenset({Part.SALUTATION, Part.CLOSING, Part.DATE})


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that the reader takes for a fault of ``family``; ``certainty`` is its probability, 0 to 1.

    ``line`` is the sentence that it stands in.
    """

    family: Family
    span: Span
    certainty: float
    line: Line


@dataclass(frozen=True, slots=True)
class ActThreshold:
    """From which probability on an act is perhaps there, and from which it is seen."""

    perhaps: float
    seen: float


@dataclass(frozen=True, slots=True)
class FamilyThreshold:
    """From which probability on a piece belongs to a mark and seconds a rule, and from which it makes a mark alone.

    In private matter ``seconds`` is enough for a mark too, which stands where its words speak for it.
    """

    seconds: float
    alone: float


class Reader:
    """Reads drafts with the weights in ``folder``; raises ReaderError where they are missing or damaged.

    Safe to call from several threads. ``encoder`` may hold the same weights already, and ``thresholds`` what stands in
    their file.
    """

    def __init__(
        self, folder: Path = WEIGHTS, encoder: Encoder | None = None, thresholds: Mapping[str, Any] | None = None
    ) -> None:
        from hartcity.reader.encoder import Encoder  # noqa: PLC0415 - its libraries take a moment to import

        self._encoder = encoder or Encoder(folder)
        self.version = self._encoder.manifest.version
        self._shelf = LookAlikeShelf((folder / LOOK_ALIKES).read_bytes()) if (folder / LOOK_ALIKES).exists() else None
        self.judge_by(_thresholds(folder / THRESHOLDS) if thresholds is None else thresholds)

    def judge_by(self, told: Mapping[str, Any]) -> None:
        """Judge by these thresholds, as they stand in their file, from now on; for those who set them."""
        manifest = self._encoder.manifest
        self._acts = [(Act(name), ActThreshold(**told["acts"][name])) for name in manifest.acts]
        self._families = [
            (number, FAMILY_OF[name], FamilyThreshold(held["seconds"], held["alone"]))
            for number, name in enumerate(manifest.families)
            if (held := told["families"].get(name))
        ]
        self.families = frozenset(family for _, family, _ in self._families)
        self._overruled = frozenset(told["overruled"])

    def acts(self, lines: Sequence[Line]) -> tuple[Acts, ...]:
        """Return what each sentence does, in order."""
        return tuple(self._acts_of(self._encoder.read(line).acts) for line in lines)

    def probabilities(self, line: Line) -> Mapping[Act, float]:
        """Return the probability of each act in one sentence."""
        said = self._encoder.read(line).acts
        return {act: value for (act, _), value in zip(self._acts, said, strict=True)}

    def marks(self, document: Document, *, email: bool = True) -> tuple[Mark, ...]:
        """Return the words of the draft that the reader takes for faults, in the order of the text.

        Around the body only private matter is looked for: in reference lines, below the signature and in what is
        quoted. With ``email`` false every part is read as body.
        """
        found: list[Mark] = []
        for placed in document.placed_lines:
            if email and placed.part in _OWN_TO_THE_WRITER:
                continue
            is_around = email and placed.part not in _BODY
            said = self._encoder.read(placed.line)
            for number, family, threshold in self._families:
                enough = threshold.seconds if family.is_private else threshold.alone
                if said.peaks[number] < enough or (is_around and not family.is_private):
                    continue
                for run, certainty in runs(said.pieces, number, threshold.seconds):
                    if certainty >= enough:
                        span = _said(placed.line.sentence, _whole_words(placed.line.sentence, run))
                        found.append(Mark(family, span.shifted(placed.span.start), certainty, placed.line))
        return tuple(sorted(found, key=lambda mark: (mark.span, mark.family)))

    def certainty(self, document: Document, span: Span, families: frozenset[Family]) -> float:
        """Return the highest probability that a piece of ``span`` is at fault in one of ``families``, 0 to 1."""
        numbers = [number for number, family, _ in self._families if family in families]
        return max(
            (
                piece.families[number]
                for placed in document.placed_within(span)
                for piece in self._encoder.read(placed.line).pieces
                if span.overlaps(Span(piece.start, piece.end).shifted(placed.span.start))
                for number in numbers
            ),
            default=0.0,
        )

    def stands_alone(self, document: Document, span: Span, families: frozenset[Family]) -> bool:
        """Whether a piece of ``span`` alone would make a mark of one of ``families``."""
        return any(
            self.certainty(document, span, frozenset({family})) >= threshold.alone
            for _, family, threshold in self._families
            if family in families
        )

    def seconds(self, family: Family, certainty: float) -> bool:
        """Whether a probability is high enough to second a rule of ``family``."""
        return any(certainty >= threshold.seconds for _, known, threshold in self._families if known is family)

    def is_sure(self, mark: Mark) -> bool:
        """Whether a mark is certain enough to stand whatever its words are."""
        return any(mark.certainty >= threshold.alone for _, known, threshold in self._families if known is mark.family)

    def overrules(self, rule: str) -> bool:
        """Whether a rule's finding falls where the reader does not second it: alone, it was wrong too often."""
        return rule in self._overruled

    def look_alikes(self, mark: Mark) -> LookAlikes | None:
        """Return a sentence at fault and one that is fine, both like the marked one; None where there are none."""
        if self._shelf is None:
            return None
        return self._shelf.nearest(mark.family.value, self._encoder.read(mark.line).vector, mark.line.sentence)

    def forget(self) -> None:
        """Forget every sentence that was read."""
        self._encoder.forget()

    def _acts_of(self, said: tuple[float, ...]) -> Acts:
        values = {act: value for (act, _), value in zip(self._acts, said, strict=True)}
        beaten = {act for group in _ONE_OF for act in group if values[act] < max(values[other] for other in group)}
        told = [(act, threshold, values[act]) for act, threshold in self._acts if act not in beaten]
        return Acts(
            seen=frozenset(act for act, threshold, value in told if value >= threshold.seen),
            perhaps=frozenset(act for act, threshold, value in told if threshold.perhaps <= value < threshold.seen),
        )


def runs(pieces: Sequence[Piece], number: int, least: float) -> list[tuple[Span, float]]:
    """Return the runs of pieces that reach ``least`` in the family of this number, each with its highest probability.

    One piece below it may stand between two of a run. Places count from the beginning of the sentence.
    """
    found: list[tuple[Span, float]] = []
    gap = 2
    for piece in pieces:
        value = piece.families[number]
        if value < least:
            gap += 1
            continue
        if found and gap <= 1:
            span, peak = found[-1]
            found[-1] = (Span(span.start, piece.end), max(peak, value))
        else:
            found.append((Span(piece.start, piece.end), value))
        gap = 0
    return found


def _whole_words(sentence: str, span: Span) -> Span:
    """Widen a range to the words that it cuts, and take marks at its edges away."""
    start, end = span
    while start > 0 and sentence[start - 1].isalnum() and sentence[start].isalnum():
        start -= 1
    while end < len(sentence) and sentence[end - 1].isalnum() and sentence[end].isalnum():
        end += 1
    while end - start > 1 and sentence[end - 1] in ",.;:)\"' ":
        end -= 1
    while end - start > 1 and sentence[start] in ",.;:(\"' ":
        start += 1
    return Span(start, end)


def _said(sentence: str, span: Span) -> Span:
    """Take the mark of a postscript away from the beginning of a range."""
    start = max(span.start, postscript_length(sentence))
    return Span(start, max(start, span.end))


def _thresholds(file: Path) -> Mapping[str, Any]:
    try:
        told: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReaderError("The reader's thresholds are not here.") from error
    return told


_lock = threading.Lock()
_loading: Future[Reader] | None = None


def start() -> Future[Reader]:
    """Load the project's reader in the background, once in this process; the future raises ReaderError."""
    global _loading  # noqa: PLW0603 - one reader for the process, made when it is first needed
    with _lock:
        if _loading is None:
            _loading = Future()
            threading.Thread(target=_load_into, args=(_loading,), name="reader", daemon=True).start()
        return _loading


def load() -> Reader | None:
    """Return the project's reader, waiting until it is loaded (a fraction of a second, once); None where it cannot."""
    try:
        return start().result()
    except ReaderError:
        return None


def forget() -> None:
    """Forget every sentence that the project's reader has read, where it is loaded."""
    if _loading is not None and _loading.done() and _loading.exception() is None:
        _loading.result().forget()


def _load_into(future: Future[Reader]) -> None:
    try:
        future.set_result(Reader())
    except ReaderError as error:
        future.set_exception(error)
